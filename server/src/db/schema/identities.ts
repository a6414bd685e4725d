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
