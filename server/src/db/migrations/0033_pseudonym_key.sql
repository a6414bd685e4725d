CREATE TABLE `pseudonym_key` (
	`key` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `pseudonym_key` VALUES (hex(randomblob(32)));
