CREATE TABLE `achievement_holders` (
	`demo` integer NOT NULL,
	`slug` text NOT NULL,
	`holders` integer NOT NULL,
	PRIMARY KEY(`demo`, `slug`)
);
--> statement-breakpoint
INSERT INTO `achievement_holders` (`demo`, `slug`, `holders`)
  SELECT p.demo, x.subject, count(*) FROM xp_entries x JOIN producers p ON p.id = x.producer_id
  WHERE x.reason = 'achievement' GROUP BY 1, 2;
