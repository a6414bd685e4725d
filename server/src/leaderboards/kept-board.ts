import type { Category, Period } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";

export type BoardKey = { category: Category; period: Period; demo: boolean };

/** Points are always all-time (spec §6): their boards of other periods are that of all time, and are not kept beside it. */
export const keptPeriod = (category: Category, period: Period): Period => (category === "points" ? "all-time" : period);

/** Whether a category has boards of its own in a period. */
export const isKept = (category: Category, period: Period): boolean => keptPeriod(category, period) === period;

/** The standings of a board, those that ended too. */
export const onBoard = ({ category, period, demo }: BoardKey): SQL =>
  sql`category = ${category} AND period = ${keptPeriod(category, period)} AND demo = ${demo ? 1 : 0}`;

/** Its standings as the last refresh left them. */
export const isCurrent = (key: BoardKey): SQL => sql`${onBoard(key)} AND until IS NULL`;

/** What follows FROM: its standings as a refresh left them. */
// Current ones and those that ended later apart: asked for together they would be looked for in all that is kept.
export const heldAt = (key: BoardKey, refreshId: number): SQL => sql`(
  SELECT * FROM standings WHERE ${isCurrent(key)} AND since <= ${refreshId}
  UNION ALL SELECT * FROM standings WHERE ${onBoard(key)} AND until > ${refreshId} AND since <= ${refreshId})`;
