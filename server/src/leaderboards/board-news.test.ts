import { DEFAULT_PRIVACY } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { communities, privacy } from "../db/schema/index.ts";
import {
  aboutWhom,
  announcedTo,
  artist,
  community,
  createTestContext,
  fold,
  link,
  plays,
  record,
  rowsOf,
  type TestContext,
  track,
} from "../testing/index.ts";
import { refreshLeaderboards } from "./refresh.ts";

const PEOPLE = 24;
let context: TestContext;
/** Producers p0 … p23 with ever fewer plays in the last seven days: p0 leads. */
beforeEach(async () => {
  context = await createTestContext({ now: "2026-11-23T12:00:00Z" });
  const ids = Array.from({ length: PEOPLE }, (_, n) => n);
  await record(context, ...ids.map((n) => artist(`p${n}`)));
  await record(context, ...ids.map((n) => track(`t${n}`, [`p${n}`], {}, { time: "2025-05-05T00:00:00Z" })));
  await play(Object.fromEntries(ids.map((n) => [n, 10 * (PEOPLE - n)])));
  await refresh(false);
});
afterEach(() => context.close());

const QUIET = { unlocksFrom: "legendary", levelUpFrom: 99, boards: ["plays:7d"] } as const;
const quietly = (change: Parameters<typeof community>[2] = {}) => ({
  ...QUIET,
  boards: ["plays:7d"] as const,
  ...change,
});

async function play(counts: Record<number, number>): Promise<void> {
  const time = new Date(context.clock.now() - 3_600_000).toISOString();
  const events = Object.entries(counts).flatMap(([n, count]) => plays(`t${n}`, count));
  await record(context, ...events.map((event) => ({ ...event, time })));
}
async function refresh(announces = true): Promise<void> {
  await fold(context);
  await refreshLeaderboards(context, { announces });
}
async function twoRefreshes(): Promise<void> {
  await refresh();
  await refresh();
}
const news = async () =>
  (await announcedTo(context))
    .filter(([, view]) => view.kind !== "level-up" && view.kind !== "achievement-unlock")
    .map(([guild, view]) => `${guild}: ${aboutWhom(view)} ${view.kind}`);
