import { ReleaseCurve } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyOpenings } from "../catalog/apply-openings.ts";
import { artist, createTestContext, fold, play, record, type TestContext, track } from "../testing/index.ts";
import { readReleaseCurve } from "./read-release-curve.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext({ now: "2026-11-23T12:00:00Z" });
  await record(context, artist("1", { producerId: "p" }), artist("2", { producerId: "other" }));
  await record(context, track("t", ["1"], {}, { time: "2026-11-20T23:59:00Z" }), track("theirs", ["2"]));
});
afterEach(() => context.close());

const curveOf = async (id: string, asker = { producerId: "p" as string | undefined, seesAll: false }) => {
  await fold(context);
  return ReleaseCurve.parse(await readReleaseCurve(context, asker, id));
};

test("a track's plays are counted by UTC days since the one on which it was published, today last", async () => {
  const at = (time: string) => play("t", {}, { time });
  await record(context, at("2026-11-20T23:59:30Z"), at("2026-11-21T00:00:00Z"), at("2026-11-23T11:00:00Z"));
  expect(await curveOf("t")).toMatchObject({ publishedOn: "2026-11-20", plays: [1, 1, 0, 1], earlier: 0 });
});

test("plays dated before the publication are told apart and in no day", async () => {
  await record(context, play("t", {}, { time: "2026-11-01T10:00:00Z" }));
  expect(await curveOf("t")).toMatchObject({ plays: [0, 0, 0, 0], earlier: 1 });
});

test.each([
  ["2026-11-21T12:00:00Z", [null, 0, 3, 0]],
  ["2026-11-20T23:59:30Z", [0, 0, 3, 0]],
])("what was played before daily figures began on %s is told beside the days", async (at, plays) => {
  await context.write((tx) => applyOpenings(tx, [{ trackId: "t", plays: 40, at: Date.parse(at) }]));
  await record(context, ...[1, 2, 3].map((n) => play("t", {}, { time: `2026-11-22T0${n}:00:00Z` })));
  expect(await curveOf("t")).toMatchObject({ plays, historyStart: { date: at.slice(0, 10), plays: 40 }, earlier: 0 });
});

test("strangers get the same answer as for a track that does not exist", async () => {
  for (const id of ["theirs", "unknown"])
    await expect(curveOf(id)).rejects.toMatchObject({
      code: "not_found",
      message: "There is nothing for you at this address.",
    });
  expect((await curveOf("theirs", { producerId: undefined, seesAll: true })).track.id).toBe("theirs");
});
