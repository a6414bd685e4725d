import { type Achievement, newlyMet, type ProducerSnapshot } from "./achievements/index.ts";
import { boardFigures } from "./board-figures.ts";
import { type Boards, boardField, type FormerOrders, type Gains, rankScored, withOverall } from "./boards.ts";
import type { CatalogIndex } from "./catalog.ts";
import { makeField, placeIn } from "./fields.ts";
import type { Ranked } from "./leaderboards.ts";
import { producerSnapshots } from "./snapshots.ts";

export type Unlock = { producerId: string; slug: string; xp: number };

/** What a refresh comes to; arrays go by producer index. */
export type Settlement = {
  /** New ones alone: the first step's by producer, then those of each round of the second. */
  unlocks: Unlock[];
  /** XP and achievements of everyone after all unlocks. */
  gains: Gains[];
  /** What the achievements saw, the final overall place included: progress towards the rest follows from it. */
  snapshots: ProducerSnapshot[];
  /** The all-time boards. Those of other periods are ranked with these gains: see rankPeriod. */
  boards: Boards;
};

/**
 * The refresh of spec §4, in two steps: every achievement but the composite ones for everyone; then the boards are
 * ranked, the composite ones checked for everyone against that one ranking and unlocked together, until nothing is.
 * @param now ms @param former of the all-time boards
 */
export function settle(index: CatalogIndex, now: number, former: FormerOrders = {}): Settlement {
  const snapshots = producerSnapshots(index, now);
  const gains = index.catalog.producers.map(({ xp, unlocked }) => ({ xp, unlocked: new Set(unlocked) }));
  const field = boardField(index, boardFigures(index, { period: "all-time", now, plays: "all" }));
  const unlock = (producer: number, achievements: readonly Achievement[]): Unlock[] =>
    achievements.map(({ slug, xp }) => {
      const own = gains[producer]!;
      own.xp += xp;
      own.unlocked.add(slug);
      return { producerId: index.catalog.producers[producer]!.id, slug, xp };
    });

  const unlocks = snapshots.flatMap((snapshot, producer) =>
    unlock(producer, newlyMet(snapshot, gains[producer]!.unlocked, ["event", "refresh"])),
  );
  const fixed = rankScored(field, gains, ["plays", "uploads", "quality", "collaboration", "earnings"], former);
  for (;;) {
    // Composite unlocks move XP and the number of achievements, hence these two boards alone.
    const points = rankScored(field, gains, ["points"], former);
    const boards = withOverall(field, gains, { ...points, ...fixed }, former);
    placeOverall(index, snapshots, boards.overall);
    const composite = snapshots.flatMap((snapshot, producer) =>
      unlock(producer, newlyMet(snapshot, gains[producer]!.unlocked, ["second-step"])),
    );
    if (composite.length === 0) return { unlocks, gains, snapshots, boards };
    for (const one of composite) unlocks.push(one);
  }
}

/** Notes everyone's place by overall score alone; who is not ranked overall has none. */
function placeOverall(index: CatalogIndex, snapshots: ProducerSnapshot[], overall: readonly Ranked[]): void {
  const place = placeIn(makeField(overall.map(({ score }) => score)));
  const scores = new Map(overall.map(({ producerId, score }) => [producerId, score]));
  for (const [producer, { id }] of index.catalog.producers.entries()) {
    const { overall: _, ...fields } = snapshots[producer]!.fields ?? {};
    const score = scores.get(id);
    snapshots[producer]!.fields = score === undefined ? fields : { ...fields, overall: place(score) };
  }
}
