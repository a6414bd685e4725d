CREATE TABLE `__new_producers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`xp` integer DEFAULT 0 NOT NULL,
	`level` integer DEFAULT 1 NOT NULL,
	`play_xp` integer DEFAULT 0 NOT NULL,
	`paid_plays` integer DEFAULT 0 NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_producers` (`id`, `name`, `demo`, `xp`, `level`) SELECT `id`, `name`, `demo`, `xp`, `level` FROM `producers`;--> statement-breakpoint
DROP TABLE `producers`;--> statement-breakpoint
ALTER TABLE `__new_producers` RENAME TO `producers`;--> statement-breakpoint
UPDATE `producers` SET
  `play_xp` = s.xp - (SELECT coalesce(sum(e.xp), 0) FROM xp_entries e WHERE e.producer_id = s.producer_id AND e.reason = 'play'),
  `paid_plays` = s.count - (SELECT count(*) FROM xp_entries e WHERE e.producer_id = s.producer_id AND e.reason = 'play')
FROM producer_xp s WHERE s.producer_id = producers.id AND s.source = 'play';--> statement-breakpoint
DROP TABLE `producer_xp`;--> statement-breakpoint
CREATE VIEW `xp_paid` AS 
  SELECT producer_id, reason AS source, xp, 1 AS count FROM xp_entries
  UNION ALL SELECT id, 'play', play_xp, paid_plays FROM producers WHERE paid_plays > 0;
