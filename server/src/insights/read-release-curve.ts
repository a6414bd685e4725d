import type { ReleaseCurve } from "@beatpass/shared/contracts";
import { dayOf, isoDate, parseIsoDate } from "@beatpass/shared/metrics";
import { sql } from "drizzle-orm";
import { historyStartOf } from "../catalog/index.ts";
import type { Asker } from "../communities/index.ts";
import type { ReadContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { findSubject } from "./subject.ts";

/**
 * A track's plays by day since its publication, for whoever may see its insights (spec §5).
 * @throws AppError not_found for strangers, whether or not there is such a track
 */
export async function readReleaseCurve({ db, clock }: ReadContext, asker: Asker, id: string): Promise<ReleaseCurve> {
  const subject = await findSubject(db, asker, "track", id);
  if (!subject?.track) throw notFound();
  const { key } = subject.track;
  const [[row], days, historyStart] = await Promise.all([
    db.all<{ published_at: number }>(sql`SELECT published_at FROM tracks WHERE key = ${key}`),
    db.all<{ day: number; plays: number }>(sql`SELECT day, plays FROM track_days WHERE track_key = ${key}`),
    historyStartOf(db, subject.trackKeys),
  ]);
  const today = dayOf(clock.now());
  const first = Math.min(dayOf(row!.published_at), today);
  const known = historyStart ? (parseIsoDate(historyStart.date) ?? first) : first;
  const plays = Array.from({ length: today - first + 1 }, (_, age): number | null => (first + age < known ? null : 0));
  let earlier = 0;
  for (const { day, plays: count } of days) {
    if (day < first) earlier += count;
    else if (day <= today) plays[day - first] = count;
  }
  const { title, artists, image } = subject.about;
  return {
    track: { id, title, artists, ...(image && { image }) },
    publishedOn: isoDate(first),
    plays,
    ...(historyStart && { historyStart }),
    earlier,
    asOf: new Date(clock.now()).toISOString(),
  };
}
