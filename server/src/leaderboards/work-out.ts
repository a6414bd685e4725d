import {
  type Boards,
  CATEGORIES,
  currentPeriods,
  indexCatalog,
  type Period,
  type ProducerSnapshot,
  periodWindow,
  rankPeriod,
  settle,
  type Unlock,
} from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { jsonText } from "../db/json-rows.ts";
import type { KeptPlaces } from "../db/schema/index.ts";
// From its own file: the thread that works refreshes out loads no routes with it, which are most of its memory.
import { findSpikes, type Spike } from "../insights/find-spikes.ts";
import { type BoardChanges, boardChanges } from "./board-changes.ts";
import { isKept } from "./kept-board.ts";
import { playsWithin } from "./plays-within.ts";
import { readCatalog } from "./read-catalog.ts";

/** What a refresh will change. Plain data, its long lists as texts: it may come from another thread. */
export type RefreshPlan = {
  /** The instant it is for, ms. */
  now: number;
  /** The refresh before it, 0 for none: the boards are compared with what that one left. */
  after: number;
  unlocks: Unlock[];
  boards: BoardChanges[];
  spikes: Spike[];
  /** Places and milestones by producer where they changed: see producerPlaces. */
  places: string;
};

export type WorkOut = (now: number) => Promise<RefreshPlan>;

/** Checks every achievement and ranks every board anew; only reads (spec §4 "Checked when", §6). */
export async function workOutRefresh(db: Reader, now: number): Promise<RefreshPlan> {
  const after = await lastRefresh(db);
  const known = await readKnownPlaces(db);
  const unlocks: Unlock[] = [];
  const boards: BoardChanges[] = [];
  const places: [producerId: string, snapshot: string][] = [];
  // Demo people and real ones live in worlds of their own.
  for (const demo of [false, true]) {
    const index = indexCatalog(await readCatalog(db, demo));
    const settled = settle(index, now);
    const playsOf = async (period: Period) =>
      index.catalog.tracks.length === 0 ? new Map<string, number>() : playsWithin(db, periodWindow(period, now)!);
    for (const unlock of settled.unlocks) unlocks.push(unlock);
    for (const period of currentPeriods(now)) {
      const ranked: Boards =
        period === "all-time"
          ? settled.boards
          : rankPeriod(index, settled.gains, { period, now, plays: await playsOf(period) });
      for (const category of CATEGORIES.filter((category) => isKept(category, period)))
        boards.push(await boardChanges(db, { category, period, demo }, ranked[category]));
    }
    for (const [producer, { id }] of index.catalog.producers.entries()) {
      const snapshot = JSON.stringify(keptPlaces(settled.snapshots[producer]!));
      if (known.get(id) !== snapshot) places.push([id, snapshot]);
    }
  }
  return { now, after, unlocks, boards, spikes: await findSpikes(db, now), places: jsonText(places) };
}

/** By producer, as texts. */
async function readKnownPlaces(db: Reader): Promise<Map<string, string>> {
  // As lists of JSON they would be quoted and read once more; JSON.stringify writes no line breaks.
  const [read] = await db.all<{ ids: string; snapshots: string | null }>(sql`
    SELECT json_group_array(producer_id) AS ids, group_concat(snapshot, char(10)) AS snapshots FROM producer_places`);
  const snapshots = (read!.snapshots ?? "").split("\n");
  return new Map((JSON.parse(read!.ids) as string[]).map((id, row) => [id, snapshots[row]!]));
}

/** What progress towards percentile and milestone achievements is read from; its instant is the refresh's own. */
function keptPlaces({ fields, milestones }: ProducerSnapshot): KeptPlaces {
  if (!milestones) return { ...(fields && { fields }) };
  const { asOf, ...kept } = milestones;
  return { ...(fields && { fields }), milestones: kept };
}

/** The number of the last refresh, 0 before the first. */
export async function lastRefresh(db: Reader): Promise<number> {
  const [row] = await db.all<{ id: number | null }>(sql`SELECT max(id) AS id FROM refreshes`);
  return row?.id ?? 0;
}
