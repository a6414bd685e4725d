import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { transactions } from "../db/schema/index.ts";
import {
  artist,
  createTestContext,
  record,
  recordDemo,
  removal,
  type TestContext,
  track,
  trackUpdate,
} from "../testing/index.ts";
import { readCatalog } from "./read-catalog.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("a1"), track("t1", ["a1"]), track("t2", ["a1"]));
});
afterEach(() => context.close());

type Sale = Partial<typeof transactions.$inferInsert> & { amount: number };

let made = 0;
/** A row is a sale, or a refund where money left; of t1 in live mode unless told. */
async function pay(...rows: Sale[]): Promise<void> {
  for (const row of rows) {
    await context.db.insert(transactions).values({
      id: `tx${++made}`,
      kind: row.amount < 0 ? "refund" : "track-sale",
      livemode: true,
      currency: "cad",
      trackId: "t1",
      at: 0,
      ...row,
    });
  }
}

/** Amounts by track and currency. */
async function salesOf(demo = false): Promise<Record<string, number>> {
  const { sales } = await readCatalog(context.db, demo);
  return Object.fromEntries(sales.map(({ trackId, currency, amount }) => [`${trackId} ${currency}`, amount]));
}

describe("when a profile was made, as far as anybody knows,", () => {
  const at = (day: number) => ({ time: `2026-11-1${day}T00:00:00Z` });
  const created = async () => {
    const { artists, producers } = await readCatalog(context.db, false);
    const of = (list: readonly { id: string; createdAt: number | null }[]) =>
      list.find(({ id }) => id === "a2")?.createdAt;
    return [of(artists), of(producers)];
  };

  test("is when its first track was published, which its removal does not change", async () => {
    await record(context, artist("a2"), track("closed", ["a2"], { public: false }, at(1)));
    expect((await created())[0], "never published").toBeNull();
    await record(context, track("early", ["a2"], {}, at(2)), track("hidden", ["a2"], {}, at(3)), track("t", ["a2"]));
    const second = Date.parse(at(2).time);
    expect(await created()).toEqual([second, second]);
    await record(context, removal("early", at(4)));
    expect(await created()).toEqual([second, second]);
  });

  test("nor does making it private", async () => {
    await record(context, artist("a2"), track("hidden", ["a2"], {}, at(3)), track("t", ["a2"]));
    await record(context, trackUpdate("hidden", { public: false }, at(4)));
    expect(await created()).toEqual([Date.parse(at(3).time), Date.parse(at(3).time)]);
  });
});

describe("what tracks earned", () => {
  test("is sales less refunds, each currency by itself", async () => {
    await pay({ amount: 3000 }, { amount: 2000 }, { amount: -500 }, { amount: 900, currency: "usd" });
    await pay({ amount: 4000, trackId: "t2" });
    expect(await salesOf()).toEqual({ "t1 cad": 4500, "t1 usd": 900, "t2 cad": 4000 });
  });

  test("is nothing where everything was given back, and no other money counts", async () => {
    await pay({ amount: 3000 }, { amount: -3000 });
    await pay({ amount: -100, trackId: "t2" });
    await pay({ amount: -700, trackId: null }, { amount: 5000, kind: "subscription-payout" });
    expect(await salesOf()).toEqual({});
  });

  test("is test money only as long as nothing live was recorded", async () => {
    await pay({ amount: 9000, livemode: false }, { amount: -1000, livemode: false });
    expect(await salesOf()).toEqual({ "t1 cad": 8000 });
    await pay({ amount: 100, trackId: "t2" });
    expect(await salesOf()).toEqual({ "t2 cad": 100 });
  });

  test("is another matter in the demo's world, which goes by its own rows", async () => {
    const events = [artist("d1"), track("dt1", ["d1"])].map((event) => ({ ...event, source: "demo" }));
    expect(await recordDemo(context, ...events)).toMatchObject({ rejected: [] });
    await pay({ amount: 3000 }, { amount: 700, trackId: "dt1", livemode: false });
    expect(await salesOf(true)).toEqual({ "dt1 cad": 700 });
    expect(await salesOf(false)).toEqual({ "t1 cad": 3000 });
  });
});
