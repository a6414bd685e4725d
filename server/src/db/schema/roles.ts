import type { LevelRoles } from "@beatpass/shared/contracts";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Which roles a community's member was last given, so that what changed is known and what no longer holds is taken back. */
export const memberRoles = sqliteTable(
  "member_roles",
  {
    communityId: text().notNull(),
    platformUserId: text().notNull(),
    /** The level they were given for; 0: taken back. */
    level: integer().notNull(),
    /** The community's roles at the time. */
    given: text({ mode: "json" }).$type<LevelRoles>(),
    /** Every role that was ever ours to give here, and is to be taken back. */
    managed: text({ mode: "json" }).$type<string[]>().notNull(),
    /** open until the bot has answered. */
    outcome: text({ enum: ["open", "held", "member-gone", "not-allowed"] })
      .notNull()
      .default("open"),
    /** Machine time. */
    askedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.platformUserId] })],
);
