CREATE TABLE `beatpass_connections` (
	`producer_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`artist_id` text NOT NULL,
	`token` text NOT NULL,
	`token_added_at` integer NOT NULL,
	`token_state` text NOT NULL,
	`connected_at` integer NOT NULL,
	`reading` text,
	`read_done` integer DEFAULT 0 NOT NULL,
	`read_total` integer,
	`problem` text,
	`first_read_at` integer,
	`last_read_at` integer,
	`tracks` integer,
	`caught_up` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `beatpass_connections_artistId_unique` ON `beatpass_connections` (`artist_id`);--> statement-breakpoint
CREATE INDEX `beatpass_connections_user` ON `beatpass_connections` (`user_id`);--> statement-breakpoint
CREATE TABLE `beatpass_tracks` (
	`track_id` text PRIMARY KEY NOT NULL,
	`total` integer NOT NULL,
	`read_at` integer NOT NULL,
	`guessed_from` integer,
	`guessed_to` integer
);
--> statement-breakpoint
ALTER TABLE `tracks` ADD `opening_plays` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tracks` ADD `opening_at` integer;