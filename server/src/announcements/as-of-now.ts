import type { AnnouncementView } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";

/**
 * What is told later than it was written, as it is by then: the days that are left, and a whole day's plays once the day is
 * over.
 * @param productNow product time, ms
 */
export async function asOfNow(tx: Tx, view: AnnouncementView, productNow: number): Promise<AnnouncementView> {
  if (view.kind === "token-soon")
    return { ...view, days: Math.ceil((Date.parse(view.expiresAt) - productNow) / MS_PER_DAY) };
  if (view.kind !== "spike" || Date.parse(view.date) + MS_PER_DAY > productNow) return view;
  return { ...view, plays: (await playsOn(tx, view.track.id, view.date)) ?? view.plays, dayIsOver: true };
}

async function playsOn(tx: Tx, trackId: string, date: string): Promise<number | undefined> {
  const [row] = await tx.all<{ plays: number }>(sql`
    SELECT d.plays FROM track_days d JOIN tracks t ON t.key = d.track_key
    WHERE t.id = ${trackId} AND d.day = ${Date.parse(date) / MS_PER_DAY}`);
  return row?.plays;
}
