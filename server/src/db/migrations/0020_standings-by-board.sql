DROP INDEX `standings_producer`;--> statement-breakpoint
-- Points are always all-time: their boards of the last days are that of all time.
DELETE FROM `standings` WHERE `category` = 'points' AND `period` IN ('7d', '30d');
