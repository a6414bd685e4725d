import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";

const DAY = 86_400_000;
/** "Why my rank changed" and movement look back a week at most. */
export const KEPT_MS = 7 * DAY;
/** Places in the top ten are kept longer. */
const TOP_KEPT_MS = 40 * DAY;

/** The last refreshes whose ended standings are dropped; 0 where there is none yet. */
export type KeptSince = { all: number; top: number };

export async function keptSince(tx: Tx, now: number): Promise<KeptSince> {
  const [row] = await tx.all<KeptSince>(sql`
    SELECT coalesce((SELECT max(id) FROM refreshes WHERE at < ${now - KEPT_MS}), 0) AS "all",
      coalesce((SELECT max(id) FROM refreshes WHERE at < ${now - TOP_KEPT_MS}), 0) AS top`);
  return row!;
}

/** Drops standings that ended long ago: a board of many would else grow without end. */
export async function pruneBoards(tx: Tx, { all, top }: KeptSince): Promise<void> {
  // Board by board, along their index: those of seasons that nothing is known of any more, too.
  await tx.run(sql`
    DELETE FROM standings WHERE board_key IN (SELECT key FROM boards) AND until <= ${all} AND (rank > 10 OR until <= ${top})`);
}
