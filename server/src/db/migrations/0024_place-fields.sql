CREATE TABLE `place_fields` (
	`demo` integer NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`cutoffs` text NOT NULL,
	PRIMARY KEY(`demo`, `name`)
);
--> statement-breakpoint
-- They are kept in another form now; the next refresh writes them.
DELETE FROM `producer_places`;
