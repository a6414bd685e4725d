import { achievementBySlug } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { refreshLeaderboards } from "../leaderboards/index.ts";
import { noEarnings, settleXp } from "../progress/index.ts";
import {
  aboutWhom,
  announcedTo,
  artist,
  checkLedger,
  community,
  createTestContext,
  lease,
  link,
  plays,
  profile,
  record,
  recordAs,
  recordDemo,
  rowsOf,
  type TestContext,
  track,
} from "../testing/index.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(async () => {
  expect(await checkLedger(context)).toEqual([]);
  context.close();
});

const announced = () => rowsOf(context.db, "SELECT kind, cause FROM announcements ORDER BY rowid");
/** Announcements in short: [guild, kind, level or slugs]. */
const told = async () =>
  (await announcedTo(context)).map(([guild, view]) => {
    if (view.kind === "level-up") return [guild, "level", view.level];
    return view.kind === "achievement-unlock"
      ? [guild, "unlock", ...view.achievements.map(({ slug }) => slug)]
      : [guild];
  });
const unlockOf = (producerId: string, achievement: { slug: string; name: string }, xp: number) => ({
  producerId,
  reason: "achievement" as const,
  subject: achievement.slug,
  xp,
  cause: { reason: "achievement" as const, achievement },
});
/** XP for nothing but plays: 100 for the track, the rest by plays. */
const giveXp = (id: string, xp: number) =>
  record(context, track(`${id}-track`, [id]), ...plays(`${id}-track`, xp - 100));

describe("level-ups", () => {
  beforeEach(() => record(context, artist("a1"), artist("a2")));

  test("one announcement per level-up, delivered to every community that wants it", async () => {
    await community(context, "g1");
    await community(context, "g2", { platform: "slack" });
    await giveXp("a1", 283);
    expect(await told()).toEqual([
      ["g1", "level", 3],
      ["g2", "level", 3],
    ]);
    expect(await announced()).toEqual([{ kind: "level-up", cause: "level-up:a1:3" }]);
  });

  test("a jump over several levels is one announcement, naming both ends and the new title", async () => {
    await community(context, "g1");
    await giveXp("a1", 800);
    const view = (await announcedTo(context))[0]![1];
    expect(view).toMatchObject({
      kind: "level-up",
      producer: { id: "a1", name: "Artist a1" },
      fromLevel: 1,
      level: 5,
      title: "Intermediate Producer",
      newTitle: true,
      basis: "computed",
      demo: false,
      cause: { reason: "play", track: { id: "a1-track", name: "Track a1-track" } },
    });
    expect(await announced()).toHaveLength(1);
  });

  test("a delivery is written with its cause: the answer comes with the announcement made", async () => {
    await community(context, "g1");
    const { progress } = await giveXp("a1", 800);
    expect(progress).toMatchObject([{ leveledUp: true }]);
    expect(await rowsOf(context.db, "SELECT status, attempts FROM deliveries")).toEqual([
      { status: "waiting", attempts: 0 },
    ]);
  });

  test("quiet below level 5, but for a new title", async () => {
    await community(context, "g1");
    // 2: quiet. 3: a new title. 4: quiet. 5: both. 6: loud.
    for (const [index, xp] of [100, 283, 520, 800, 1118].entries()) {
      const before = [0, 100, 283, 520, 800][index]!;
      await record(context, ...(index === 0 ? [track("t", ["a1"])] : plays("t", xp - before)));
    }
    expect(await told()).toEqual([
      ["g1", "level", 3],
      ["g1", "level", 5],
      ["g1", "level", 6],
    ]);
    expect(await announced()).toHaveLength(5);
  });

  test("a community sets its own line", async () => {
    await community(context, "loud", { levelUpFrom: 2 });
    await community(context, "quiet", { levelUpFrom: 50 });
    await giveXp("a1", 800);
    await record(context, ...plays("a1-track", 318));
    await record(context, ...plays("a1-track", 352));
    // Levels 5, 6 and 7; the titles of 5 and 7 are new ones.
    expect(await told()).toEqual([
      ["loud", "level", 5],
      ["quiet", "level", 5],
      ["loud", "level", 6],
      ["loud", "level", 7],
      ["quiet", "level", 7],
    ]);
  });

  test("nothing is announced twice, however often its cause is delivered", async () => {
    await community(context, "g1");
    const events = [track("t", ["a1"]), ...plays("t", 700)];
    await record(context, ...events);
    await record(context, ...events);
    expect(await told()).toEqual([["g1", "level", 5]]);
  });
});

