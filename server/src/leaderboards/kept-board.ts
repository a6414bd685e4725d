import type { Category, Period } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import { HIDDEN_PRODUCERS } from "../accounts/hidden.ts";
import { idList } from "../db/json-rows.ts";

export type BoardKey = { category: Category; period: Period; demo: boolean };

/** Points are always all-time (spec §6): their boards of other periods are that of all time, and are not kept beside it. */
export const keptPeriod = (category: Category, period: Period): Period => (category === "points" ? "all-time" : period);

/** Whether a category has boards of its own in a period. */
export const isKept = (category: Category, period: Period): boolean => keptPeriod(category, period) === period;

/** The number of a board, NULL before its first refresh. */
export const boardKey = ({ category, period, demo }: BoardKey): SQL => sql`(SELECT key FROM boards
  WHERE category = ${category} AND period = ${keptPeriod(category, period)} AND demo = ${demo ? 1 : 0})`;

/** The number of a producer. */
export const keyOf = (producerId: string): SQL => sql`(SELECT key FROM producers WHERE id = ${producerId})`;

/** The numbers of some producers. */
export const keysOf = (producerIds: readonly string[]): SQL =>
  sql`(SELECT key FROM producers WHERE id IN ${idList(producerIds)})`;

/** The numbers of those who asked not to be shown: see HIDDEN_PRODUCERS. */
export const HIDDEN_KEYS = sql`(SELECT key FROM producers WHERE id IN ${HIDDEN_PRODUCERS})`;

/** The standings of a board, those that ended too. */
export const onBoard = (key: BoardKey): SQL => sql`board_key = ${boardKey(key)}`;

/** Its standings as the last refresh left them. */
export const isCurrent = (key: BoardKey): SQL => sql`${onBoard(key)} AND until IS NULL`;

/** What follows FROM: its standings as a refresh left them. */
// Current ones and those that ended later apart: asked for together they would be looked for in all that is kept.
export const heldAt = (key: BoardKey, refreshId: number): SQL => sql`(
  SELECT * FROM standings WHERE ${isCurrent(key)} AND since <= ${refreshId}
  UNION ALL SELECT * FROM standings WHERE ${onBoard(key)} AND until > ${refreshId} AND since <= ${refreshId})`;
