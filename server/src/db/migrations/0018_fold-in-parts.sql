-- Roll-ups are folded in sixteen parts of the tracks; all of them have read as much of the log as the whole had.
INSERT INTO `cursors` (`name`, `seq`)
SELECT 'rollups:' || `part`.`value`, `seq` FROM `cursors`, json_each('[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]') AS `part` WHERE `name` = 'rollups';
--> statement-breakpoint
DELETE FROM `cursors` WHERE `name` = 'rollups';
