import {
  type BoardScores,
  type Boards,
  CATEGORIES,
  type CatalogIndex,
  type Category,
  currentPeriods,
  type FormerOrders,
  indexCatalog,
  type KnownRanks,
  type Period,
  type PeriodScores,
  periodWindow,
  type RankedBoard,
  rankScores,
  type Settlement,
  scorePeriod,
  settle,
  type Unlock,
} from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { jsonText } from "../db/json-rows.ts";
// From its own file, here and in read-catalog.ts and kept-board.ts: the thread that works refreshes out loads fourteen
// files so; through a feature's index.ts it would load ten times as many.
import { findSpikes, type Spike } from "../insights/find-spikes.ts";
import { type KeptField, keepPlaces, readKeptPlaces } from "../progress/kept-places.ts";
import { basisOf, readBases, readTopRanks } from "./board-basis.ts";
import { type BoardChanges, boardChanges, unchanged } from "./board-changes.ts";
import { isKept } from "./kept-board.ts";
import { duePastSeasons, type RankedSeason } from "./past-seasons.ts";
import { playsWithin } from "./plays-within.ts";
import { readCatalog } from "./read-catalog.ts";
import { readStandingBoard, type StandingBoard } from "./standing-board.ts";

/** What a refresh will change. Plain data, its long lists as texts: it may come from another thread. */
export type RefreshPlan = {
  /** The instant it is for, ms. */
  now: number;
  /** The refresh before it, 0 for none: the boards are compared with what that one left. */
  after: number;
  /** Whose the demo's facts were: with others, or none, demo people are no longer those that were ranked. */
  demoSource: number | null;
  unlocks: Unlock[];
  boards: BoardChanges[];
  /** The past seasons whose boards are among them. */
  seasons: RankedSeason[];
  spikes: Spike[];
  /** Places and milestones by producer where they changed, and the fields they are in: see savePlaces. */
  places: string;
  fields: KeptField[];
};

export type WorkOut = (now: number) => Promise<RefreshPlan>;

/** Checks every achievement and ranks every board anew; only reads (spec §4 "Checked when", §6). */
export async function workOutRefresh(db: Reader, now: number): Promise<RefreshPlan> {
  const after = await lastRefresh(db);
  const source = await demoSource(db);
  const known = await readKeptPlaces(db);
  const unlocks: Unlock[] = [];
  const boards: BoardChanges[] = [];
  const seasons: RankedSeason[] = [];
  const places: [producerId: string, snapshot: string][] = [];
  const fields: KeptField[] = [];
  // Demo people and real ones live in worlds of their own.
  for (const demo of [false, true]) {
    const catalog = await readCatalog(db, demo);
    const index = indexCatalog(catalog);
    const keys = catalog.producerKeys;
    const indexOf: number[] = [];
    for (const [producer, key] of keys.entries()) indexOf[key] = producer;
    const before = await readBoards(db, { period: "all-time", demo, indexOf });
    const settled = settle(index, now, before.orders);
    const world = { index, settled, keys, indexOf, demo, basis: basisOf(keys, index.ages) };
    const playsOf = async (period: Period) => {
      if (catalog.tracks.length === 0) return [];
      const byKey = await playsWithin(db, periodWindow(period, now)!);
      return catalog.trackKeys.map((key) => byKey[key] ?? 0);
    };
    for (const unlock of settled.unlocks) unlocks.push(unlock);
    const past = await duePastSeasons(db, { catalog, demo, now });
    seasons.push(...past);
    for (const { period, basis } of [...currentPeriods(now).map((period) => ({ period, basis: "" })), ...past]) {
      if (period === "all-time") boards.push(...changesOf(before.standing, settled.boards, { period, demo, keys }));
      else if (basis === null) {
        const { standing } = await readBoards(db, { period, demo, indexOf });
        boards.push(...changesOf(standing, {}, { period, demo, keys }));
      } else {
        const scored = scorePeriod(index, settled, { period, now, plays: await playsOf(period) });
        boards.push(...(await workOutPeriod(db, world, period, scored)));
      }
    }
    const ofWorld = new Map<string, KeptField>();
    for (const [producer, { id }] of catalog.producers.entries()) {
      const snapshot = JSON.stringify(keepPlaces(settled.snapshots[producer]!, demo, ofWorld));
      if (known.get(id) !== snapshot) places.push([id, snapshot]);
    }
    fields.push(...ofWorld.values());
  }
  return {
    now,
    after,
    demoSource: source,
    unlocks,
    boards,
    seasons,
    spikes: await findSpikes(db, now),
    places: jsonText(places),
    fields,
  };
}

