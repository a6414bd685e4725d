import type { Category, Period } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";

export type BoardKey = { category: Category; period: Period; demo: boolean };

/** Points are always all-time (spec §6): their board is kept once, and is the same whatever period is asked for. */
export const keptPeriod = (category: Category, period: Period): Period => (category === "points" ? "all-time" : period);

/** Whether a category has boards of its own in a period. */
export const isKept = (category: Category, period: Period): boolean => keptPeriod(category, period) === period;

/** The standings of a board, those that ended too. */
export const onBoard = ({ category, period, demo }: BoardKey): SQL =>
  sql`category = ${category} AND period = ${keptPeriod(category, period)} AND demo = ${demo ? 1 : 0}`;

/** Its standings as the last refresh left them. */
export const isCurrent = (key: BoardKey): SQL => sql`${onBoard(key)} AND until IS NULL`;
