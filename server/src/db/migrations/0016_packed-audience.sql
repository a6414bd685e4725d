-- Derived from the log, which the next fold reads anew.
DROP TABLE `track_days`;--> statement-breakpoint
DROP TABLE `track_day_countries`;--> statement-breakpoint
DROP TABLE `track_day_listeners`;--> statement-breakpoint
CREATE TABLE `track_days` (
	`track_key` integer NOT NULL,
	`day` integer NOT NULL,
	`plays` integer DEFAULT 0 NOT NULL,
	`engaged` integer DEFAULT 0 NOT NULL,
	`completed` integer DEFAULT 0 NOT NULL,
	`mostly` integer DEFAULT 0 NOT NULL,
	`half` integer DEFAULT 0 NOT NULL,
	`partial` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`listened_ms` integer DEFAULT 0 NOT NULL,
	`capped_ms` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`track_key`, `day`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `track_day_audience` (
	`track_key` integer NOT NULL,
	`day` integer NOT NULL,
	`places` blob NOT NULL,
	`listeners` blob NOT NULL,
	PRIMARY KEY(`track_key`, `day`)
) WITHOUT ROWID;
--> statement-breakpoint
DELETE FROM `stale_tracks`;--> statement-breakpoint
UPDATE `tracks` SET `plays` = `opening_plays`;--> statement-breakpoint
DELETE FROM `cursors` WHERE `name` = 'rollups';
