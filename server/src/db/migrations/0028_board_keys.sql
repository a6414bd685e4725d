CREATE TABLE `boards` (
	`key` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`category` text NOT NULL,
	`period` text NOT NULL,
	`demo` integer NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `boards_name` ON `boards` (`category`,`period`,`demo`);--> statement-breakpoint
CREATE TABLE `producer_keys` (
	`key` integer PRIMARY KEY NOT NULL,
	`producer_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `producer_keys_producerId_unique` ON `producer_keys` (`producer_id`);--> statement-breakpoint
INSERT INTO boards (category, period, demo, since) SELECT category, period, demo, min(since) FROM standings GROUP BY category, period, demo;--> statement-breakpoint
INSERT INTO producer_keys (producer_id) SELECT DISTINCT producer_id FROM standings;--> statement-breakpoint
CREATE TABLE `__new_standings` (
	`board_key` integer NOT NULL,
	`producer_key` integer NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	`rank` integer NOT NULL,
	`previous_rank` integer,
	`position` integer NOT NULL,
	`score` real NOT NULL,
	`tiebreak` real NOT NULL,
	`tier` text NOT NULL,
	`began_score` real,
	PRIMARY KEY(`board_key`, `producer_key`, `since`)
);
--> statement-breakpoint
INSERT INTO `__new_standings`("board_key", "producer_key", "since", "until", "rank", "previous_rank", "position", "score", "tiebreak", "tier", "began_score") SELECT b.key, k.key, s.since, s.until, s.rank, s.previous_rank, s.position, s.score, s.tiebreak, s.tier, s.began_score FROM standings s JOIN boards b ON b.category = s.category AND b.period = s.period AND b.demo = s.demo JOIN producer_keys k ON k.producer_id = s.producer_id;--> statement-breakpoint
DROP TABLE `standings`;--> statement-breakpoint
ALTER TABLE `__new_standings` RENAME TO `standings`;--> statement-breakpoint
CREATE INDEX `standings_board` ON `standings` (`board_key`,`until`,`position`);--> statement-breakpoint
CREATE VIEW `named_standings` AS 
  SELECT b.category, b.period, b.demo, k.producer_id, s.since, s.until, s.rank, s.previous_rank, s.position, s.score,
    s.tiebreak, s.tier, s.began_score
  FROM boards b JOIN standings s ON s.board_key = b.key JOIN producer_keys k ON k.key = s.producer_key;