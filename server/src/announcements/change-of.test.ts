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
import { recordOutcome } from "./record-outcome.ts";

let context: TestContext;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T09:00:00Z") });
  context = await createTestContext();
});
afterEach(() => {
  context.close();
  vi.useRealTimers();
});

const later = (instant: string) => vi.setSystemTime(new Date(instant));
/** Brings a producer to so much XP by plays; 100 are the track's. */
const toLevel2 = () => record(context, artist("a"), track("t", ["a"]));
const toLevel3 = () => record(context, ...plays("t", 183));
const toLevel4 = () => record(context, ...plays("t", 237));
type Leased = Awaited<ReturnType<typeof lease>>[number];
const settle = (one: Leased, outcome: "delivered" | "destination-gone" | "unknown" = "delivered") =>
  recordOutcome(context, { id: one.id, lease: one.lease, outcome, messageId: `message-of-${one.id}` });
const next = async () => (await lease(context))[0]!;

describe("a producer's next level within ten minutes", () => {
  beforeEach(() => community(context, "g1", { levelUpFrom: 1 }));

  test("changes the message that was posted, again and again", async () => {
    await toLevel2();
    const first = await next();
    expect(first).not.toHaveProperty("edits");
    await settle(first);
    later("2026-11-23T09:05:00Z");
    await toLevel3();
    const second = await next();
    expect(second.edits).toEqual({ messageId: `message-of-${first.id}`, deliveryId: first.id });
    expect(second.view).toMatchObject({ kind: "level-up", fromLevel: 1, level: 3, newTitle: true });
    await settle(second);
    later("2026-11-23T09:09:59Z");
    await toLevel4();
    const third = await next();
    expect(third.edits).toEqual({ messageId: `message-of-${first.id}`, deliveryId: first.id });
    expect(third.view).toMatchObject({ fromLevel: 1, level: 4 });
  });

  test("waits for the message that it changes, whose place in the channel it keeps", async () => {
    await toLevel2();
    await toLevel3();
    const first = await next();
    expect(first.view).toMatchObject({ level: 2 });
    expect(await lease(context)).toEqual([]);
    await settle(first);
    expect((await next()).edits?.deliveryId).toBe(first.id);
  });

  test("is a message of its own where the first one never came, and after ten minutes", async () => {
    await toLevel2();
    await settle(await next(), "unknown");
    await toLevel3();
    const second = await next();
    expect(second).not.toHaveProperty("edits");
    expect(second.view).toMatchObject({ fromLevel: 2, level: 3 });
    await settle(second);
    later("2026-11-23T09:10:00Z");
    await toLevel4();
    expect(await next()).not.toHaveProperty("edits");
  });

  test("changes nothing about another producer's message", async () => {
    await toLevel2();
    await settle(await next());
    await record(context, artist("b"), track("u", ["b"]));
    expect(await next()).not.toHaveProperty("edits");
  });

  test("that changes a deleted message ends there: no notice, nothing kept back", async () => {
    await toLevel2();
    await settle(await next());
    await toLevel3();
    await settle(await next(), "destination-gone");
    expect(await rowsOf(context.db, "SELECT id FROM notices")).toEqual([]);
    await record(context, artist("b"), track("u", ["b"]));
    expect(await next()).not.toHaveProperty("edits");
  });

  test("counts for nothing of the day's messages", async () => {
    await community(context, "g1", { levelUpFrom: 1, dailyPosts: 3 });
    await toLevel2();
    await toLevel3();
    await toLevel4();
    await record(context, artist("b"), track("u", ["b"]));
    expect(await rowsOf(context.db, "SELECT status FROM deliveries WHERE status = 'held'")).toEqual([]);
  });
});

describe("an unlock", () => {
  test("that raises the level changes the message about the level before", async () => {
    await community(context, "g1", { levelUpFrom: 1, unlocksFrom: "common" });
    await toLevel2();
    await settle(await next());
    await record(context, artist("a", { pictures: ["https://img.example/1.png"] }));
    const second = await next();
    expect(second.edits).toBeDefined();
    expect(second.view).toMatchObject({
      kind: "level-up",
      fromLevel: 1,
      level: 3,
      cause: { reason: "achievement", achievement: { slug: "photogenic" } },
    });
  });

  test("that raised the level says the next one, too, once it is reached", async () => {
    await community(context, "g1", { levelUpFrom: 4, unlocksFrom: "common" });
    await toLevel2();
    await record(context, artist("a", { pictures: ["https://img.example/1.png"] }));
    const unlock = await next();
    expect(unlock.view).toMatchObject({ kind: "achievement-unlock", nowLevel: 3 });
    await settle(unlock);
    await record(context, ...plays("t", 220));
    const second = await next();
    expect(second.edits?.deliveryId).toBe(unlock.id);
    expect(second.view).toMatchObject({ kind: "achievement-unlock", nowLevel: 4 });
  });
});

describe("a folded message", () => {
  const levelUp = (id: string) => record(context, artist(id), track(`${id}-track`, [id]), ...plays(`${id}-track`, 700));

  test("that was just posted grows by what goes on, and no message is added", async () => {
    await community(context, "g1", { dailyPosts: 50 });
    for (const id of ["a", "b", "c", "d", "e"]) await levelUp(id);
    await context.db.run(sql`UPDATE deliveries SET status = 'delivered' WHERE status = 'waiting'`);
    later("2026-11-23T10:00:00Z");
    await foldHeld(context);
    const folded = await next();
    expect(folded.view).toMatchObject({ kind: "folded", lines: [{ name: "Artist d" }, { name: "Artist e" }] });
    await settle(folded);
    later("2026-11-23T10:04:00Z");
    await levelUp("f");
    const grown = await next();
    expect(grown.edits?.deliveryId).toBe(folded.id);
    expect(grown.view).toMatchObject({ kind: "folded", lines: [{ name: "Artist d" }, {}, { name: "Artist f" }] });
    await settle(grown);
    await levelUp("g");
    const again = await next();
    expect(again.edits?.deliveryId).toBe(folded.id);
    const names = again.view.kind === "folded" ? again.view.lines.map(({ name }) => name) : [];
    expect(names).toEqual(["Artist d", "Artist e", "Artist f", "Artist g"]);
  });
});