const members = async (id: string, people: readonly number[]) => {
  for (const n of people) await link(context, id, `p${n}`);
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

describe("news of the boards", () => {
  test("a place among the first three, in the top ten, and a climb within it, each with its figures", async () => {
    await community(context, "g1", { ...quietly(), boards: ["plays:7d"] });
    await refresh();
    await play({ 4: 35, 11: 35, 7: 15 });
    await twoRefreshes();
    expect((await news()).toSorted()).toEqual(["g1: p11 top-ten", "g1: p4 top-three", "g1: p7 climb"]);
    const views = (await announcedTo(context)).map(([, view]) => view);
    expect(views.find(({ kind }) => kind === "top-three")).toMatchObject({ rank: 2, previousRank: 5, total: PEOPLE });
    const climb = views.find(({ kind }) => kind === "climb");
    expect(climb).toMatchObject({ rank: 7, toNext: { rank: 6, gap: 5 } });
    expect(JSON.stringify(climb)).not.toContain("p6");
  });

  test("are reckoned among a community's own members, and name it", async () => {
    const club = await community(context, "club", { ...quietly({ members: "linked" }), boards: ["plays:7d"] });
    await members(club, range(12, 24));
    await refresh();
    await play({ 13: 15 });
    await twoRefreshes();
    expect(await news()).toEqual(["club: p13 new-number-one"]);
    const [[, view] = []] = await announcedTo(context);
    expect(view).toMatchObject({ among: { id: club, name: "club" }, total: 12, lead: 5 });
  });

  test("go to the channel that a community chose for them, though it has no other", async () => {
    const id = await community(context, "g1", { ...quietly(), boards: ["plays:7d"] });
    await context.db
      .update(communities)
      .set({ channelId: null, topicChannels: { leaderboard: "ranks" } })
      .where(eq(communities.id, id));
    await refresh();
    await play({ 1: 50 });
    await twoRefreshes();
    expect(await rowsOf(context.db, "SELECT channel_id FROM deliveries")).toEqual([{ channel_id: "ranks" }]);
  });

  test("are none before a community or a member was there", async () => {
    await play({ 4: 45 });
    await refresh();
    context.clock.set("2026-11-23T12:30:00Z");
    const late = await community(context, "late", { ...quietly({ members: "linked" }), boards: ["plays:7d"] });
    await members(late, range(0, 24));
    await refresh();
    expect(await news()).toEqual([]);
  });

  test("begin at the number of members that the community chose", async () => {
    const few = await community(context, "few", { ...quietly({ members: "linked" }), boards: ["plays:7d"] });
    const fine = await community(context, "fine", {
      ...quietly({ members: "linked", rankNewsMembers: 3 }),
      boards: ["plays:7d"],
    });
    await members(few, range(0, 9));
    await members(fine, range(0, 9));
    await refresh();
    await play({ 1: 50 });
    await twoRefreshes();
    expect(await news()).toEqual(["fine: p1 new-number-one"]);
  });

  test("are of the boards and topics that the community chose alone", async () => {
    await community(context, "other", { ...quietly(), boards: ["quality:all-time"] });
    await community(context, "none", { ...quietly({ topics: ["level-up", "achievement"] }), boards: ["plays:7d"] });
    await refresh();
    await play({ 1: 50 });
    await twoRefreshes();
    expect(await news()).toEqual([]);
  });

  test("of two communities that look at everybody are one announcement, with a delivery each", async () => {
    await community(context, "g1", { ...quietly(), boards: ["plays:7d"] });
    await community(context, "g2", { ...quietly(), boards: ["plays:7d"] });
    await refresh();
    await play({ 1: 50 });
    await twoRefreshes();
    expect(await news()).toEqual(["g1: p1 new-number-one", "g2: p1 new-number-one"]);
    expect(await rowsOf(context.db, "SELECT kind FROM announcements WHERE kind = 'new-number-one'")).toHaveLength(1);
  });

  test("of points, which are the same in every period, are told once", async () => {
    await community(context, "both", { ...quietly(), boards: ["points:7d", "points:season"] });
    await community(context, "all", { ...quietly(), boards: ["points:30d", "points:all-time"] });
    await refresh();
    await play({ 1: 800 });
    await twoRefreshes();
    const told = (await announcedTo(context)).flatMap(([guild, view]) =>
      view.kind === "new-number-one" ? [`${guild}: ${view.category} ${view.period}`] : [],
    );
    expect(told.sort()).toEqual(["all: points all-time", "both: points all-time"]);
    expect(await rowsOf(context.db, "SELECT kind FROM announcements WHERE kind = 'new-number-one'")).toHaveLength(1);
  });

  test("a tier is told once for ever, on an all-time board", async () => {
    await community(context, "g1", { ...quietly(), boards: ["uploads:all-time"] });
    await refresh();
    const more = range(0, 10).map((n) => track(`extra${n}`, ["p5"], {}, { time: "2025-06-06T00:00:00Z" }));
    await record(context, ...more);
    await twoRefreshes();
    // Eleven tracks make the first of uploads too, which is the greater news.
    expect(await news()).toEqual(["g1: p5 new-number-one"]);
    await record(context, ...range(0, 9).map((n) => track(`other${n}`, ["p6"], {}, { time: "2025-06-06T00:00:00Z" })));
    await twoRefreshes();
    expect((await news()).slice(1)).toEqual(["g1: p6 top-three"]);
  });
});

describe("the picture of a board", () => {
  const agree = (n: number) =>
    context.db
      .insert(privacy)
      .values({ producerId: `p${n}`, choices: { ...DEFAULT_PRIVACY, named: true }, changedAt: 0 });
  const pictures = async () =>
    (await announcedTo(context)).flatMap(([, view]) =>
      "passedOnPodium" in view || "podium" in view
        ? [[view.producer.id, view.podium?.map((name) => name.slice("Artist ".length)), view.passedOnPodium]]
        : [],
    );
  beforeEach(async () => {
    await community(context, "g1", { ...quietly(), boards: ["plays:7d"] });
    await refresh();
  });

  test("never shows the one who was first and has not agreed to be named", async () => {
    await play({ 1: 50 });
    await twoRefreshes();
    expect(await news()).toEqual(["g1: p1 new-number-one"]);
    expect(JSON.stringify(await announcedTo(context))).not.toContain("p0");
  });

  test("shows those who were passed and agreed", async () => {
    await agree(0);
    await play({ 1: 50 });
    await twoRefreshes();
    expect(await pictures()).toEqual([["p1", ["p1", "p0", "p2"], ["p0"]]]);
  });

  test("takes each of them to agree", async () => {
    await agree(0);
    await play({ 5: 55 });
    await twoRefreshes();
    expect(await news()).toEqual(["g1: p5 new-number-one"]);
    expect(await pictures()).toEqual([]);
  });

  test("asks who was passed by another one too", async () => {
    await agree(1);
    await play({ 4: 55, 5: 45 });
    await twoRefreshes();
    expect(await news()).toEqual(["g1: p4 new-number-one", "g1: p5 top-three"]);
    expect(await pictures()).toEqual([]);
  });

  test("needs nobody's word where nobody on it was passed", async () => {
    await play({ 4: 25 });
    await twoRefreshes();
    expect(await pictures()).toEqual([["p4", ["p0", "p1", "p4"], []]]);
  });
});

describe("news of a large board", () => {
  test("know how many are ranked, though only the first of them are looked at", async () => {
    const more = range(PEOPLE, 120);
    await record(context, ...more.map((n) => artist(`p${n}`)));
    await record(context, ...more.map((n) => track(`t${n}`, [`p${n}`], {}, { time: "2025-05-05T00:00:00Z" })));
    await play(Object.fromEntries(more.map((n) => [n, 1])));
    await refresh(false);
    await community(context, "some", { ...QUIET, boards: ["plays:7d"], topTenRanked: 110 });
    await community(context, "many", { ...QUIET, boards: ["plays:7d"], topTenRanked: 130 });
    await refresh();
    await play({ 15: 75 });
    await twoRefreshes();
    expect(await news()).toEqual(["some: p15 top-ten"]);
  });
});

describe("the first refresh", () => {
  test("after a community or a link tells nothing of what it unlocks", async () => {
    context.clock.set("2026-11-23T12:30:00Z");
    const fresh = await community(context, "fresh", { unlocksFrom: "common" });
    await record(context, ...range(0, 30).map((n) => track(`new${n}`, ["p9"], {}, { time: "2025-06-06T00:00:00Z" })));
    await refresh();
    expect((await announcedTo(context)).filter(([, { kind }]) => kind === "achievement-unlock")).toEqual([]);
    expect(fresh).toBeTruthy();
  });
});
