ALTER TABLE `track_day_audience` ADD `runs` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `track_day_audience_long` ON `track_day_audience` (`runs`) WHERE runs >= 32;