import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { WriteContext } from "../context.ts";
import {
  artist,
  community,
  createTestContext,
  lease,
  play,
  plays,
  record,
  recordDemo,
  rowsOf,
  type TestContext,
  track,
} from "../testing/index.ts";
import { LEASE_MS } from "./lease-deliveries.ts";
import { recordOutcome } from "./record-outcome.ts";

let context: TestContext;
/** Levels 2, 3 and 4 of one producer: three deliveries for each community, in this order. */
beforeEach(async () => {
  context = await createTestContext();
  await community(context, "g1", { levelUpFrom: 1 });
});
afterEach(() => context.close());

async function threeLevels(): Promise<void> {
  await record(context, artist("a1"), track("t", ["a1"]));
  await record(context, ...plays("t", 183));
  await record(context, ...plays("t", 237));
}

const status = () => rowsOf(context.db, "SELECT status FROM deliveries ORDER BY seq");
const level = (delivery: { view: object }) => (delivery.view as { level: number }).level;
/** Makes leases look as old as if this much time had gone by; they run by machine time. */
const age = (ms: number) =>
  context.write(async (tx) => {
    await tx.run(sql`UPDATE deliveries SET leased_until = leased_until - ${ms}, not_before = not_before - ${ms}`);
    await tx.run(sql`UPDATE notices SET last_at = last_at - ${ms}`);
  });

describe("leases", () => {
  test("one lease per channel at a time, the oldest first", async () => {
    await threeLevels();
    const [first, ...others] = await lease(context);
    expect(others).toEqual([]);
    expect(level(first!)).toBe(2);
    expect(first).toMatchObject({
      platform: "discord",
      guildId: "g1",
      channelId: "g1-channel",
      locale: "en",
      attempt: 1,
    });
    expect(first!.id.length).toBeLessThanOrEqual(25);
    expect(first).not.toHaveProperty("inDoubtSince");
    expect(await lease(context)).toEqual([]);
    await recordOutcome(context, { id: first!.id, lease: first!.lease, outcome: "delivered", messageId: "m" });
    expect((await lease(context)).map(level)).toEqual([3]);
  });

  test("channels do not wait for each other", async () => {
    await community(context, "g2", { levelUpFrom: 1 });
    await threeLevels();
    const both = await lease(context);
    expect(both.map(({ channelId }) => channelId)).toEqual(["g1-channel", "g2-channel"]);
    expect(both.map(level)).toEqual([2, 2]);
  });

  test("two workers who ask at once are never given the same delivery", async () => {
    await community(context, "g2", { levelUpFrom: 1 });
    await community(context, "g3", { levelUpFrom: 1 });
    await threeLevels();
    const leased = (await Promise.all([lease(context, { limit: 2 }), lease(context, { limit: 2 })])).flat();
    expect(new Set(leased.map(({ id }) => id)).size).toBe(3);
  });

  test("what is leased in a transaction that is undone and done again is leased once", async () => {
    await community(context, "g2", { levelUpFrom: 1 });
    await threeLevels();
    const write: WriteContext["write"] = async (work) => {
      const undone = context.write(async (tx) => {
        await work(tx);
        throw new Error("undone");
      });
      await expect(undone).rejects.toThrow("undone");
      return context.write(work);
    };
    const leased = await lease({ ...context, write });
    expect(leased.map(({ channelId }) => channelId)).toEqual(["g1-channel", "g2-channel"]);
    for (const { id, lease } of leased) await recordOutcome(context, { id, lease, outcome: "delivered" });
  });

  test("a platform's bot is given its own deliveries alone", async () => {
    await community(context, "team", { platform: "slack", levelUpFrom: 1 });
    await threeLevels();
    expect((await lease(context, { platform: "slack" })).map(({ guildId }) => guildId)).toEqual(["team"]);
  });

  test("demo deliveries are not given to a real bot", async () => {
    await community(context, "demo", { demo: true, levelUpFrom: 1 });
    const events = [artist("d"), track("dt", ["d"])].map((event) => ({ ...event, source: "demo" }));
    await recordDemo(context, ...events);
    expect(await lease(context)).toEqual([]);
    expect((await lease(context, { demo: true })).map(({ guildId }) => guildId)).toEqual(["demo"]);
  });

  test("a lease that ran out is handed out again, in doubt since it was first given", async () => {
    await threeLevels();
    const [first] = await lease(context);
    await age(LEASE_MS - 10_000);
    expect(await lease(context)).toEqual([]);
    await age(10_000);
    const [again] = await lease(context);
    expect(again).toMatchObject({ id: first!.id, attempt: 2 });
    expect(again!.lease).not.toBe(first!.lease);
    expect(Date.parse(again!.inDoubtSince!)).toBeLessThanOrEqual(Date.parse(first!.leasedUntil) - LEASE_MS);
  });

  test("a doubt stays through later attempts until the delivery is done", async () => {
    await threeLevels();
    await lease(context);
    await age(LEASE_MS);
    const [second] = await lease(context);
    expect(second).toHaveProperty("inDoubtSince");
    await recordOutcome(context, { id: second!.id, lease: second!.lease, outcome: "retry-later", retryAfterMs: 0 });
    const [third] = await lease(context);
    expect(third).toMatchObject({ id: second!.id, attempt: 3, inDoubtSince: second!.inDoubtSince });
    await age(LEASE_MS);
    const [fourth] = await lease(context);
    expect(fourth).toMatchObject({ attempt: 4, inDoubtSince: second!.inDoubtSince });
  });

  test("no link to a page of each reader's own is added in a channel", async () => {
    await threeLevels();
    const [first] = await lease(context, { publicUrl: "https://stats.example" });
    expect(first!.view).not.toHaveProperty("url");
  });
});

