ALTER TABLE `standings` ADD `previous_rank` integer;--> statement-breakpoint
UPDATE `standings` SET `previous_rank` = (
  SELECT b.rank FROM standings b WHERE b.category = standings.category AND b.period = standings.period
    AND b.producer_id = standings.producer_id AND b.until = standings.since)
WHERE `since` = (SELECT max(id) FROM refreshes);
