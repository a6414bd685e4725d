import type { Insights, Share } from "@beatpass/shared/contracts";
import type { DayRange } from "@beatpass/shared/metrics";
import { DEVICES, PLATFORMS } from "@beatpass/shared/platforms";
import { compareCodePoints, compareIds } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { pseudonym } from "./pseudonym.ts";

const TOP = 10;
/** Names of the platform columns of track_days, in the order of PLATFORMS. */
const PLATFORM_COLUMNS = ["web", "ios", "android", "windows", "macos", "linux", "other_platform"] as const;
const DEVICE_COLUMNS = ["desktop", "mobile", "tablet", "tv_other"] as const;

type Audience = Pick<Insights, "devices" | "platforms" | "locations" | "listeners">;

/** Devices, platforms, locations and listeners of a range: plays descending, then name or id (spec §5, §12.4). */
export async function readAudience(db: Reader, trackKeys: SQL, range: DayRange): Promise<Audience> {
  const within = sql`track_key IN ${trackKeys} AND day BETWEEN ${range.from} AND ${range.to}`;
  const columns = [...PLATFORM_COLUMNS, ...DEVICE_COLUMNS];
  const sums = sql.join(
    columns.map((column) => sql`coalesce(sum(${sql.raw(column)}), 0) AS ${sql.raw(column)}`),
    sql`, `,
  );
  const [totals] = await db.all<Record<(typeof columns)[number], number>>(
    sql`SELECT ${sums} FROM track_days WHERE ${within}`,
  );
  const countries = await db.all<{ name: string; plays: number }>(sql`
    SELECT country AS name, sum(plays) AS plays FROM track_day_countries WHERE ${within} GROUP BY country`);
  return {
    devices: shares(DEVICES.map((name, index) => ({ name, plays: totals![DEVICE_COLUMNS[index]!] }))),
    platforms: shares(PLATFORMS.map((name, index) => ({ name, plays: totals![PLATFORM_COLUMNS[index]!] }))),
    locations: shares(countries).slice(0, TOP),
    listeners: await readListeners(db, within),
  };
}

function shares(counts: readonly { name: string; plays: number }[]): Share[] {
  const total = counts.reduce((sum, { plays }) => sum + plays, 0);
  return counts
    .filter(({ plays }) => plays > 0)
    .sort((a, b) => b.plays - a.plays || compareCodePoints(a.name, b.name))
    .map(({ name, plays }) => ({ name, plays, share: plays / total }));
}

/** Up to ten accounts by plays, then the guests as one row. A listener is a pseudonym unless a producer here. */
async function readListeners(db: Reader, within: SQL): Promise<Insights["listeners"]> {
  // Summed, and cut to the ten and their equals, before any name is looked up: a busy track has thousands.
  const sums = await db.all<{ key: number; plays: number; total: number }>(sql`
    WITH sums AS MATERIALIZED (
      SELECT listener_key AS key, sum(plays) AS plays FROM track_day_listeners WHERE ${within} GROUP BY listener_key)
    SELECT key, plays, (SELECT sum(plays) FROM sums) AS total FROM sums
    WHERE key = ${GUESTS} OR plays >= coalesce(
      (SELECT plays FROM sums WHERE key <> ${GUESTS} ORDER BY plays DESC LIMIT 1 OFFSET ${TOP - 1}), 0)`);
  const total = sums[0]?.total ?? 0;
  const known = sums.filter(({ key }) => key !== GUESTS);
  const names = await readNames(
    db,
    known.map(({ key }) => key),
  );
  const accounts = known
    .flatMap(({ key, plays }) => {
      const name = names.get(key);
      return name ? [{ ...name, plays }] : [];
    })
    .sort((a, b) => b.plays - a.plays || compareIds(a.id, b.id))
    .slice(0, TOP)
    .map(({ id, producer, plays }) => ({
      ...(producer !== null && { listenerId: id }),
      name: producer ?? pseudonym(id),
      plays,
      share: plays / total,
    }));
  const guests = sums.find(({ key }) => key === GUESTS);
  return guests ? [...accounts, { name: "guests", plays: guests.plays, share: guests.plays / total }] : accounts;
}

/** The row that stands for all guests. */
const GUESTS = 0;

async function readNames(
  db: Reader,
  keys: readonly number[],
): Promise<Map<number, { id: string; producer: string | null }>> {
  const rows = await db.all<{ key: number; id: string; producer: string | null }>(sql`
    SELECT l.key, l.id, p.name AS producer FROM listeners l LEFT JOIN producers p ON p.id = l.id WHERE l.key IN ${idList(keys)}`);
  return new Map(rows.map((row) => [row.key, row]));
}
