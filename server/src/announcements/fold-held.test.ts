import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  artist,
  community,
  createTestContext,
  lease,
  plays,
  record,
  rowsOf,
  type TestContext,
  track,
} from "../testing/index.ts";
import { foldHeld } from "./fold-held.ts";

let context: TestContext;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T09:00:00Z") });
  context = await createTestContext();
});
afterEach(() => {
  context.close();
  vi.useRealTimers();
});

/** Level 5 for nothing but plays. */
const levelUp = (id: string) => record(context, artist(id), track(`${id}-track`, [id]), ...plays(`${id}-track`, 700));
const statuses = async () =>
  (await rowsOf(context.db, "SELECT status FROM deliveries ORDER BY seq")).map(({ status }) => status);
const later = (instant: string) => vi.setSystemTime(new Date(instant));
const views = async () => {
  const leased = await lease(context, { limit: 100 });
  return leased.map(({ view }) => view);
};
const deliverAll = () => context.db.run(sql`UPDATE deliveries SET status = 'delivered' WHERE status = 'waiting'`);

describe("a burst", () => {
  beforeEach(() => community(context, "g1", { dailyPosts: 50 }));

  test("is three messages and, an hour after the first of them, one for all the rest", async () => {
    for (const id of ["a", "b", "c", "d", "e"]) await levelUp(id);
    expect(await statuses()).toEqual(["waiting", "waiting", "waiting", "held", "held"]);
    await deliverAll();
    later("2026-11-23T09:59:59Z");
    expect(await foldHeld(context)).toBe(0);
    later("2026-11-23T10:00:00Z");
    expect(await foldHeld(context)).toBe(1);
    expect(await views()).toMatchObject([
      {
        kind: "folded",
        over: "hour",
        lines: [
          { about: "level", name: "Artist d", level: 5 },
          { about: "level", name: "Artist e", level: 5 },
        ],
        more: 0,
      },
    ]);
    expect(await foldHeld(context)).toBe(0);
  });

  test("of one more is that message as it is, at the end of the queue", async () => {
    for (const id of ["a", "b", "c", "d"]) await levelUp(id);
    await deliverAll();
    const [{ newest } = { newest: 0 }] = await context.db.all<{ newest: number }>(
      sql`SELECT max(seq) AS newest FROM deliveries`,
    );
    later("2026-11-23T10:00:00Z");
    await foldHeld(context);
    expect(await views()).toMatchObject([{ kind: "level-up", producer: { id: "d" } }]);
    const [row] = await context.db.all<{ seq: number }>(sql`SELECT seq FROM deliveries WHERE status = 'leased'`);
    expect(row!.seq).toBeGreaterThan(newest);
  });
});

describe("a day", () => {
  beforeEach(() => community(context, "g1", { dailyPosts: 3 }));

  test("has as many messages as were chosen: what is over them comes folded in the evening", async () => {
    for (const id of ["a", "b", "c", "d"]) await levelUp(id);
    expect(await statuses()).toEqual(["waiting", "waiting", "held", "held"]);
    await deliverAll();
    later("2026-11-23T17:59:59Z");
    expect(await foldHeld(context)).toBe(0);
    later("2026-11-23T18:00:00Z");
    expect(await foldHeld(context)).toBe(1);
    expect(await views()).toMatchObject([{ kind: "folded", over: "day", community: { name: "g1" } }]);
    await deliverAll();
    later("2026-11-23T20:00:00Z");
    await levelUp("e");
    later("2026-11-23T23:59:59Z");
    expect(await foldHeld(context)).toBe(0);
  });

  test("has no more of them with what a burst held back until later that day", async () => {
    await context.db.run(sql`UPDATE communities SET daily_posts = 6, unlocks_from = 'common'`);
    const told = async (hours: readonly string[], count: number) => {
      for (const hour of hours) {
        later(`2026-11-23T${hour}:00Z`);
        await foldHeld(context);
      }
      await deliverAll();
      const [row] = await context.db.all<{ told: number }>(
        sql`SELECT count(*) AS told FROM deliveries WHERE status = 'delivered'`,
      );
      expect(row!.told).toBe(count);
    };
    later("2026-11-23T10:00:00Z");
    for (const id of ["a", "b", "c", "d"]) await levelUp(id);
    await told([], 3);
    // Nothing of these within the hour: the one that is held, and one more.
    later("2026-11-23T10:55:00Z");
    await context.db.run(sql`UPDATE announcements SET kind = 'top-ten' WHERE kind = 'level-up'`);
    for (const id of ["e", "f", "g"]) await levelUp(id);
    await told(["10:56"], 4);
    await told(["11:01"], 5);
    await told(["17:59"], 5);
    await told(["18:01"], 6);
  });

  test("counts what was held overnight among its own messages", async () => {
    later("2026-11-22T23:30:00Z");
    await context.db.run(sql`UPDATE communities SET daily_posts = 50`);
    for (const id of ["a", "b", "c", "d"]) await levelUp(id);
    await context.db.run(sql`UPDATE communities SET daily_posts = 3`);
    await deliverAll();
    later("2026-11-23T00:30:00Z");
    expect(await foldHeld(context)).toBe(1);
    for (const id of ["e", "f", "g"]) await levelUp(id);
    expect((await statuses()).filter((status) => status !== "delivered").sort()).toEqual([
      "held",
      "held",
      "waiting",
      "waiting",
    ]);
  });

  test("begins anew at midnight UTC", async () => {
    for (const id of ["a", "b"]) await levelUp(id);
    await deliverAll();
    later("2026-11-24T00:00:00Z");
    await levelUp("c");
    expect((await statuses()).at(-1)).toBe("waiting");
  });

  test("without a limit tells everything at once", async () => {
    await community(context, "g1", { dailyPosts: 0 });
    for (const id of ["a", "b", "c", "d", "e"]) await levelUp(id);
    expect(new Set(await statuses())).toEqual(new Set(["waiting"]));
  });
});
