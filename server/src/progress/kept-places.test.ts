import { indexCatalog, settle } from "@beatpass/shared/rules";
import { afterEach, beforeEach, expect, test } from "vitest";
import { refreshLeaderboards } from "../leaderboards/index.ts";
import { readCatalog } from "../leaderboards/read-catalog.ts";
import {
  artist,
  createTestContext,
  fold,
  plays,
  record,
  recordDemo,
  type TestContext,
  track,
} from "../testing/index.ts";
import { readPlaces } from "./kept-places.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(() => context.close());

/** Somebody with a track of each genre, played ever more often. */
const events = (id: string, genres: readonly string[], more: number) => [
  artist(id),
  ...genres.map((genre) => track(`${id}-${genre}`, [id], { genre })),
  ...genres.flatMap((genre, nth) => plays(`${id}-${genre}`, nth + more)),
];

test("what a refresh kept is what it saw, of demo people in fields of their own", async () => {
  const people = ["p1", "p2", "p3"];
  await record(context, ...people.flatMap((id, nth) => events(id, ["trap", "jazz"].slice(0, nth + 1), nth + 1)));
  const demo = events("d1", ["trap"], 7).map((event) => ({ ...event, source: "demo" }));
  expect(await recordDemo(context, ...demo)).toMatchObject({ rejected: [] });
  await fold(context);
  await refreshLeaderboards(context, { announces: false });
  const seen = async (isDemo: boolean) => {
    const index = indexCatalog(await readCatalog(context.db, isDemo));
    const { snapshots } = settle(index, context.clock.now());
    return index.catalog.producers.map(({ id }, at) => {
      const { fields, milestones } = snapshots[at]!;
      return [id, { fields, milestones }] as const;
    });
  };
  const expected = new Map([...(await seen(false)), ...(await seen(true))]);
  const kept = await readPlaces(context.db, [...people, "d1", "nobody"]);
  expect(kept).toEqual(expected);
  expect(kept.get("p2")!.fields!.genre).toMatchObject({ genre: "trap", size: 3, value: 2 });
  expect(kept.get("d1")!.fields!.genre).toMatchObject({ genre: "trap", size: 1, value: 7 });
});
