-- Roll-ups are folded in eight parts of the tracks; all of them have read as much of the log as the whole had.
INSERT INTO `cursors` (`name`, `seq`)
SELECT 'rollups:' || `part`.`value`, `seq` FROM `cursors`, json_each('[0,1,2,3,4,5,6,7]') AS `part` WHERE `name` = 'rollups';
--> statement-breakpoint
DELETE FROM `cursors` WHERE `name` = 'rollups';
