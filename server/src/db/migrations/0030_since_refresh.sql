ALTER TABLE `communities` ADD `since_refresh` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `community_members` ADD `since_refresh` integer DEFAULT 0 NOT NULL;