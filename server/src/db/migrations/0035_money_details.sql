CREATE TABLE `erased_owners` (
	`hash` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE `transactions` ADD `detail` text;