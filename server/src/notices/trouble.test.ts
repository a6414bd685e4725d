import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { foldHeld, recordOutcome } from "../announcements/index.ts";
import { communitiesPresent, communityLeft, communitySeen } from "../communities/index.ts";
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
import { readNotices } from "./read-notices.ts";

let context: TestContext;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T09:00:00Z") });
  context = await createTestContext();
  await community(context, "g1");
});
afterEach(() => {
  context.close();
  vi.useRealTimers();
});

const later = (instant: string) => vi.setSystemTime(new Date(instant));
const levelUp = (id: string) => record(context, artist(id), track(`${id}-track`, [id]), ...plays(`${id}-track`, 700));
const next = async () => (await lease(context))[0]!;
const settle = (
  one: Awaited<ReturnType<typeof next>>,
  outcome: "delivered" | "destination-gone" | "credentials-dead",
) =>
  recordOutcome(context, {
    id: one.id,
    lease: one.lease,
    outcome,
    messageId: "m",
    ...(outcome === "destination-gone" && { missing: "permission", detail: "Discord answered 403" }),
  });
const notices = async () => (await readNotices(context)).notices;
const statuses = async () =>
  (await rowsOf(context.db, "SELECT status FROM deliveries ORDER BY seq")).map(({ status }) => status);

describe("a channel where the bot may not post", () => {
  test("is told whoever administers the community once, and counts what it keeps back without being asked again", async () => {
    await communitySeen(context, { platform: "discord", guildId: "g1", name: "Beat Lab", ownerId: "owner" });
    await levelUp("a");
    await settle(await next(), "destination-gone");
    for (const id of ["b", "c"]) await levelUp(id);
    const [told, ...others] = await lease(context);
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      to: "person",
      channelId: "owner",
      view: { kind: "notice", about: "permission-missing", channelId: "g1-channel", community: { name: "Beat Lab" } },
    });
    expect(await notices()).toMatchObject([
      { kind: "permission-missing", channelId: "g1-channel", deliveries: 3, detail: "Discord answered 403" },
    ]);
    await settle(told!, "delivered");
    later("2026-11-23T09:10:00Z");
    await levelUp("d");
    await settle(await next(), "destination-gone");
    expect(await lease(context)).toEqual([]);
    expect(await notices()).toMatchObject([{ deliveries: 4, since: "2026-11-23T09:00:00.000Z" }]);
  });

  test("that works again is no notice any more, and what it kept back comes folded", async () => {
    await levelUp("a");
    await settle(await next(), "destination-gone");
    await levelUp("b");
    expect(await lease(context)).toEqual([]);
    later("2026-11-23T09:10:00Z");
    await levelUp("c");
    await settle(await next(), "delivered");
    expect(await notices()).toEqual([]);
    expect(await statuses()).toEqual(["held", "held", "delivered"]);
    await foldHeld(context);
    expect((await next()).view).toMatchObject({ kind: "folded", lines: [{ name: "Artist a" }, { name: "Artist b" }] });
  });

  test("is tried again by itself, and what it kept back comes though nothing new is told", async () => {
    for (const id of ["a", "b", "c"]) await levelUp(id);
    await settle(await next(), "destination-gone");
    expect(await lease(context)).toEqual([]);
    await foldHeld(context);
    expect(await lease(context), "it is left alone for a while").toEqual([]);
    later("2026-11-23T09:10:00Z");
    await foldHeld(context);
    await settle(await next(), "destination-gone");
    expect(await lease(context)).toEqual([]);
    expect(await notices()).toMatchObject([{ kind: "permission-missing", deliveries: 3 }]);
    later("2026-11-23T09:20:00Z");
    await foldHeld(context);
    await foldHeld(context);
    await settle(await next(), "delivered");
    expect(await lease(context), "one at a time").toEqual([]);
    expect(await notices()).toEqual([]);
    await foldHeld(context);
    expect((await next()).view).toMatchObject({ kind: "folded", lines: [{}, {}] });
  });

  test("is tried no more once what it kept back is a day old, and that is listed when it works again", async () => {
    await levelUp("a");
    await settle(await next(), "destination-gone");
    const start = Date.now();
    let tries = 0;
    for (let minutes = 10; minutes <= 30 * 60; minutes += 10) {
      vi.setSystemTime(start + minutes * 60_000 + 1000);
      await foldHeld(context);
      const [one] = await lease(context);
      if (!one) continue;
      tries++;
      await settle(one, "destination-gone");
    }
    expect(tries).toBe(143);
    expect(await statuses()).toEqual(["destination-gone"]);
    await levelUp("b");
    await settle(await next(), "delivered");
    expect(await statuses()).toEqual(["rejected", "delivered"]);
    expect((await readNotices(context)).unsent).toMatchObject([{ kind: "level-up", producer: { id: "a" } }]);
  });

  test("tells what it kept back in its order, whatever was tried before", async () => {
    await levelUp("a");
    await settle(await next(), "destination-gone");
    later("2026-11-23T10:00:00Z");
    await record(context, ...plays("a-track", 400));
    await settle(await next(), "destination-gone");
    later("2026-11-23T10:10:00Z");
    await foldHeld(context);
    await settle(await next(), "destination-gone");
    later("2026-11-23T10:20:00Z");
    await levelUp("b");
    await settle(await next(), "delivered");
    await foldHeld(context);
    expect((await next()).view).toMatchObject({ kind: "level-up", fromLevel: 1, level: 6 });
  });

  test("is tried once in ten minutes, in quiet hours too, and its count goes on", async () => {
    await context.db.run(sql`UPDATE communities SET quiet_hours = '{"from":"09:05","to":"18:00"}'`);
    for (const id of ["a", "b", "c"]) await levelUp(id);
    await settle(await next(), "destination-gone");
    expect(await lease(context)).toEqual([]);
    later("2026-11-23T09:10:00Z");
    for (let look = 0; look < 6; look++) {
      await foldHeld(context);
      expect(await lease(context)).toEqual([]);
    }
    expect(await notices()).toMatchObject([{ deliveries: 2 }]);
  });

  test("that its community no longer uses is nobody's trouble", async () => {
    await levelUp("a");
    await settle(await next(), "destination-gone");
    await community(context, "g1", { channelId: "another" });
    expect(await notices()).toEqual([]);
  });
});

