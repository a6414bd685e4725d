ALTER TABLE `communities` ADD `topics` text DEFAULT '["level-up","achievement","leaderboard"]' NOT NULL;--> statement-breakpoint
ALTER TABLE `communities` ADD `boards` text DEFAULT '["overall:all-time","plays:7d"]' NOT NULL;--> statement-breakpoint
ALTER TABLE `communities` ADD `rank_news_members` integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE `communities` ADD `top_ten_ranked` integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE `communities` ADD `daily_posts` integer DEFAULT 6 NOT NULL;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `created_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `deliveries_day` ON `deliveries` (`channel_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `standings` ADD `began_score` real;