DROP INDEX `plays_at`;--> statement-breakpoint
CREATE INDEX `plays_at` ON `plays` (`at`,`track_key`,`award_id`,`received_at`) WHERE counted;