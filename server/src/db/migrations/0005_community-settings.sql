ALTER TABLE `communities` ADD `topic_channels` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `communities` ADD `time_zone` text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE `communities` ADD `quiet_hours` text;--> statement-breakpoint
ALTER TABLE `communities` ADD `digest_day` integer DEFAULT 1;--> statement-breakpoint
ALTER TABLE `communities` ADD `mentions` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `communities` ADD `level_roles` text;--> statement-breakpoint
ALTER TABLE `communities` ADD `left_at` integer;