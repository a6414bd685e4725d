import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { sql } from "drizzle-orm";
import type { Reader, Tx } from "../db/client.ts";

/** A week's digest looks back longest: to the beginning of its week, from the evening after it, or later where it was held. */
const KEPT_MS = 11 * MS_PER_DAY;
/** Places in the top ten are kept longer. */
const TOP_KEPT_MS = 40 * MS_PER_DAY;

/** The last refreshes whose ended standings are dropped; 0 where there is none yet. */
export type KeptSince = { all: number; top: number };

/** How far back ended standings are kept. @param now product time, ms */
export async function keptSince(tx: Tx, now: number): Promise<KeptSince> {
  const [row] = await tx.all<KeptSince>(sql`
    SELECT coalesce((SELECT max(id) FROM refreshes WHERE at < ${now - KEPT_MS}), 0) AS "all",
      coalesce((SELECT max(id) FROM refreshes WHERE at < ${now - TOP_KEPT_MS}), 0) AS top`);
  return row!;
}

/** Whether the boards are still known as they were at an instant: what ended before is dropped. */
export async function isRemembered(db: Reader, at: number): Promise<boolean> {
  const [row] = await db.all<{ last: number | null }>(sql`SELECT max(at) AS last FROM refreshes`);
  return row?.last != null && at >= row.last - KEPT_MS;
}

/** Drops standings that ended long ago: a board of many would else grow without end. */
export async function pruneBoards(tx: Tx, { all, top }: KeptSince): Promise<void> {
  // Board by board, along their index: those of seasons that nothing is known of any more, too.
  await tx.run(sql`
    DELETE FROM standings WHERE board_key IN (SELECT key FROM boards) AND until <= ${all} AND (rank > 10 OR until <= ${top})`);
}
