import { rarestFirst } from "@beatpass/messages";
import type { AchievementState, Dashboard, HistoryStart } from "@beatpass/shared/contracts";
import {
  type DayRange,
  dayOf,
  growthRate,
  isoDate,
  MS_PER_DAY,
  parseIsoDate,
  startOfDay,
} from "@beatpass/shared/metrics";
import { standingForXp } from "@beatpass/shared/rules";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import { readHistoryStart } from "../catalog/index.ts";
import type { RuledContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { artists, producers } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import { playedSpan, readDays } from "../insights/index.ts";
import { bestRank } from "../leaderboards/index.ts";
import { readAchievements } from "../progress/index.ts";
import { readNotice } from "../sources/beatpass/index.ts";
import { ownTrackKeys } from "./producer-plays.ts";

/** The overview of a producer (spec §7): also what the popup shows. @throws AppError not_found */
export async function overview({ db, clock, rulebook }: RuledContext, producerId: string): Promise<Dashboard> {
  const [producer] = await db.select().from(producers).where(eq(producers.id, producerId));
  if (!producer) throw notFound();
  const now = clock.now();
  const today = dayOf(now);
  const keys = ownTrackKeys(producerId);
  const [counts, days, last24h, profiles, rank, achievements, historyStart, span, daysAreUnknown, notice] =
    await Promise.all([
      readCounts(db, producerId),
      readDays(db, keys, { from: today - 59, to: today }),
      playsSince(db, keys, now),
      db
        .select({ id: artists.id, name: artists.name })
        .from(artists)
        .where(eq(artists.producerId, producerId))
        .orderBy(asc(artists.createdAt), asc(artists.id)),
      bestRank(db, producerId),
      readAchievements(db, producer),
      readHistoryStart(db, producerId),
      playedSpan(db, keys),
      hasUnknownDays(db, keys, today - USUAL_DAYS),
      readNotice({ db, clock }, producerId),
    ]);
  const byDay = new Map(days.map(({ day, plays }) => [day, plays]));
  const plays = ({ from, to }: DayRange) => range(from, to).reduce((sum, day) => sum + (byDay.get(day) ?? 0), 0);
  const previous =
    historyStart && historyStart.date > isoDate(today - 60) ? undefined : plays({ from: today - 59, to: today - 30 });
  const growth = previous === undefined ? undefined : growthRate(plays({ from: today - 29, to: today }), previous);
  return {
    producer: { id: producer.id, name: producer.name, artists: profiles, demo: producer.demo },
    ...counts,
    ...(growth !== undefined && { growthRate: growth }),
    ...(previous !== undefined && { previousPlays30d: previous }),
    plays30d: range(today - 29, today).map((day) => byDay.get(day) ?? 0),
    playsToday: byDay.get(today) ?? 0,
    playsLast24h: last24h,
    ...(firstKnownDay(span?.first, historyStart) <= today - USUAL_DAYS &&
      !daysAreUnknown && { usualDay: plays({ from: today - USUAL_DAYS, to: today - 1 }) / USUAL_DAYS }),
    basis: "computed",
    xp: producer.xp,
    ...standingForXp(producer.xp),
    level: producer.level,
    rules: { upload: rulebook.upload, metadata: rulebook.metadata },
    ...(rank && { rank }),
    ...newsOf(achievements),
    ...(historyStart && { historyStart }),
    ...(notice && { notice }),
    asOf: new Date(now).toISOString(),
  };
}

/** What was unlocked last, and what is closest of what can be measured. */
function newsOf(achievements: readonly AchievementState[]): Pick<Dashboard, "latestUnlock" | "nearestAchievement"> {
  const unlocked = achievements
    .filter(({ unlockedAt }) => unlockedAt)
    .sort((a, b) => b.unlockedAt!.localeCompare(a.unlockedAt!) || rarestFirst(a, b))[0];
  const nearest = achievements
    .filter(({ unlockedAt, current, target }) => !unlockedAt && current !== undefined && target !== undefined)
    .sort((a, b) => b.current! / b.target! - a.current! / a.target! || a.xp - b.xp)[0];
  return {
    ...(unlocked && { latestUnlock: { ...nameOf(unlocked), unlockedAt: unlocked.unlockedAt! } }),
    ...(nearest && {
      nearestAchievement: {
        ...nameOf(nearest),
        current: nearest.current!,
        target: nearest.target!,
        ...(nearest.unit && { unit: nearest.unit }),
      },
    }),
  };
}

/** Four full weeks of history, or there is no "usual". */
const USUAL_DAYS = 28;

/**
 * Whether a track was first read from BeatPass since a day: plays of the days between are in its opening balance, and on
 * none of them.
 */
async function hasUnknownDays(db: Reader, trackKeys: SQL, day: number): Promise<boolean> {
  const rows = await db.all(
    sql`SELECT 1 FROM tracks WHERE key IN ${trackKeys} AND opening_at >= ${startOfDay(day)} LIMIT 1`,
  );
  return rows.length > 0;
}

/**
 * Where a producer's history begins: on the first day with a play ever, however quiet it was since. Plays before the
 * first reading from BeatPass are on no day: with them alone it begins on the first whole day after.
 */
const firstKnownDay = (firstPlayed: number | undefined, historyStart: HistoryStart | undefined): number =>
  Math.min(
    firstPlayed ?? Number.POSITIVE_INFINITY,
    historyStart ? parseIsoDate(historyStart.date)! + 1 : Number.POSITIVE_INFINITY,
  );

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const nameOf = ({ slug, name, rarity, xp }: AchievementState) => ({ slug, name, rarity, xp });

type Counts = Pick<Dashboard, "tracks" | "plays" | "followers" | "albums" | "downloads">;

/**
 * Tracks, plays, followers, albums and downloads of a producer: the figures that every surface names. The last three are
 * not among what is read from BeatPass (spec §9): none of them, for somebody it is read for, is not known to be 0.
 */
export async function readCounts(db: Reader, producerId: string): Promise<Counts> {
  const keys = ownTrackKeys(producerId);
  const [row] = await db.all<{ [Name in keyof Counts]-?: number } & { read: number }>(sql`
    SELECT count(*) AS tracks, coalesce(sum(t.plays), 0) AS plays, count(DISTINCT t.album_id) AS albums,
      (SELECT count(*) FROM downloads d WHERE d.track_key IN ${keys}) AS downloads,
      (SELECT count(DISTINCT f.user_id) FROM follows f JOIN artists a ON a.id = f.artist_id
        WHERE a.producer_id = ${producerId} AND f.following) AS followers,
      EXISTS (SELECT 1 FROM beatpass_connections WHERE producer_id = ${producerId})
        OR coalesce(max(t.id IN (SELECT track_id FROM beatpass_tracks)), 0) AS read
    FROM tracks t WHERE t.key IN ${keys}`);
  const { tracks, plays, followers, albums, downloads, read } = row!;
  return {
    tracks,
    plays,
    ...((followers > 0 || !read) && { followers }),
    ...((albums > 0 || !read) && { albums }),
    ...((downloads > 0 || !read) && { downloads }),
  };
}

async function playsSince(db: Reader, keys: ReturnType<typeof sql>, now: number): Promise<number> {
  const [row] = await db.all<{ plays: number }>(sql`
    SELECT count(*) AS plays FROM plays
    WHERE at > ${now - MS_PER_DAY} AND at <= ${now} AND counted AND track_key IN ${keys}`);
  return row!.plays;
}