const EMPTY: RankedBoard = {
  producer: new Int32Array(),
  rank: new Int32Array(),
  score: new Float64Array(),
  tiebreak: new Float64Array(),
  tier: [],
};

type World = {
  index: CatalogIndex;
  settled: Settlement;
  /** Of producers by index, and the other way round. */
  keys: readonly number[];
  indexOf: readonly number[];
  demo: boolean;
  basis: (scores: BoardScores) => string;
};

/** The boards of a period: those ranked from the same as before stay, the others are ranked and compared. */
async function workOutPeriod(
  db: Reader,
  { index, settled, keys, indexOf, demo, basis }: World,
  period: Period,
  scored: PeriodScores,
): Promise<BoardChanges[]> {
  const held = await readBases(db, { period, demo });
  const bases = new Map<Category, string>();
  const known: Partial<Record<Category, KnownRanks>> = {};
  for (const [category, scores] of Object.entries(scored.scores) as [Category, BoardScores][]) {
    bases.set(category, basis(scores));
    if (held.get(category) !== bases.get(category)) continue;
    known[category] = await readTopRanks(db, { category, period, demo }, indexOf);
  }
  const { standing, orders } = await readBoards(db, { period, demo, indexOf }, known);
  const ranked = rankScores(index, settled, scored, orders, known);
  return [
    ...changesOf(standing, ranked, { period, demo, keys, bases }),
    ...(Object.keys(known) as Category[]).map((category) =>
      unchanged({ category, period, demo }, bases.get(category)!),
    ),
  ];
}

/** @param ranked empty for boards that come to their end @param bases of those that keep theirs */
function changesOf(
  standing: ReadonlyMap<Category, StandingBoard>,
  ranked: Partial<Boards>,
  of: { period: Period; demo: boolean; keys: readonly number[]; bases?: ReadonlyMap<Category, string> },
): BoardChanges[] {
  const { period, demo, keys, bases } = of;
  return [...standing].map(([category, current]) => {
    const board = { category, period, demo, basis: bases?.get(category) ?? null };
    return boardChanges(board, current, ranked[category] ?? EMPTY, keys);
  });
}

/**
 * The boards that are kept of a period, as they stand, with their orders.
 * @param indexOf producer indexes by key @param known boards that are not needed
 */
async function readBoards(
  db: Reader,
  { period, demo, indexOf }: { period: Period; demo: boolean; indexOf: readonly number[] },
  known: Partial<Record<Category, unknown>> = {},
) {
  const standing = new Map<Category, StandingBoard>();
  const orders: FormerOrders = {};
  for (const category of CATEGORIES.filter((category) => isKept(category, period) && !known[category])) {
    const board = await readStandingBoard(db, { category, period, demo });
    standing.set(category, board);
    // -1 for who is gone.
    orders[category] = board.producerKey.map((key) => indexOf[key] ?? -1);
  }
  return { standing, orders };
}

/** The number of the last refresh, 0 before the first. */
export async function lastRefresh(db: Reader): Promise<number> {
  const [row] = await db.all<{ id: number | null }>(sql`SELECT max(id) AS id FROM refreshes`);
  return row?.id ?? 0;
}

/** The ledger's number of the demo's facts, null without a demo. */
export async function demoSource(db: Reader): Promise<number | null> {
  const [row] = await db.all<{ key: number }>(sql`SELECT key FROM sources WHERE name = 'demo'`);
  return row?.key ?? null;
}
