ALTER TABLE `deliveries` ADD `released_at` integer;--> statement-breakpoint
-- What was let go just before, and not asked for yet.
UPDATE `deliveries` SET `released_at` = `not_before` WHERE `status` = 'waiting' AND `attempts` = 0 AND `not_before` > 0;
