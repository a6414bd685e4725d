import { EARLIEST_DAY, type Insights } from "@beatpass/shared/contracts";
import type { SubjectRef } from "@beatpass/shared/links";
import {
  type DayRange,
  dayOf,
  isoDate,
  parseIsoDate,
  presetRange,
  previousRange,
  startOfDay,
} from "@beatpass/shared/metrics";
import { compareIds } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import { creditsOf, historyStartOf, tellsOfDownloads } from "../catalog/index.ts";
import type { Asker } from "../communities/index.ts";
import type { ReadContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { AppError, invalidField, notFound } from "../errors.ts";
import { readAudience } from "./audience.ts";
import { playedSpan, readDays } from "./day-sums.ts";
import { engagementSection } from "./engagement-section.ts";
import { playsSection } from "./plays-section.ts";
import { findSubject } from "./subject.ts";

const MOST_PLAYED = 10;
const EARLIEST = parseIsoDate(EARLIEST_DAY)!;

/**
 * Backstage insights of a track, album or artist (spec §5); engagement for tracks alone, most played tracks for the
 * others.
 * @param query inclusive dates; the year until `to`, and until today, where absent
 * @throws AppError not_found for strangers, whether or not the subject exists; invalid for a range that runs backwards
 */
export async function readInsights(
  { db, clock }: ReadContext,
  asker: Asker,
  { kind, id }: SubjectRef,
  query: { from?: string | undefined; to?: string | undefined },
): Promise<Insights> {
  const subject = await findSubject(db, asker, kind, id);
  if (!subject) throw notFound();
  const { about, trackKeys, track } = subject;
  const range = readRange(query, dayOf(clock.now()));
  const bothRanges = { from: previousRange(range).from, to: range.to };
  const days = await readDays(db, trackKeys, bothRanges, { ofOne: track !== undefined });
  const [audience, span, downloads, tracks, historyStart] = await Promise.all([
    readAudience(db, trackKeys, range),
    playedSpan(db, trackKeys),
    countDownloads(db, trackKeys, range),
    track ? undefined : mostPlayed(db, trackKeys, range),
    historyStartOf(db, trackKeys),
  ]);
  return {
    subject: about,
    range: isoRange(range),
    previousRange: isoRange(previousRange(range)),
    plays: playsSection(days, range, historyStart && parseIsoDate(historyStart.date)),
    downloads: downloads > 0 || (await tellsOfDownloads(db, trackKeys)) ? { total: downloads } : {},
    ...(track && {
      engagement: engagementSection(
        days.filter(({ day }) => day >= range.from),
        range,
        track.durationMs,
      ),
    }),
    ...audience,
    ...(tracks && { tracks }),
    ...(span && { firstPlayOn: isoDate(span.first), lastPlayOn: isoDate(span.last) }),
    ...(historyStart && { historyStart }),
    asOf: new Date(clock.now()).toISOString(),
  };
}

async function countDownloads(db: Reader, trackKeys: SQL, { from, to }: DayRange): Promise<number> {
  const [row] = await db.all<{ total: number }>(sql`
    SELECT count(*) AS total FROM downloads
    WHERE track_key IN ${trackKeys} AND at >= ${startOfDay(from)} AND at < ${startOfDay(to + 1)}`);
  return row!.total;
}

/** Up to ten tracks: plays descending, then id (spec §12.4). */
async function mostPlayed(db: Reader, trackKeys: SQL, { from, to }: DayRange): Promise<Insights["tracks"]> {
  const rows = await db.all<{ key: number; id: string; title: string; plays: number }>(sql`
    SELECT t.key, t.id, t.title, sum(d.plays) AS plays FROM track_days d JOIN tracks t ON t.key = d.track_key
    WHERE d.track_key IN ${trackKeys} AND d.day BETWEEN ${from} AND ${to} GROUP BY t.key`);
  const top = rows.sort((a, b) => b.plays - a.plays || compareIds(a.id, b.id)).slice(0, MOST_PLAYED);
  const credits = await creditsOf(
    db,
    top.map(({ key }) => key),
  );
  return top.map(({ key, id, title, plays }) => ({ id, title, artists: credits.get(key) ?? [], plays }));
}

const isoRange = ({ from, to }: DayRange) => ({ from: isoDate(from), to: isoDate(to) });

/** @throws AppError invalid for a range that runs backwards, is longer than a century or begins too long ago */
function readRange(query: { from?: string | undefined; to?: string | undefined }, today: number): DayRange {
  const to = query.to === undefined ? today : parseIsoDate(query.to)!;
  const from = query.from === undefined ? presetRange("year", to, to).from : parseIsoDate(query.from)!;
  for (const [field, day] of Object.entries({ from, to })) {
    if (day < EARLIEST) throw invalidField(field, `A range begins on ${EARLIEST_DAY} or later.`);
  }
  if (from > to) {
    throw new AppError("invalid", `from (${isoDate(from)}) lies after to (${isoDate(to)}).`, {
      errors: [{ path: "from", message: "lies after to" }],
    });
  }
  if (to - from > 36_600) throw invalidField("from", "A range holds at most a hundred years.");
  return { from, to };
}
