CREATE TABLE `visits` (
	`user_id` text PRIMARY KEY NOT NULL,
	`news_since` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
