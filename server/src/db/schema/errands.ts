import type { Errand, ErrandResult } from "@beatpass/shared/contracts";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What bots are asked to find out or to do, and what they answered. All times are machine time. */
export const errands = sqliteTable(
  "errands",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    platform: text({ enum: ["discord", "slack"] }).notNull(),
    guildId: text().notNull(),
    errand: text({ mode: "json" }).$type<Errand>().notNull(),
    /** At most one open errand has a subject; a later one takes its place. */
    subject: text(),
    status: text({ enum: ["waiting", "leased", "done"] })
      .notNull()
      .default("waiting"),
    lease: text(),
    leasedUntil: integer(),
    attempts: integer().notNull().default(0),
    notBefore: integer().notNull().default(0),
    /** Nobody waits for it any longer. */
    expiresAt: integer().notNull(),
    result: text({ mode: "json" }).$type<ErrandResult>(),
    detail: text(),
  },
  (table) => [
    index("errands_open").on(table.platform, table.status, table.seq),
    index("errands_subject").on(table.subject),
  ],
);
