import { DEFAULT_PRIVACY, type Privacy } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { identities, privacy } from "../db/schema/index.ts";
import {
  artist,
  community,
  createTestContext,
  lease,
  link,
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

const later = (instant: string) => vi.setSystemTime(new Date(instant));
const levelUp = (id: string) => record(context, artist(id), track(`${id}-track`, [id]), ...plays(`${id}-track`, 700));
const set = (what: string) => context.db.run(sql.raw(`UPDATE communities SET ${what}`));
const statuses = async () =>
  (await rowsOf(context.db, "SELECT status FROM deliveries ORDER BY seq")).map(({ status }) => status);
const choose = (producerId: string, choices: Partial<Privacy>) =>
  context.db.insert(privacy).values({ producerId, choices: { ...DEFAULT_PRIVACY, ...choices }, changedAt: 0 });
const silent = { "level-up": false, achievement: false, leaderboard: false };
const linkPerson = (producerId: string, userId: string) =>
  context.db.insert(identities).values({
    platform: "discord",
    scope: "",
    platformUserId: userId,
    producerId,
    displayName: "Kaya",
    linkedAt: 0,
  });

describe("a community's settings", () => {
  test("a topic goes to its own channel, the others to the community's one", async () => {
    await community(context, "g1", { unlocksFrom: "common" });
    await set(`topic_channels = '{"achievement":"trophies"}'`);
    await record(context, artist("a", { pictures: ["https://img.example/1.png"] }));
    await levelUp("b");
    expect((await lease(context)).map(({ channelId, view }) => [channelId, view.kind])).toEqual([
      ["trophies", "achievement-unlock"],
      ["g1-channel", "level-up"],
    ]);
  });

  test("what is announced in quiet hours waits for their end and comes folded", async () => {
    await community(context, "g1");
    await set(`quiet_hours = '{"from":"08:00","to":"10:00"}', time_zone = 'UTC'`);
    await levelUp("a");
    await levelUp("b");
    expect(await statuses()).toEqual(["held", "held"]);
    later("2026-11-23T09:59:00Z");
    expect(await foldHeld(context)).toBe(0);
    later("2026-11-23T10:00:00Z");
    expect(await foldHeld(context)).toBe(1);
    const [folded] = await lease(context);
    expect(folded?.view).toMatchObject({ kind: "folded", lines: [{ name: "Artist a" }, { name: "Artist b" }] });
  });

  test("what was still on its way when quiet hours began waits as well", async () => {
    await community(context, "g1");
    await levelUp("a");
    await set(`quiet_hours = '{"from":"08:00","to":"10:00"}'`);
    expect(await lease(context)).toEqual([]);
    expect(await statuses()).toEqual(["held"]);
  });

  test("a community that the bot left is sent nothing, neither what waits nor what is new", async () => {
    await community(context, "g1");
    await levelUp("a");
    await set("left_at = 1");
    expect(await lease(context)).toEqual([]);
    expect(await statuses()).toEqual(["withdrawn"]);
    await levelUp("b");
    expect(await statuses()).toEqual(["withdrawn"]);
  });

  test("only a producer who is linked there is mentioned, and only where mentions are on", async () => {
    const id = await community(context, "g1");
    await community(context, "g2");
    await link(context, id, "a");
    await linkPerson("a", "user-a");
    await levelUp("a");
    expect((await lease(context)).map(({ mention }) => mention)).toEqual([undefined, undefined]);
    await context.db.run(sql`UPDATE deliveries SET status = 'waiting'`);
    await set("mentions = 1");
    expect((await lease(context)).map(({ guildId, mention }) => [guildId, mention])).toEqual([
      ["g1", "user-a"],
      ["g2", undefined],
    ]);
    await context.db.run(sql`UPDATE deliveries SET status = 'waiting'`);
    await context.db.delete(identities);
    expect((await lease(context)).map(({ mention }) => mention)).toEqual([undefined, undefined]);
  });
});

describe("a producer's privacy, when a delivery is about to be sent", () => {
  test("who switched it off meanwhile is not announced", async () => {
    await community(context, "g1");
    await levelUp("a");
    await levelUp("b");
    await choose("a", { announced: { discord: silent, slack: silent } });
    expect((await lease(context)).map(({ view }) => "producer" in view && view.producer.id)).toEqual(["b"]);
    expect(await statuses()).toEqual(["withdrawn", "leased"]);
  });

  test("who unlinked meanwhile is not announced", async () => {
    const id = await community(context, "g1", { members: "linked" });
    await link(context, id, "a");
    await levelUp("a");
    await context.db.run(sql`DELETE FROM community_members`);
    expect(await lease(context)).toEqual([]);
    expect(await statuses()).toEqual(["withdrawn"]);
  });

  test("a folded message leaves out who switched it off, and speaks of a single one as it is", async () => {
    await community(context, "g1", { dailyPosts: 1 });
    for (const id of ["a", "b", "c"]) await levelUp(id);
    later("2026-11-23T18:00:00Z");
    await foldHeld(context);
    await choose("a", { announced: { discord: silent, slack: silent } });
    const [folded] = await lease(context);
    expect(folded?.view).toMatchObject({
      kind: "folded",
      lines: [{ name: "Artist b" }, { name: "Artist c" }],
      more: 0,
    });
    await context.db.run(sql`UPDATE deliveries SET status = 'waiting', in_doubt_since = NULL WHERE status = 'leased'`);
    await choose("b", { announced: { discord: silent, slack: silent } });
    expect((await lease(context)).map(({ view }) => view)).toMatchObject([
      { kind: "level-up", producer: { name: "Artist c" } },
    ]);
  });

  test("what may be out already is unknown rather than sent once more", async () => {
    await community(context, "g1");
    await levelUp("a");
    await lease(context);
    later("2026-11-23T09:01:00Z");
    await choose("a", { announced: { discord: silent, slack: silent } });
    expect(await lease(context)).toEqual([]);
    expect(await statuses()).toEqual(["unknown"]);
  });
});
