import type { Changes } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { achievementBySlug, levelForXp, RARITIES } from "@beatpass/shared/rules";
import { and, eq, gt, sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { producers, xpEntries } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import { rankMoves } from "../leaderboards/index.ts";
import { ownTrackKeys } from "./producer-plays.ts";

/** No further back than this: who was away for longer is told of the last month. */
const LONGEST_MS = 31 * MS_PER_DAY;

/** What changed for a producer since an instant. @throws AppError not_found */
export async function readChanges(
  { db, clock }: ReadContext,
  producerId: string,
  { since: asked }: { since: string },
): Promise<Changes> {
  const now = clock.now();
  const since = Math.max(Math.min(Date.parse(asked), now), now - LONGEST_MS);
  const [producer] = await db
    .select({ xp: producers.xp, level: producers.level })
    .from(producers)
    .where(eq(producers.id, producerId));
  if (!producer) throw notFound();
  const [heard, entries, followers, ranks] = await Promise.all([
    newPlays(db, producerId, since),
    db
      .select({ reason: xpEntries.reason, subject: xpEntries.subject, xp: xpEntries.xp })
      .from(xpEntries)
      .where(and(eq(xpEntries.producerId, producerId), gt(xpEntries.at, since))),
    newFollowers(db, producerId, since),
    rankMoves(db, producerId, since, now),
  ]);
  const xp = entries.reduce((sum, entry) => sum + entry.xp, heard.xp);
  const from = levelForXp(producer.xp - xp);
  return {
    since: new Date(since).toISOString(),
    plays: heard.plays,
    xp,
    ...(from < producer.level && { levels: { from, to: producer.level } }),
    unlocks: entries
      .filter(({ reason }) => reason === "achievement")
      .flatMap(unlockOf)
      .sort(rarestFirst),
    ranks: ranks ?? [],
    followers,
    asOf: new Date(now).toISOString(),
  };
}

/**
 * Counted plays of the producer's tracks that came in since, and the XP that plays paid: a source may tell of a play
 * some time after it. What was heard more than a day before is history that was brought in, and no news.
 */
async function newPlays(db: Reader, producerId: string, since: number): Promise<{ plays: number; xp: number }> {
  const [row] = await db.all<{ plays: number; xp: number }>(sql`
    SELECT coalesce(sum(p.is_own), 0) AS plays, coalesce(sum(w.xp), 0) AS xp
    FROM (SELECT award_id, track_key IN ${ownTrackKeys(producerId)} AS is_own FROM plays
      WHERE at > ${since - MS_PER_DAY} AND received_at > ${since} AND counted
        AND (track_key IN ${ownTrackKeys(producerId)}
          OR award_id IN (SELECT award_id FROM award_producers WHERE producer_id = ${producerId}))) p
    LEFT JOIN award_producers w ON w.award_id = p.award_id AND w.producer_id = ${producerId}`);
  return row!;
}

/** Accounts that follow one of the producer's profiles now and none of them until then. */
async function newFollowers(db: Reader, producerId: string, since: number): Promise<number> {
  const [row] = await db.all<{ count: number }>(sql`
    SELECT count(*) AS count FROM (
      SELECT 1 FROM follows f JOIN artists a ON a.id = f.artist_id
      WHERE a.producer_id = ${producerId} AND f.following GROUP BY f.user_id HAVING min(f.at) > ${since})`);
  return row!.count;
}

/** An achievement that the rules no longer have is not told. */
function unlockOf({ subject, xp }: { subject: string; xp: number }): Changes["unlocks"] {
  const achievement = achievementBySlug(subject);
  return achievement ? [{ slug: subject, name: achievement.name, rarity: achievement.rarity, xp }] : [];
}

const rarestFirst = (a: Changes["unlocks"][number], b: Changes["unlocks"][number]): number =>
  RARITIES.indexOf(b.rarity) - RARITIES.indexOf(a.rarity) || b.xp - a.xp;
