-- It reads the table that is made anew here.
DROP VIEW `xp_paid`;
--> statement-breakpoint
CREATE TABLE `__new_producers` (
	`key` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`xp` integer DEFAULT 0 NOT NULL,
	`level` integer DEFAULT 1 NOT NULL,
	`play_xp` integer DEFAULT 0 NOT NULL,
	`paid_plays` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_producers`(id, name, demo, xp, level, play_xp, paid_plays) SELECT id, name, demo, xp, level, play_xp, paid_plays FROM `producers` ORDER BY id;
--> statement-breakpoint
DROP TABLE `producers`;
--> statement-breakpoint
ALTER TABLE `__new_producers` RENAME TO `producers`;
--> statement-breakpoint
CREATE UNIQUE INDEX `producers_id_unique` ON `producers` (`id`);
--> statement-breakpoint
CREATE VIEW `xp_paid` AS 
  SELECT producer_id, reason AS source, xp, 1 AS count FROM xp_entries
  UNION ALL SELECT id, 'play', play_xp, paid_plays FROM producers WHERE paid_plays > 0;
--> statement-breakpoint
CREATE TABLE `boards` (
	`key` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`category` text NOT NULL,
	`period` text NOT NULL,
	`demo` integer NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `boards_name` ON `boards` (`category`,`period`,`demo`);
--> statement-breakpoint
INSERT INTO boards (category, period, demo, since) SELECT category, period, demo, min(since) FROM standings GROUP BY category, period, demo;
--> statement-breakpoint
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
INSERT INTO `__new_standings` SELECT b.key, p.key, s.since, s.until, s.rank, s.previous_rank, s.position, s.score, s.tiebreak, s.tier, s.began_score
FROM standings s JOIN boards b ON b.category = s.category AND b.period = s.period AND b.demo = s.demo JOIN producers p ON p.id = s.producer_id;
--> statement-breakpoint
DROP TABLE `standings`;
--> statement-breakpoint
ALTER TABLE `__new_standings` RENAME TO `standings`;
--> statement-breakpoint
CREATE INDEX `standings_board` ON `standings` (`board_key`,`until`,`position`);
--> statement-breakpoint
CREATE VIEW `named_standings` AS 
  SELECT b.category, b.period, b.demo, p.id AS producer_id, s.since, s.until, s.rank, s.previous_rank, s.position, s.score,
    s.tiebreak, s.tier, s.began_score
  FROM boards b JOIN standings s ON s.board_key = b.key JOIN producers p ON p.key = s.producer_key;
