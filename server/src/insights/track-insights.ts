import type { Insights } from "@beatpass/shared/contracts";
import { type DayRange, dayOf, isoDate, parseIsoDate, presetRange, previousRange } from "@beatpass/shared/metrics";
import { eq, sql } from "drizzle-orm";
import { creditsOf } from "../catalog/index.ts";
import type { ReadContext } from "../context.ts";
import { tracks } from "../db/schema/index.ts";
import { AppError, notFound } from "../errors.ts";
import type { Principal } from "../http/principal.ts";
import { readAudience } from "./audience.ts";
import { playedSpan, readDays } from "./day-sums.ts";
import { engagementSection } from "./engagement-section.ts";
import { maySeeTrack } from "./may-see.ts";
import { playsSection } from "./plays-section.ts";

/**
 * Backstage insights of a track (spec §5).
 * @param query inclusive dates; this year where absent
 * @throws AppError not_found for strangers, whether or not the track exists; invalid for a range that runs backwards
 */
export async function trackInsights(
  { db, clock }: ReadContext,
  who: Principal,
  id: string,
  query: { from?: string | undefined; to?: string | undefined },
): Promise<Insights> {
  const [track] = await db.select().from(tracks).where(eq(tracks.id, id));
  if (!track || track.removedAt !== null || !(await maySeeTrack(db, who, track.key))) throw notFound();
  const range = readRange(query, dayOf(clock.now()));
  const keys = sql`(${track.key})`;
  const days = await readDays(db, keys, { from: previousRange(range).from, to: range.to });
  const inRange = days.filter(({ day }) => day >= range.from);
  const [audience, span, [downloads], credits] = await Promise.all([
    readAudience(db, keys, range),
    playedSpan(db, keys),
    db.all<{ total: number }>(sql`
      SELECT count(*) AS total FROM downloads
      WHERE track_key = ${track.key} AND at >= ${range.from * 86_400_000} AND at < ${(range.to + 1) * 86_400_000}`),
    creditsOf(db, [track.key]),
  ]);
  return {
    subject: {
      kind: "track",
      id,
      title: track.title,
      artists: credits.get(track.key) ?? [],
      ...(track.image && { image: track.image }),
    },
    range: isoRange(range),
    previousRange: isoRange(previousRange(range)),
    plays: playsSection(days, range),
    downloads: { total: downloads!.total },
    engagement: engagementSection(inRange, track.durationMs),
    ...audience,
    ...(span && { firstPlayOn: isoDate(span.first), lastPlayOn: isoDate(span.last) }),
    asOf: new Date(clock.now()).toISOString(),
  };
}

const isoRange = ({ from, to }: DayRange) => ({ from: isoDate(from), to: isoDate(to) });

/** @throws AppError invalid for a range that runs backwards or is longer than a century */
function readRange(query: { from?: string | undefined; to?: string | undefined }, today: number): DayRange {
  const year = presetRange("year", today, today);
  const to = query.to === undefined ? year.to : parseIsoDate(query.to)!;
  const from = query.from === undefined ? Math.min(year.from, to) : parseIsoDate(query.from)!;
  if (from > to) {
    throw new AppError("invalid", `from (${isoDate(from)}) lies after to (${isoDate(to)}).`, {
      errors: [{ path: "from", message: "lies after to" }],
    });
  }
  if (to - from > 36_600) throw new AppError("invalid", "from: a range holds at most a hundred years.");
  return { from, to };
}
