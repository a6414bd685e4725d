import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./accounts.ts";

/** When an account last looked, from whichever device. Not derived: a rebuild leaves it alone. */
export const visits = sqliteTable("visits", {
  userId: text()
    .primaryKey()
    .references(() => user.id, { onDelete: "cascade" }),
  /** From when on things are news during this visit: the end of the one before. */
  newsSince: integer().notNull(),
  seenAt: integer().notNull(),
});
