CREATE TABLE `past_seasons` (
	`demo` integer NOT NULL,
	`period` text NOT NULL,
	`refresh_id` integer NOT NULL,
	`basis` text NOT NULL,
	PRIMARY KEY(`demo`, `period`)
);
--> statement-breakpoint
-- Points are always all-time: the boards of seasons are that of all time now, kept once.
DELETE FROM standings WHERE category = 'points' AND period <> 'all-time';
