CREATE TABLE `producer_places` (
	`producer_id` text PRIMARY KEY NOT NULL,
	`snapshot` text NOT NULL
);
