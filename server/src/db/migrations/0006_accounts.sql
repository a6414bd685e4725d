CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`artist_id` text NOT NULL,
	`artist_name` text NOT NULL,
	`note` text,
	`status` text DEFAULT 'waiting' NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `claims_user` ON `claims` (`user_id`);--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`status`);--> statement-breakpoint
ALTER TABLE `api_keys` ADD `user_id` text;--> statement-breakpoint
ALTER TABLE `session` ADD `browser` text;--> statement-breakpoint
ALTER TABLE `user` ADD `locale` text;--> statement-breakpoint
ALTER TABLE `user` ADD `time_zone` text;--> statement-breakpoint
CREATE INDEX `privacy_hidden` ON `privacy` (`producer_id`) WHERE choices ->> 'onBoards' = 0;