import type { Leaderboard, NotRanked } from "@beatpass/shared/contracts";
import { eq, sql } from "drizzle-orm";
import { readCounts } from "../dashboard/index.ts";
import type { Reader } from "../db/client.ts";
import { producers } from "../db/schema/index.ts";

/** Why a producer has no place on a board, as the page of the boards says it (spec §6). */
export async function whyNotRanked(
  db: Reader,
  { category, period, hidden }: Leaderboard,
  producerId: string,
): Promise<NotRanked> {
  if (hidden) return "hidden";
  const admins = await db.all(sql`SELECT 1 FROM user WHERE admin AND producer_id = ${producerId}`);
  if (admins.length > 0) return "admin";
  const { tracks, plays } = await readCounts(db, producerId);
  if (tracks === 0) return "no_track";
  // What counts over all time can be told before it is ranked.
  const [producer] = await db.select({ xp: producers.xp }).from(producers).where(eq(producers.id, producerId));
  const points = producer?.xp ?? 0;
  const scores: Partial<Record<string, number>> =
    period === "all-time" ? { points, plays, uploads: tracks } : { points };
  return (scores[category] ?? 0) > 0 ? "soon" : "zero";
}