test("a refused token is one notice of the whole platform, and over with the next message that gets through", async () => {
  await community(context, "g2");
  await levelUp("a");
  const [first, second] = await lease(context);
  await settle(first!, "credentials-dead");
  expect(await notices()).toMatchObject([{ kind: "credentials-dead", platform: "discord", deliveries: 1 }]);
  await settle(second!, "delivered");
  expect(await notices()).toEqual([]);
  expect(await statuses()).toEqual(["held", "delivered"]);
});

test("what a refused token kept back is sent by the bot that has another one", async () => {
  await levelUp("a");
  await settle(await next(), "credentials-dead");
  expect(await lease(context)).toEqual([]);
  later("2026-11-23T09:10:00Z");
  await foldHeld(context);
  await settle(await next(), "delivered");
  expect(await notices()).toEqual([]);
});

test("a community that the bot was removed from is a notice until it is seen there again", async () => {
  const ref = { platform: "discord", guildId: "g1" } as const;
  await communityLeft(context, ref);
  await communityLeft(context, ref);
  expect(await notices()).toMatchObject([{ kind: "community-left", community: { name: "g1" }, deliveries: 0 }]);
  await communitySeen(context, { ...ref, name: "Beat Lab" });
  expect(await notices()).toEqual([]);
  await levelUp("a");
  expect(await lease(context)).toHaveLength(1);
});

test("what nobody can tell the fate of is listed, private messages without what they say", async () => {
  await levelUp("a");
  const one = await next();
  await recordOutcome(context, { id: one.id, lease: one.lease, outcome: "unknown", detail: "not found" });
  await context.db.run(sql`
    INSERT INTO deliveries (id, announcement_id, community_id, platform, channel_id, person_scope, status, done_at)
    SELECT 'private', id, 'person', 'discord', 'user', '', 'unknown', 0 FROM announcements LIMIT 1`);
  const { unknown } = await readNotices(context);
  expect(unknown).toMatchObject([
    { deliveryId: "private", kind: "level-up" },
    { deliveryId: one.id, kind: "level-up", producer: { id: "a" }, channelId: "g1-channel", detail: "not found" },
  ]);
  expect(unknown[0]).not.toHaveProperty("producer");
  expect(unknown[0]).not.toHaveProperty("channelId");
});

test("a community that the bot was removed from while it was away has left, and its channel is no trouble", async () => {
  const ref = { platform: "discord", guildId: "g1" } as const;
  await community(context, "by-hand");
  await communitySeen(context, { ...ref, name: "Beat Lab", ownerId: "owner" });
  await communitiesPresent(context, { platform: "discord", guildIds: ["g1", "g2"] });
  expect(await notices()).toEqual([]);
  await communitiesPresent(context, { platform: "discord", guildIds: ["g2"] });
  await levelUp("a");
  expect((await lease(context)).map(({ channelId }) => channelId)).toEqual(["by-hand-channel"]);
  expect(await notices()).toMatchObject([{ kind: "community-left", community: { name: "Beat Lab" } }]);
});
