import type { Privacy } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Which producer a person on Discord or Slack is: one link, for every community of that person. */
export const identities = sqliteTable(
  "identities",
  {
    platform: text({ enum: ["discord", "slack"] }).notNull(),
    /** Where the user id is unique: "" on Discord, the workspace on Slack. */
    scope: text().notNull(),
    platformUserId: text().notNull(),
    producerId: text().notNull(),
    /** As the platform shows the person, for the settings page. */
    displayName: text().notNull(),
    linkedAt: integer().notNull(),
    /** In which private messages are written: the person's own when they linked. */
    locale: text({ enum: ["en", "fr"] })
      .notNull()
      .default("en"),
    /** Whether the person said what may be sent to them: nothing is before. Whoever linked before it was asked, did. */
    hasChosen: integer({ mode: "boolean" }).notNull().default(true),
    /** The last private message could not reach the person; null once one did. Machine time. */
    unreachableSince: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.platform, table.scope, table.platformUserId] }),
    index("identities_producer").on(table.producerId),
  ],
);

/** What a producer agreed to; without a row, the defaults hold. Not derived: a rebuild leaves it alone. */
export const privacy = sqliteTable(
  "privacy",
  {
    producerId: text().primaryKey(),
    choices: text({ mode: "json" }).$type<Privacy>().notNull(),
    changedAt: integer().notNull(),
  },
  // Every reading of a board asks for these few.
  (table) => [index("privacy_hidden").on(table.producerId).where(sql`choices ->> 'onBoards' = 0`)],
);

/** A code that a producer's person types in Discord or Slack: at most one open a producer, used once. Machine time. */
export const linkCodes = sqliteTable("link_codes", {
  producerId: text().primaryKey(),
  hash: text().notNull().unique(),
  expiresAt: integer().notNull(),
});

/** What was tried of late by somebody who may not try without end. Machine time. */
export const linkTries = sqliteTable("link_tries", {
  who: text().primaryKey(),
  tries: integer().notNull(),
  since: integer().notNull(),
});
