CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`scope` text NOT NULL,
	`producer_id` text,
	`sources` text NOT NULL,
	`trusted` integer DEFAULT false NOT NULL,
	`note` text,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_unique` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE TABLE `device_code` (
	`id` text PRIMARY KEY NOT NULL,
	`device_code` text NOT NULL,
	`user_code` text NOT NULL,
	`user_id` text,
	`expires_at` integer NOT NULL,
	`status` text NOT NULL,
	`last_polled_at` integer,
	`polling_interval` integer,
	`client_id` text,
	`scope` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_code_deviceCode_unique` ON `device_code` (`device_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `device_code_userCode_unique` ON `device_code` (`user_code`);--> statement-breakpoint
CREATE TABLE `pairings` (
	`user_code` text PRIMARY KEY NOT NULL,
	`browser` text NOT NULL,
	`requested_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`admin` integer DEFAULT false NOT NULL,
	`producer_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `activity` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source_key` integer NOT NULL,
	`event_id` text NOT NULL,
	`type` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_source_event` ON `activity` (`source_key`,`event_id`);--> statement-breakpoint
CREATE INDEX `activity_subject` ON `activity` (`type`,`subject`,`source_key`);--> statement-breakpoint
CREATE TABLE `award_producers` (
	`award_id` integer NOT NULL,
	`producer_id` text NOT NULL,
	`xp` integer NOT NULL,
	PRIMARY KEY(`award_id`, `producer_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `award_producers_producer` ON `award_producers` (`producer_id`);--> statement-breakpoint
CREATE TABLE `awards` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`signature` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `awards_signature_unique` ON `awards` (`signature`);--> statement-breakpoint
CREATE TABLE `listeners` (
	`key` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listeners_id_unique` ON `listeners` (`id`);--> statement-breakpoint
CREATE TABLE `plays` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source_key` integer NOT NULL,
	`event_id` text NOT NULL,
	`track_key` integer NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`listened_ms` integer,
	`listener_key` integer,
	`device` text,
	`platform` text,
	`country` text,
	`counted` integer NOT NULL,
	`award_id` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plays_source_event` ON `plays` (`source_key`,`event_id`);--> statement-breakpoint
CREATE INDEX `plays_at` ON `plays` (`at`);--> statement-breakpoint
CREATE TABLE `producer_xp` (
	`producer_id` text NOT NULL,
	`source` text NOT NULL,
	`xp` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`producer_id`, `source`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sources` (
	`key` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_name_unique` ON `sources` (`name`);--> statement-breakpoint
CREATE TABLE `xp_entries` (
	`producer_id` text NOT NULL,
	`reason` text NOT NULL,
	`subject` text NOT NULL,
	`xp` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`producer_id`, `reason`, `subject`)
);
--> statement-breakpoint
CREATE INDEX `xp_entries_subject` ON `xp_entries` (`reason`,`subject`);--> statement-breakpoint
CREATE TABLE `announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`producer_id` text NOT NULL,
	`cause` text NOT NULL,
	`view` text NOT NULL,
	`occurred_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `announcements_cause_unique` ON `announcements` (`cause`);--> statement-breakpoint
CREATE INDEX `announcements_producer` ON `announcements` (`producer_id`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `communities` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`guild_id` text NOT NULL,
	`name` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`channel_id` text,
	`locale` text DEFAULT 'en' NOT NULL,
	`members` text DEFAULT 'linked' NOT NULL,
	`level_up_from` integer DEFAULT 5 NOT NULL,
	`unlocks_from` text DEFAULT 'rare' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `communities_guild` ON `communities` (`platform`,`guild_id`);--> statement-breakpoint
CREATE TABLE `community_members` (
	`community_id` text NOT NULL,
	`producer_id` text NOT NULL,
	`platform_user_id` text NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `platform_user_id`)
);
--> statement-breakpoint
CREATE INDEX `community_members_producer` ON `community_members` (`producer_id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`announcement_id` text NOT NULL,
	`community_id` text NOT NULL,
	`platform` text NOT NULL,
	`channel_id` text NOT NULL,
	`status` text DEFAULT 'waiting' NOT NULL,
	`lease` text,
	`leased_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`in_doubt_since` integer,
	`not_before` integer DEFAULT 0 NOT NULL,
	`message_id` text,
	`detail` text,
	`done_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_id_unique` ON `deliveries` (`id`);--> statement-breakpoint
CREATE INDEX `deliveries_open` ON `deliveries` (`platform`,`status`,`seq`);--> statement-breakpoint
CREATE INDEX `deliveries_channel` ON `deliveries` (`channel_id`,`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`announcement_id`,`community_id`);--> statement-breakpoint
CREATE TABLE `albums` (
	`id` text PRIMARY KEY NOT NULL,
	`artist_id` text NOT NULL,
	`title` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `albums_artist` ON `albums` (`artist_id`);--> statement-breakpoint
CREATE TABLE `artists` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`producer_id` text,
	`picture_count` integer DEFAULT 0 NOT NULL,
	`image` text,
	`bio` text,
	`link_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer,
	`vouched` integer DEFAULT false NOT NULL,
	`field_times` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `artists_producer` ON `artists` (`producer_id`);--> statement-breakpoint
CREATE TABLE `downloads` (
	`seq` integer PRIMARY KEY NOT NULL,
	`track_key` integer NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `downloads_track` ON `downloads` (`track_key`,`at`);--> statement-breakpoint
CREATE TABLE `follows` (
	`artist_id` text NOT NULL,
	`user_id` text NOT NULL,
	`following` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`artist_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `producers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`xp` integer DEFAULT 0 NOT NULL,
	`level` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `track_artists` (
	`track_key` integer NOT NULL,
	`artist_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`track_key`, `artist_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `track_artists_artist` ON `track_artists` (`artist_id`);--> statement-breakpoint
CREATE TABLE `tracks` (
	`key` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`album_id` text,
	`duration_ms` integer,
	`bpm` real,
	`musical_key` text,
	`scale` text,
	`tags` text,
	`genre` text,
	`description` text,
	`image` text,
	`public` integer DEFAULT true NOT NULL,
	`licensing` text,
	`published_at` integer NOT NULL,
	`removed_at` integer,
	`field_times` text NOT NULL,
	`award_id` integer DEFAULT 0 NOT NULL,
	`played` integer DEFAULT false NOT NULL,
	`plays` integer DEFAULT 0 NOT NULL,
	`demo` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tracks_id_unique` ON `tracks` (`id`);--> statement-breakpoint
CREATE INDEX `tracks_album` ON `tracks` (`album_id`);--> statement-breakpoint
CREATE TABLE `stripe_accounts` (
	`producer_id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`details_submitted` integer DEFAULT false NOT NULL,
	`charges_enabled` integer DEFAULT false NOT NULL,
	`payouts_enabled` integer DEFAULT false NOT NULL,
	`requirements_due` integer DEFAULT 0 NOT NULL,
	`as_of` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stripe_accounts_accountId_unique` ON `stripe_accounts` (`account_id`);--> statement-breakpoint
CREATE TABLE `stripe_events` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`account_id` text,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `transactions` (
	`id` text PRIMARY KEY NOT NULL,
	`producer_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`track_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `transactions_producer` ON `transactions` (`producer_id`,`at`);--> statement-breakpoint
CREATE TABLE `cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `stale_tracks` (
	`track_key` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `track_day_countries` (
	`track_key` integer NOT NULL,
	`day` integer NOT NULL,
	`country` text NOT NULL,
	`plays` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`track_key`, `day`, `country`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `track_day_listeners` (
	`track_key` integer NOT NULL,
	`day` integer NOT NULL,
	`listener_key` integer NOT NULL,
	`plays` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`track_key`, `day`, `listener_key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `track_days` (
	`track_key` integer NOT NULL,
	`day` integer NOT NULL,
	`plays` integer DEFAULT 0 NOT NULL,
	`engaged` integer DEFAULT 0 NOT NULL,
	`completed` integer DEFAULT 0 NOT NULL,
	`mostly` integer DEFAULT 0 NOT NULL,
	`half` integer DEFAULT 0 NOT NULL,
	`partial` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`listened_ms` integer DEFAULT 0 NOT NULL,
	`capped_ms` integer DEFAULT 0 NOT NULL,
	`desktop` integer DEFAULT 0 NOT NULL,
	`mobile` integer DEFAULT 0 NOT NULL,
	`tablet` integer DEFAULT 0 NOT NULL,
	`tv_other` integer DEFAULT 0 NOT NULL,
	`web` integer DEFAULT 0 NOT NULL,
	`ios` integer DEFAULT 0 NOT NULL,
	`android` integer DEFAULT 0 NOT NULL,
	`windows` integer DEFAULT 0 NOT NULL,
	`macos` integer DEFAULT 0 NOT NULL,
	`linux` integer DEFAULT 0 NOT NULL,
	`other_platform` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`track_key`, `day`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `refreshes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`announces` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `standings` (
	`demo` integer NOT NULL,
	`category` text NOT NULL,
	`period` text NOT NULL,
	`producer_id` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	`rank` integer NOT NULL,
	`position` integer NOT NULL,
	`score` real NOT NULL,
	`tiebreak` real NOT NULL,
	`tier` text NOT NULL,
	PRIMARY KEY(`category`, `period`, `producer_id`, `since`)
);
--> statement-breakpoint
CREATE INDEX `standings_board` ON `standings` (`category`,`period`,`demo`,`until`,`position`);--> statement-breakpoint
CREATE INDEX `standings_producer` ON `standings` (`producer_id`,`until`);