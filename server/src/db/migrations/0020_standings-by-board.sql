DROP INDEX `standings_producer`;--> statement-breakpoint
-- Points are always all-time: their board is kept once.
DELETE FROM `standings` WHERE `category` = 'points' AND `period` <> 'all-time';