describe("outcomes", () => {
  test("a lost lease's outcome is refused, and changes nothing", async () => {
    await threeLevels();
    const [first] = await lease(context);
    await age(LEASE_MS);
    const [again] = await lease(context);
    const late = recordOutcome(context, { id: first!.id, lease: first!.lease, outcome: "delivered" });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    await recordOutcome(context, { id: again!.id, lease: again!.lease, outcome: "delivered" });
    expect(await status()).toEqual([{ status: "delivered" }, { status: "waiting" }, { status: "waiting" }]);
  });

  test("an outcome that comes late is taken as long as nobody else has the lease", async () => {
    await threeLevels();
    const [first] = await lease(context);
    await age(10 * LEASE_MS);
    await recordOutcome(context, { id: first!.id, lease: first!.lease, outcome: "delivered" });
    expect((await lease(context)).map(level)).toEqual([3]);
  });

  test.each(["delivered", "destination-gone", "credentials-dead", "rejected", "unknown"] as const)(
    "%s is final: recorded once, never leased again, and the next one's turn",
    async (outcome) => {
      await threeLevels();
      const [first] = await lease(context);
      await recordOutcome(context, { id: first!.id, lease: first!.lease, outcome, detail: "why" });
      const again = recordOutcome(context, { id: first!.id, lease: first!.lease, outcome: "retry-later" });
      await expect(again).rejects.toMatchObject({ code: "conflict" });
      await age(100 * LEASE_MS);
      expect((await lease(context)).map(level)).toEqual([3]);
      expect((await status())[0]).toEqual({ status: outcome });
    },
  );

  test("retry-later keeps the channel's order and waits as long as the platform asks", async () => {
    await threeLevels();
    const [first] = await lease(context);
    await recordOutcome(context, { id: first!.id, lease: first!.lease, outcome: "retry-later", retryAfterMs: 30_000 });
    expect(await lease(context)).toEqual([]);
    await age(30_000);
    const [again] = await lease(context);
    expect(again).toMatchObject({ id: first!.id, attempt: 2 });
    expect(again).not.toHaveProperty("inDoubtSince");
  });

  test("after a day a delivery that could not be sent is given up, and the channel goes on", async () => {
    await threeLevels();
    const [last] = await lease(context);
    await context.write((tx) => tx.run(sql`UPDATE deliveries SET created_at = created_at - 86400000 WHERE seq = 1`));
    await recordOutcome(context, { id: last!.id, lease: last!.lease, outcome: "retry-later" });
    expect((await status())[0]).toEqual({ status: "rejected" });
    expect((await lease(context)).map(level)).toEqual([3]);
  });

  test("a delivery that does not exist is not found", async () => {
    const nowhere = recordOutcome(context, { id: "nothing", lease: "x", outcome: "delivered" });
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
  });
});

test("the product clock does not move leases: they run by machine time", async () => {
  await threeLevels();
  await lease(context);
  context.clock.set("2030-01-01T00:00:00Z");
  expect(await lease(context)).toEqual([]);
  await record(context, play("t"));
});
