import { type Achievement, achievementBySlug, newlyMet, type ProducerSnapshot } from "./achievements/index.ts";
import {
  type Boards,
  type FormerOrders,
  type Gains,
  type RankedBoard,
  rankPoints,
  rankScores,
  scorePeriod,
} from "./boards.ts";
import type { CatalogIndex } from "./catalog.ts";
import { makeField, placeIn } from "./fields.ts";
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
  const gains = index.catalog.producers.map(({ xp, unlocked }) => {
    const held = new Set(unlocked);
    let unlockedTogether = 0;
    for (const slug of held) if (isOfCollaboration(slug)) unlockedTogether++;
    return { xp, unlocked: held, unlockedTogether };
  });
  const unlock = (producer: number, achievements: readonly Achievement[]): Unlock[] =>
    achievements.map(({ slug, xp }) => {
      const own = gains[producer]!;
      own.xp += xp;
      own.unlocked.add(slug);
      if (isOfCollaboration(slug)) own.unlockedTogether++;
      return { producerId: index.catalog.producers[producer]!.id, slug, xp };
    });

  const unlocks = snapshots.flatMap((snapshot, producer) =>
    unlock(producer, newlyMet(snapshot, gains[producer]!.unlocked, ["event", "refresh"])),
  );
  const scored = scorePeriod(index, { gains }, { period: "all-time", now, plays: "all" });
  const points = () => ({ gains, boards: { points: rankPoints(index, scored.field, gains, former) } });
  let boards = rankScores(index, points(), scored, former) as Boards;
  for (;;) {
    placeOverall(snapshots, boards.overall);
    const composite = snapshots.flatMap((snapshot, producer) =>
      unlock(producer, newlyMet(snapshot, gains[producer]!.unlocked, ["second-step"])),
    );
    if (composite.length === 0) return { unlocks, gains, snapshots, boards };
    for (const one of composite) unlocks.push(one);
    // Composite unlocks move XP and the number of achievements, hence the boards of points and overall alone.
    boards = { ...boards, ...rankScores(index, points(), scored, former, boards) };
  }
}

const isOfCollaboration = (slug: string): boolean => achievementBySlug(slug)?.category === "collaboration";

/** Notes everyone's place by overall score alone; who is not ranked overall has none. */
function placeOverall(snapshots: ProducerSnapshot[], { producer, score }: RankedBoard): void {
  const place = placeIn(makeField(score));
  const scores: number[] = [];
  for (const [position, index] of producer.entries()) scores[index] = score[position]!;
  for (const [index, snapshot] of snapshots.entries()) {
    snapshot.fields ??= {};
    const own = scores[index];
    if (own !== undefined) snapshot.fields.overall = place(own);
    else if (snapshot.fields.overall) delete snapshot.fields.overall;
  }
}
