PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_stripe_accounts` (
	`producer_id` text NOT NULL,
	`livemode` integer NOT NULL,
	`account_id` text NOT NULL,
	`details_submitted` integer DEFAULT false NOT NULL,
	`charges_enabled` integer DEFAULT false NOT NULL,
	`payouts_enabled` integer DEFAULT false NOT NULL,
	`requirements_due` integer DEFAULT 0 NOT NULL,
	`as_of` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`producer_id`, `livemode`)
);
--> statement-breakpoint
INSERT INTO `__new_stripe_accounts`("producer_id", "livemode", "account_id", "details_submitted", "charges_enabled", "payouts_enabled", "requirements_due", "as_of") SELECT "producer_id", false, "account_id", "details_submitted", "charges_enabled", "payouts_enabled", "requirements_due", "as_of" FROM `stripe_accounts`;--> statement-breakpoint
DROP TABLE `stripe_accounts`;--> statement-breakpoint
ALTER TABLE `__new_stripe_accounts` RENAME TO `stripe_accounts`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `stripe_accounts_accountId_unique` ON `stripe_accounts` (`account_id`);--> statement-breakpoint
CREATE TABLE `__new_transactions` (
	`id` text PRIMARY KEY NOT NULL,
	`livemode` integer DEFAULT false NOT NULL,
	`account_id` text,
	`producer_id` text,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`track_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_transactions`("id", "livemode", "account_id", "producer_id", "kind", "amount", "currency", "track_id", "at") SELECT "id", false, NULL, "producer_id", "kind", "amount", "currency", "track_id", "at" FROM `transactions`;--> statement-breakpoint
DROP TABLE `transactions`;--> statement-breakpoint
ALTER TABLE `__new_transactions` RENAME TO `transactions`;--> statement-breakpoint
CREATE INDEX `transactions_producer` ON `transactions` (`producer_id`,`at`);--> statement-breakpoint
CREATE INDEX `transactions_account` ON `transactions` (`account_id`);