CREATE TABLE `beatpass_listings` (
	`artist_id` text NOT NULL,
	`track_id` text NOT NULL,
	PRIMARY KEY(`artist_id`, `track_id`)
);
--> statement-breakpoint
CREATE INDEX `beatpass_listings_track` ON `beatpass_listings` (`track_id`);
--> statement-breakpoint
-- Whose list a track was read from was not kept: every connected artist whom it credits may have been the one.
INSERT INTO `beatpass_listings` SELECT c.artist_id, t.id FROM beatpass_connections c JOIN track_artists ta ON ta.artist_id = c.artist_id
  JOIN tracks t ON t.key = ta.track_key JOIN beatpass_tracks b ON b.track_id = t.id;
--> statement-breakpoint
ALTER TABLE `beatpass_tracks` ADD `doubted` integer;
--> statement-breakpoint
CREATE TABLE `__new_albums` (
	`id` text PRIMARY KEY NOT NULL,
	`artist_id` text,
	`title` text NOT NULL,
	`named_at` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
-- Albums of ours have no time; those of BeatPass's own id are by whoever their tracks are by.
INSERT INTO `__new_albums` SELECT id, CASE WHEN named_at = 0 THEN artist_id END, title, named_at FROM `albums`;
--> statement-breakpoint
DROP TABLE `albums`;
--> statement-breakpoint
ALTER TABLE `__new_albums` RENAME TO `albums`;
--> statement-breakpoint
CREATE INDEX `albums_artist` ON `albums` (`artist_id`);
--> statement-breakpoint
ALTER TABLE `tracks` ADD `has_paid` integer DEFAULT false NOT NULL;
--> statement-breakpoint
UPDATE `tracks` SET has_paid = 1 WHERE opening_at IS NOT NULL
  OR key IN (SELECT track_key FROM plays WHERE counted AND award_id > 0)
  OR id IN (SELECT subject FROM xp_entries WHERE reason = 'play');
