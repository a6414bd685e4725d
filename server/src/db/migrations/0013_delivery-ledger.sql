CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`platform` text NOT NULL,
	`community_id` text,
	`channel_id` text,
	`detail` text,
	`deliveries` integer DEFAULT 0 NOT NULL,
	`since` integer NOT NULL,
	`last_at` integer NOT NULL,
	`resolved_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_subject_unique` ON `notices` (`subject`);--> statement-breakpoint
ALTER TABLE `communities` ADD `administrator_id` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `person_scope` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `view` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `edits` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `folded_into` text;--> statement-breakpoint
CREATE INDEX `deliveries_folded` ON `deliveries` (`folded_into`);--> statement-breakpoint
ALTER TABLE `identities` ADD `locale` text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE `identities` ADD `unreachable_since` integer;