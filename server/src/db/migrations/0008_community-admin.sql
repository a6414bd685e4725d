CREATE TABLE `community_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`community_id` text NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`name` text NOT NULL,
	`change` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `community_changes_community` ON `community_changes` (`community_id`,`seq`);--> statement-breakpoint
CREATE TABLE `manage_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`community_id` text NOT NULL,
	`platform_user_id` text NOT NULL,
	`name` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `errands` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`platform` text NOT NULL,
	`guild_id` text NOT NULL,
	`errand` text NOT NULL,
	`subject` text,
	`status` text DEFAULT 'waiting' NOT NULL,
	`lease` text,
	`leased_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer DEFAULT 0 NOT NULL,
	`expires_at` integer NOT NULL,
	`result` text,
	`detail` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `errands_id_unique` ON `errands` (`id`);--> statement-breakpoint
CREATE INDEX `errands_open` ON `errands` (`platform`,`status`,`seq`);--> statement-breakpoint
CREATE INDEX `errands_subject` ON `errands` (`subject`);