describe("who hears of whom", () => {
  beforeEach(() => record(context, artist("a1"), artist("a2")));

  test("a community of linked members hears of them alone; one of all, of everybody", async () => {
    const linked = await community(context, "linked", { members: "linked" });
    await community(context, "all");
    await link(context, linked, "a2");
    await giveXp("a1", 800);
    await giveXp("a2", 800);
    expect((await announcedTo(context)).map(([guild, view]) => [guild, aboutWhom(view)])).toEqual([
      ["all", "a1"],
      ["linked", "a2"],
      ["all", "a2"],
    ]);
  });

  test("a community without a channel hears nothing, then or later", async () => {
    await community(context, "g1", { channelId: undefined });
    await giveXp("a1", 800);
    await community(context, "g1");
    expect(await told()).toEqual([]);
  });

  test("demo facts reach the demo's channels alone, real facts the real ones alone", async () => {
    await community(context, "real");
    await community(context, "demo", { demo: true });
    const events = [artist("d1"), track("dt", ["d1"]), ...plays("dt", 700)].map((event) => ({
      ...event,
      source: "demo",
    }));
    await recordDemo(context, ...events);
    await giveXp("a1", 800);
    expect((await announcedTo(context)).map(([guild, view]) => [guild, aboutWhom(view), view.demo])).toEqual([
      ["demo", "d1", true],
      ["real", "a1", false],
    ]);
  });

  test("what an import or a silent batch causes is paid and not announced", async () => {
    await community(context, "g1");
    const events = [track("t", ["a1"]), ...plays("t", 700)];
    await recordAs(context, events, { sources: ["*"], trusted: true }, { silent: true });
    expect(await announced()).toEqual([]);
    expect(await rowsOf(context.db, "SELECT level FROM producers WHERE id = 'a1'")).toEqual([{ level: 5 }]);
  });
});

