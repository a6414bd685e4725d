import type { CommunitySettings } from "@beatpass/shared/contracts";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One-time links of `/beatpass settings`, and the short sessions that they open; hashes alone are kept. Machine time. */
export const manageTokens = sqliteTable("manage_tokens", {
  hash: text().primaryKey(),
  kind: text({ enum: ["link", "session"] }).notNull(),
  communityId: text().notNull(),
  platformUserId: text().notNull(),
  name: text().notNull(),
  expiresAt: integer().notNull(),
});

/** Who changed which settings of a community. */
export const communityChanges = sqliteTable(
  "community_changes",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    communityId: text().notNull(),
    /** Machine time. */
    at: integer().notNull(),
    /** Such as "user:…", "key:…" or "discord:…", and the name at the time. */
    who: text().notNull(),
    name: text().notNull(),
    change: text({ mode: "json" }).$type<Partial<CommunitySettings>>().notNull(),
  },
  (table) => [index("community_changes_community").on(table.communityId, table.seq)],
);
