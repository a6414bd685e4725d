CREATE TABLE `member_roles` (
	`community_id` text NOT NULL,
	`platform_user_id` text NOT NULL,
	`level` integer NOT NULL,
	`given` text,
	`managed` text NOT NULL,
	`outcome` text DEFAULT 'open' NOT NULL,
	`asked_at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `platform_user_id`)
);