describe("unlocks", () => {
  const picture = (n: number) => Array.from({ length: n }, (_, i) => `https://x.example/${i}.png`);

  test("what one cause unlocked is one message", async () => {
    await community(context, "g1", { unlocksFrom: "common" });
    await record(context, profile("a1", { producerId: "a1", bio: "Beats.", pictures: picture(5) }));
    expect(await told()).toEqual([["g1", "unlock", "model", "oracle", "photogenic"]]);
    const view = (await announcedTo(context))[0]![1];
    expect(view).not.toHaveProperty("holdersShare");
  });

  test("an unlock that raises the level says so itself, with a new title; nobody hears of the level-up twice", async () => {
    await community(context, "all", { unlocksFrom: "common" });
    await record(
      context,
      artist("a1", {}, { time: "2026-11-10T00:00:00Z" }),
      ...[track("t", ["a1"]), ...plays("t", 695)],
    );
    await record(context, profile("a1", { bio: "Beats." }, { time: "2026-11-11T00:00:00Z" }));
    await record(context, profile("a1", { bio: "Beats.", pictures: picture(1) }, { time: "2026-11-12T00:00:00Z" }));
    const views = (await announcedTo(context)).map(([, view]) => view);
    expect(views.map(({ kind }) => kind)).toEqual(["level-up", "achievement-unlock", "achievement-unlock"]);
    const oracle = [{ slug: "oracle", xp: 300 }];
    expect(views[1]).toMatchObject({ nowLevel: 5, nowTitle: "Intermediate Producer", achievements: oracle });
    expect(views[2]).toMatchObject({ nowLevel: 6, achievements: [{ slug: "photogenic" }] });
    expect(views[2]).not.toHaveProperty("nowTitle");
  });

  test("a community that is not told of common unlocks hears of the level-up that one caused", async () => {
    await community(context, "calm");
    await record(context, artist("a1", {}, { time: "2026-11-10T00:00:00Z" }), track("t", ["a1"]), ...plays("t", 695));
    await record(context, profile("a1", { bio: "Beats." }, { time: "2026-11-11T00:00:00Z" }));
    expect(await told()).toEqual([
      ["calm", "level", 4],
      ["calm", "level", 5],
    ]);
    const last = (await announcedTo(context)).at(-1)![1];
    expect(last).toMatchObject({ cause: { reason: "achievement", achievement: { slug: "oracle", name: "Oracle" } } });
  });

  test("common unlocks are for those who ask; every community hears from its own rarity up", async () => {
    expect(achievementBySlug("oracle")).toMatchObject({ rarity: "common" });
    await community(context, "common", { unlocksFrom: "common" });
    await community(context, "default");
    await community(context, "epic", { unlocksFrom: "epic" });
    await record(context, profile("a1", { producerId: "a1", bio: "Beats." }));
    expect((await told()).filter(([, kind]) => kind === "unlock")).toEqual([["common", "unlock", "oracle"]]);
  });

  describe("of several at once", () => {
    beforeEach(async () => {
      await community(context, "common", { unlocksFrom: "common", levelUpFrom: 99 });
      await community(context, "default", { levelUpFrom: 99 });
      await record(context, artist("a1", { createdAt: "2026-05-01T00:00:00Z" }), track("t1", ["a1"]));
      await refreshLeaderboards(context, { announces: true });
    });
    const heard = async () =>
      (await lease(context)).map(({ channelId, view }) => [
        channelId,
        ...(view.kind === "achievement-unlock" ? view.achievements.map(({ slug }) => slug) : []),
      ]);

    test("a community hears of those that are rare enough for it", async () => {
      expect(await heard()).toEqual([
        ["common-channel", "early-adopter", "seasoned", "rising"],
        ["default-channel", "early-adopter", "seasoned"],
      ]);
    });

    test("what it chooses counts until it is told", async () => {
      await community(context, "common", { unlocksFrom: "rare" });
      await community(context, "default", { unlocksFrom: "common" });
      expect(await heard()).toEqual([
        ["common-channel", "early-adopter", "seasoned"],
        ["default-channel", "early-adopter", "seasoned", "rising"],
      ]);
    });

    test("and after an attempt that failed", async () => {
      await heard();
      await context.db.run(sql`UPDATE deliveries SET status = 'waiting', lease = NULL, leased_until = NULL`);
      await community(context, "common", { unlocksFrom: "rare" });
      await community(context, "default", { unlocksFrom: "common" });
      expect(await heard()).toEqual([
        ["common-channel", "early-adopter", "seasoned"],
        ["default-channel", "early-adopter", "seasoned", "rising"],
      ]);
    });
  });

  test("the last level has a message of its own beside the unlock that brought it", async () => {
    await community(context, "g1");
    await record(context, artist("a1"));
    const og = { slug: "og", name: "OG" };
    const due = { ...noEarnings(), entries: [unlockOf("a1", og, 200_000)] };
    await context.write((tx) => settleXp(tx, due, context.clock.now(), false));
    const views = (await announcedTo(context)).map(([, view]) => view);
    expect(views).toMatchObject([
      { kind: "achievement-unlock", achievements: [{ slug: "og" }] },
      { kind: "level-up", level: 100 },
    ]);
    expect(views[0]).not.toHaveProperty("nowLevel");
  });

  test("the share of holders is told of a single unlock among twenty producers or more", async () => {
    await community(context, "g1", { unlocksFrom: "common" });
    await record(context, ...Array.from({ length: 19 }, (_, n) => artist(`p${n}`)));
    await record(context, profile("p0", { bio: "Beats." }, { time: "2026-11-22T00:00:00Z" }));
    await record(context, artist("p19"), profile("p1", { bio: "Beats." }, { time: "2026-11-22T00:00:00Z" }));
    const views = (await announcedTo(context))
      .map(([, view]) => view)
      .filter(({ kind }) => kind === "achievement-unlock");
    expect(views[0]).not.toHaveProperty("holdersShare");
    expect(views[1]).toMatchObject({ producer: { id: "p1" }, holdersShare: 0.1 });
  });
});
