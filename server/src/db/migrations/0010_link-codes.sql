CREATE TABLE `link_codes` (
	`producer_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `link_codes_hash_unique` ON `link_codes` (`hash`);--> statement-breakpoint
CREATE TABLE `link_tries` (
	`who` text PRIMARY KEY NOT NULL,
	`tries` integer NOT NULL,
	`since` integer NOT NULL
);
