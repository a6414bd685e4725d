import { Changes } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { user } from "../db/schema/index.ts";
import { refreshLeaderboards } from "../leaderboards/index.ts";
import {
  artist,
  createTestContext,
  fold,
  follow,
  play,
  plays,
  profile,
  record,
  type TestContext,
  track,
  unfollow,
} from "../testing/index.ts";
import { readChanges } from "./read-changes.ts";
import { recordVisit } from "./record-visit.ts";

const MORNING = "2026-11-23T08:00:00.000Z";
const NOON = "2026-11-23T12:00:00.000Z";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext({ now: MORNING });
  await record(context, artist("1", { producerId: "p" }), artist("2", { producerId: "other" }));
  await record(context, track("t", ["1"]), track("u", ["2"]), play("t"), ...plays("u", 2));
  await fold(context);
  await refreshLeaderboards(context, { announces: false });
  context.clock.set(NOON);
});
afterEach(() => context.close());

const changesSince = async (since = MORNING) => Changes.parse(await readChanges(context, "p", { since }));
const nothing = { plays: 0, xp: 0, unlocks: [], ranks: [], followers: 0 };

describe("what changed since a visit", () => {
  test("is nothing where nothing did", async () => {
    expect(await changesSince()).toEqual({ since: MORNING, ...nothing, asOf: NOON });
  });

  test("counts plays of one's own tracks that came in since, with their XP", async () => {
    await record(
      context,
      play("t", {}, { time: "2026-11-23T09:00:00Z" }),
      play("u", {}, { time: "2026-11-23T09:00:00Z" }),
      play("t", { userAgent: "Googlebot/2.1" }, { time: "2026-11-23T09:00:00Z" }),
    );
    expect(await changesSince()).toMatchObject({ plays: 1, xp: 1 });
  });

  test("counts a play that was told late, and leaves out history that was brought in", async () => {
    await record(
      context,
      play("t", {}, { time: "2026-11-23T07:50:00Z" }),
      play("t", {}, { time: "2026-11-20T07:50:00Z" }),
    );
    expect(await changesSince()).toMatchObject({ plays: 1, xp: 1 });
  });

  test("tells unlocks rarest first and the level they led to", async () => {
    await record(
      context,
      profile("1", { bio: "Beats.", pictures: ["https://example.org/1.jpg"] }, { time: "2026-11-23T09:00:00Z" }),
    );
    const changes = await changesSince();
    expect(changes.unlocks).toEqual([
      { slug: "oracle", name: "Oracle", rarity: "common", xp: 300 },
      { slug: "photogenic", name: "Photogenic", rarity: "common", xp: 200 },
    ]);
    expect(changes).toMatchObject({ xp: 500, levels: { from: 5, to: 7 } });
  });

  test("tells the boards on which the rank moved, the most places gained first", async () => {
    await record(context, ...plays("t", 3).map((event) => ({ ...event, time: "2026-11-23T09:00:00Z" })));
    await fold(context);
    await refreshLeaderboards(context, { announces: false });
    const { ranks } = await changesSince();
    expect(ranks[0]).toMatchObject({ from: 2, to: 1, total: 2 });
    expect(ranks.map(({ category, period }) => `${category} ${period}`)).toContain("plays 7d");
    // Points are always all-time: once is enough.
    expect(ranks.filter(({ category }) => category === "points").map(({ period }) => period)).toEqual(["all-time"]);
    expect((await changesSince(NOON)).ranks).toEqual([]);
  });

  test("knows no rank before the boards began or beyond what they remember", async () => {
    await record(context, ...plays("t", 3));
    await fold(context);
    await refreshLeaderboards(context, { announces: false });
    expect((await changesSince("2026-11-23T07:00:00.000Z")).ranks).toEqual([]);
    context.clock.set("2026-12-10T12:00:00.000Z");
    await refreshLeaderboards(context, { announces: false });
    expect((await changesSince()).ranks).toEqual([]);
  });

  test("counts new followers who stayed, each once", async () => {
    const at = (time: string) => ({ time: `2026-11-23T${time}Z` });
    await record(
      context,
      follow("1", "before", at("07:00:00")),
      follow("1", "new", at("09:00:00")),
      follow("1", "left", at("09:00:00")),
      unfollow("1", "left", at("10:00:00")),
      follow("2", "theirs", at("09:00:00")),
    );
    expect((await changesSince()).followers).toBe(1);
  });

  test("goes back a month at most, and says from when", async () => {
    expect((await changesSince("2020-01-01T00:00:00Z")).since).toBe("2026-10-23T12:00:00.000Z");
    expect((await changesSince("2030-01-01T00:00:00Z")).since).toBe(NOON);
  });
});

describe("the last visit", () => {
  const visit = async (now: string) => {
    context.clock.set(now);
    return (await recordVisit(context, { userId: "u1" })).since;
  };
  beforeEach(async () => {
    const created = new Date("2026-11-22T20:00:00Z");
    await context.db
      .insert(user)
      .values({ id: "u1", name: "Kaya", email: "kaya@example.org", createdAt: created, updatedAt: created });
  });

  test("of a new account is when it was made", async () => {
    expect(await visit("2026-11-23T08:00:00.000Z")).toBe("2026-11-22T20:00:00.000Z");
  });

  test("is not moved by a reload within minutes, however often", async () => {
    await visit("2026-11-23T08:00:00.000Z");
    for (const minute of ["05", "30", "55"])
      expect(await visit(`2026-11-23T08:${minute}:00.000Z`)).toBe("2026-11-22T20:00:00.000Z");
  });

  test("is the end of the one before once half an hour has passed", async () => {
    await visit("2026-11-23T08:00:00.000Z");
    await visit("2026-11-23T08:20:00.000Z");
    expect(await visit("2026-11-23T09:00:00.000Z")).toBe("2026-11-23T08:20:00.000Z");
    expect(await visit("2026-11-23T09:10:00.000Z")).toBe("2026-11-23T08:20:00.000Z");
  });

  test("of an account that is gone is not kept", async () => {
    await expect(recordVisit(context, { userId: "gone" })).rejects.toMatchObject({ code: "not_found" });
  });
});
