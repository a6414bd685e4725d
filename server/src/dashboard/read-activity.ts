import type { Activity, DownloadRange } from "@beatpass/shared/contracts";
import { barStart, dayOf, isoDate, startOfDay } from "@beatpass/shared/metrics";
import { type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { readCounts } from "./overview.ts";
import { ownTrackKeys } from "./producer-plays.ts";
import { readDownloads } from "./read-downloads.ts";

const WEEKS = 53;
const RANGE_DAYS: Record<Exclude<DownloadRange, "all">, number> = { "7d": 7, "30d": 30, "90d": 90 };

export type ActivityWanted = { range: DownloadRange; limit: number; cursor?: string | undefined };

/** The upload calendar and the downloads of a range, over the producer's public tracks (spec §7, §12.2). */
export async function readActivity(
  { db, clock }: ReadContext,
  producerId: string,
  { range, limit, cursor }: ActivityWanted,
): Promise<Activity> {
  const now = clock.now();
  const today = dayOf(now);
  const keys = ownTrackKeys(producerId);
  const fromDay = range === "all" ? undefined : today - RANGE_DAYS[range] + 1;
  const [uploads, downloads] = await Promise.all([
    readUploads(db, keys, today),
    readDownloads(db, keys, { since: fromDay === undefined ? undefined : startOfDay(fromDay), limit, cursor }),
  ]);
  const isTold = downloads.total > 0 || (await readCounts(db, producerId)).downloads !== undefined;
  return {
    ...uploads,
    downloads: {
      range,
      ...(fromDay !== undefined && { from: isoDate(fromDay) }),
      ...(isTold ? downloads : { recent: [] }),
    },
    asOf: new Date(now).toISOString(),
  };
}

/** Tracks published per UTC day: 52 whole weeks from a Monday, and the current one up to today. */
async function readUploads(
  db: Reader,
  trackKeys: SQL,
  today: number,
): Promise<Pick<Activity, "calendar" | "lastUploadOn">> {
  const first = barStart(today, "week") - 7 * (WEEKS - 1);
  const rows = await db.all<{ published_at: number }>(sql`SELECT published_at FROM tracks WHERE key IN ${trackKeys}`);
  const days = rows.map(({ published_at }) => dayOf(published_at));
  const uploads = Map.groupBy(days, (day) => day);
  const last = days.length > 0 ? days.reduce((latest, day) => Math.max(latest, day)) : undefined;
  return {
    calendar: Array.from({ length: today - first + 1 }, (_, index) => ({
      date: isoDate(first + index),
      uploads: uploads.get(first + index)?.length ?? 0,
    })),
    ...(last !== undefined && { lastUploadOn: isoDate(last) }),
  };
}
