CREATE TABLE `identities` (
	`platform` text NOT NULL,
	`scope` text NOT NULL,
	`platform_user_id` text NOT NULL,
	`producer_id` text NOT NULL,
	`display_name` text NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`platform`, `scope`, `platform_user_id`)
);
--> statement-breakpoint
CREATE INDEX `identities_producer` ON `identities` (`producer_id`);--> statement-breakpoint
CREATE TABLE `privacy` (
	`producer_id` text PRIMARY KEY NOT NULL,
	`choices` text NOT NULL,
	`changed_at` integer NOT NULL
);
