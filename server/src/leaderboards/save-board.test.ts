import { type Contender, type Ranked, rankField } from "@beatpass/shared/rules";
import { afterEach, beforeEach, expect, test } from "vitest";
import { producers } from "../db/schema/index.ts";
import { seededRandom } from "../demo/random.ts";
import { createTestContext, rowsOf, type TestContext } from "../testing/index.ts";
import { boardChanges } from "./board-changes.ts";
import type { BoardKey } from "./kept-board.ts";
import { saveBoard } from "./save-board.ts";
import { readStandingBoard } from "./standing-board.ts";

const PEOPLE = Array.from({ length: 24 }, (_, index) => ({
  index,
  producerId: `p${index + 10}`,
  createdAt: index % 5,
}));
/** By index. */
const KEYS = PEOPLE.map(({ index }) => 100 - index);
const KEY: BoardKey = { category: "plays", period: "all-time", demo: false };

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  for (const { index, producerId } of PEOPLE)
    await context.db.insert(producers).values({ key: KEYS[index]!, id: producerId, name: producerId });
});
afterEach(() => context.close());

type RankedProducer = Ranked<Contender & { index: number }>;

async function changesTo(ranked: readonly RankedProducer[]) {
  const board = {
    producer: Int32Array.from(ranked, ({ index }) => index),
    rank: Int32Array.from(ranked, ({ rank }) => rank),
    score: Float64Array.from(ranked, ({ score }) => score),
    tiebreak: Float64Array.from(ranked, ({ tiebreak }) => tiebreak),
    tier: ranked.map(({ tier }) => tier),
  };
  return boardChanges({ ...KEY, basis: null }, await readStandingBoard(context.db, KEY), board, KEYS);
}

async function save(ranked: readonly RankedProducer[], refreshId: number): Promise<void> {
  const changes = await changesTo(ranked);
  await context.write((tx) => saveBoard(tx, changes, refreshId));
}

const boardAt = (refreshId: number) =>
  rowsOf(
    context.db,
    `SELECT producer_id AS producerId, rank, tier FROM named_standings
      WHERE since <= ${refreshId} AND (until IS NULL OR until > ${refreshId}) ORDER BY rank, producer_id`,
  );
const asHeld = (ranked: readonly RankedProducer[]) =>
  ranked
    .map(({ producerId, rank, tier }) => ({ producerId, rank, tier }))
    .sort((a, b) => a.rank - b.rank || (a.producerId < b.producerId ? -1 : 1));

test.each([1, 2, 3])(
  "whatever moves, the board is the ranking, and so it was at every refresh before (seed %i)",
  async (seed) => {
    const random = seededRandom(seed);
    const scores = new Map(PEOPLE.map(({ producerId }) => [producerId, 0]));
    const boards: RankedProducer[][] = [];
    for (let refreshId = 1; refreshId <= 12; refreshId++) {
      for (const { producerId } of PEOPLE) {
        // Many share a score; some leave the board, some cross a tier.
        if (random() < 0.3) scores.set(producerId, Math.floor(random() * 5) * (random() < 0.2 ? 1000 : 1));
      }
      const field = PEOPLE.map((one) => ({ ...one, score: scores.get(one.producerId)!, tiebreak: 0 }));
      boards.push(rankField("plays", field));
      await save(boards.at(-1)!, refreshId);
      expect(
        await rowsOf(
          context.db,
          "SELECT producer_id AS producerId, rank, position, score, tier FROM named_standings WHERE until IS NULL ORDER BY position",
        ),
      ).toEqual(
        boards
          .at(-1)!
          .map(({ producerId, rank, score, tier }, position) => ({ producerId, rank, position, score, tier })),
      );
    }
    for (const [index, board] of boards.entries()) expect(await boardAt(index + 1)).toEqual(asHeld(board));
    const again = await changesTo(boards.at(-1)!);
    expect(again).toEqual({ ...KEY, ended: "[]", begun: "[]", scored: "[]", shifted: "[]", moved: 0, basis: null });
  },
);
