import type { Insights, Share } from "@beatpass/shared/contracts";
import type { DayRange } from "@beatpass/shared/metrics";
import { compareCodePoints } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { unpackCounts } from "./packed-counts.ts";
import { type Place, placeOf } from "./place-keys.ts";
import { readListeners } from "./read-listeners.ts";

const TOP = 10;

type Audience = Pick<Insights, "devices" | "platforms" | "locations" | "listeners">;

/** Devices, platforms, locations and listeners of a range: plays descending, then name or id (spec §5, §12.4). */
export async function readAudience(db: Reader, trackKeys: SQL, range: DayRange): Promise<Audience> {
  // Many days to a row: the client takes longer over rows than SQLite over what is in them. Yet no more than 100 of one
  // track: a remote database gives texts of 4 MB at most.
  const days = await db.all<{ places: string; listeners: string }>(sql`
    SELECT group_concat(hex(places)) AS places, group_concat(hex(listeners)) AS listeners
    FROM track_day_audience WHERE track_key IN ${trackKeys} AND day BETWEEN ${range.from} AND ${range.to}
    GROUP BY track_key, day / 100`);
  const places = sumPlaces(days.flatMap((row) => bytesOf(row.places)));
  return {
    devices: shares(places, "device"),
    platforms: shares(places, "platform"),
    locations: shares(places, "country").slice(0, TOP),
    listeners: await readListeners(
      db,
      days.flatMap((row) => bytesOf(row.listeners)),
    ),
  };
}

const bytesOf = (hexes: string): Uint8Array[] => hexes.split(",").map((hex) => Buffer.from(hex, "hex"));

type Placed = Place & { plays: number };

function sumPlaces(packed: readonly Uint8Array[]): Placed[] {
  const sums = new Map<number, number>();
  for (const bytes of packed) unpackCounts(bytes, (key, plays) => sums.set(key, (sums.get(key) ?? 0) + plays));
  return [...sums].map(([key, plays]) => ({ ...placeOf(key), plays }));
}

function shares(places: readonly Placed[], kind: Place["kind"]): Share[] {
  const own = places.filter((place) => place.kind === kind);
  const total = own.reduce((sum, { plays }) => sum + plays, 0);
  return own
    .sort((a, b) => b.plays - a.plays || compareCodePoints(a.name, b.name))
    .map(({ name, plays }) => ({ name, plays, share: plays / total }));
}
