ALTER TABLE `producers` ADD `play_xp` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `producers` ADD `paid_plays` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `producers` SET
  `play_xp` = s.xp - (SELECT coalesce(sum(e.xp), 0) FROM xp_entries e WHERE e.producer_id = s.producer_id AND e.reason = 'play'),
  `paid_plays` = s.count - (SELECT count(*) FROM xp_entries e WHERE e.producer_id = s.producer_id AND e.reason = 'play')
FROM producer_xp s WHERE s.producer_id = producers.id AND s.source = 'play';--> statement-breakpoint
DROP TABLE `producer_xp`;--> statement-breakpoint
CREATE VIEW `xp_paid` AS 
  SELECT producer_id, reason AS source, xp, 1 AS count FROM xp_entries
  UNION ALL SELECT id, 'play', play_xp, paid_plays FROM producers WHERE paid_plays > 0;
