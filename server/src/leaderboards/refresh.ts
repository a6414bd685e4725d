import {
  achievementBySlug,
  type Boards,
  CATEGORIES,
  currentPeriods,
  indexCatalog,
  type ProducerSnapshot,
  periodWindow,
  rankPeriod,
  settle,
  type Unlock,
} from "@beatpass/shared/rules";
import { desc, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Reader, Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import { refreshes } from "../db/schema/index.ts";
import { noEarnings, settleXp } from "../progress/index.ts";
import { announceNumberOnes } from "./announce-number-one.ts";
import { isImporting } from "./importing.ts";
import { playsWithin } from "./plays-within.ts";
import { readCatalog } from "./read-catalog.ts";
import { saveBoard } from "./save-board.ts";

export type RefreshSummary = { id: number; moved: number; unlocks: Unlock[]; numberOnes: string[] };

/**
 * Checks every achievement, ranks every board anew and keeps what changed (spec §4 "Checked when", §6).
 * @param announces false for the refresh after an import, a rebuild or a rulebook change (spec §13)
 */
export async function refreshLeaderboards(
  context: WriteContext,
  { announces }: { announces: boolean },
): Promise<RefreshSummary> {
  const now = context.clock.now();
  // Worked out before the write begins, so that writers wait for the saving alone.
  const worlds = [await workOut(context.db, false, now), await workOut(context.db, true, now)];
  return context.write((tx) => save(tx, worlds, now, announces));
}

/** The scheduler's refresh: of several servers, whoever claims it first does it. */
export async function refreshIfDue(
  context: WriteContext,
  { refreshMinutes }: { refreshMinutes: number },
): Promise<RefreshSummary | undefined> {
  const now = context.clock.now();
  const claim = await context.write(async (tx) => {
    const [last] = await tx.select({ at: refreshes.at }).from(refreshes).orderBy(desc(refreshes.id)).limit(1);
    if (last && now - last.at < refreshMinutes * 60_000) return undefined;
    if (!(await claimRefresh(tx))) return undefined;
    return { announces: last !== undefined && !(await isImporting(tx)) };
  });
  return claim && refreshLeaderboards(context, claim);
}

const CLAIM = "refreshing-until";
/** Longer than any refresh; a server that died in the middle is replaced after this. Machine time. */
const CLAIM_MS = 5 * 60_000;

async function claimRefresh(tx: Tx): Promise<boolean> {
  const now = Date.now();
  const claimed = await tx.run(sql`
    INSERT INTO cursors (name, seq) VALUES (${CLAIM}, ${now + CLAIM_MS})
    ON CONFLICT (name) DO UPDATE SET seq = excluded.seq WHERE cursors.seq < ${now}`);
  return claimed.rowsAffected > 0;
}

type World = {
  demo: boolean;
  boards: Map<string, Boards>;
  unlocks: Unlock[];
  places: [producerId: string, snapshot: Pick<ProducerSnapshot, "fields" | "milestones">][];
};

async function workOut(db: Reader, demo: boolean, now: number): Promise<World> {
  const index = indexCatalog(await readCatalog(db, demo));
  const { boards, gains, unlocks, snapshots } = settle(index, now);
  const byPeriod = new Map([["all-time", boards]]);
  for (const period of currentPeriods(now).filter((period) => period !== "all-time")) {
    const plays = await playsWithin(db, periodWindow(period, now)!);
    byPeriod.set(period, rankPeriod(index, gains, { period, now, plays }));
  }
  const places = index.catalog.producers.map(({ id }, producer): World["places"][number] => {
    const { fields, milestones } = snapshots[producer]!;
    return [id, { ...(fields && { fields }), ...(milestones && { milestones }) }];
  });
  return { demo, boards: byPeriod, unlocks, places };
}

async function save(tx: Tx, worlds: readonly World[], now: number, announces: boolean): Promise<RefreshSummary> {
  const [refresh] = await tx.insert(refreshes).values({ at: now, announces }).returning();
  const id = refresh!.id;
  const unlocks = worlds.flatMap((world) => world.unlocks);
  const due = noEarnings();
  due.entries = unlocks.map(({ producerId, slug, xp }) => {
    const achievement = { slug, name: achievementBySlug(slug)!.name };
    return { producerId, reason: "achievement", subject: slug, xp, cause: { reason: "achievement", achievement } };
  });
  await settleXp(tx, due, now, !announces);
  let moved = 0;
  for (const { demo, boards, places } of worlds) {
    for (const [period, ranked] of boards) {
      for (const category of CATEGORIES)
        moved += await saveBoard(tx, { category, period, demo, refreshId: id }, ranked[category]);
    }
    await savePlaces(tx, places);
  }
  await tx.run(sql`DELETE FROM cursors WHERE name = ${CLAIM}`);
  return { id, moved, unlocks, numberOnes: announces ? await announceNumberOnes(tx, id, now) : [] };
}

/** What progress towards percentile and milestone achievements is read from until the next refresh. */
async function savePlaces(tx: Tx, places: World["places"]): Promise<void> {
  const rows = places.map(([producerId, snapshot]) => [producerId, JSON.stringify(snapshot)]);
  await tx.run(sql`
    INSERT INTO producer_places (producer_id, snapshot)
    SELECT value ->> 0, value ->> 1 FROM ${jsonRows(rows)} WHERE true
    ON CONFLICT (producer_id) DO UPDATE SET snapshot = excluded.snapshot WHERE producer_places.snapshot <> excluded.snapshot`);
}
