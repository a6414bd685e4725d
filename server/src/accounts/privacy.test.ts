import { DEFAULT_PRIVACY, type Privacy } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bestRank, refreshLeaderboards } from "../leaderboards/index.ts";
import { readBoard } from "../leaderboards/read-board.ts";
import { readRankChange } from "../leaderboards/read-rank-change.ts";
import {
  announcedTo,
  artist,
  community,
  createTestApp,
  createTestContext,
  fold,
  link,
  plays,
  record,
  TEST_ORIGIN,
  type TestContext,
  track,
  unlocksOf,
} from "../testing/index.ts";
import { readPrivacy } from "./read-privacy.ts";
import { saveAccount } from "./save-account.ts";
import { savePrivacy } from "./save-privacy.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(() => context.close());

const agree = async (producerId: string, change: Partial<Privacy>) =>
  savePrivacy(context, { producerId, choices: { ...(await readPrivacy(context.db, producerId)), ...change } });

async function refresh(): Promise<void> {
  await fold(context);
  await refreshLeaderboards(context, { announces: true });
}

describe("who asked not to be shown", () => {
  let club: string;
  /** p1 … p5, the later the more plays; all but p1 are of the club. */
  beforeEach(async () => {
    const ids = [1, 2, 3, 4, 5];
    await record(context, ...ids.map((n) => artist(`p${n}`)));
    await record(context, ...ids.map((n) => track(`t${n}`, [`p${n}`], {}, { time: "2025-05-05T00:00:00Z" })));
    for (const n of ids) await record(context, ...plays(`t${n}`, 10 * n));
    club = await community(context, "club", { members: "linked" });
    for (const id of ["p2", "p3", "p4", "p5"]) await link(context, club, id);
    await refresh();
  });

  const board = (producerId: string, change: Partial<Parameters<typeof readBoard>[1]> = {}) =>
    readBoard(context, {
      category: "plays",
      period: "all-time",
      limit: 50,
      refreshMinutes: 30,
      asker: { producerId, seesAll: false },
      ...change,
    });
  const rowsOf = async (producerId: string, change = {}) =>
    (await board(producerId, change)).rows.map(({ rank, producerId }) => `${rank} ${producerId}`);

  test("leaves everybody's board at once, and the ranks close up at the next refresh", async () => {
    await agree("p4", { onBoards: false });
    expect(await rowsOf("p1")).toEqual(["1 p5", "3 p3", "4 p2", "5 p1"]);
    expect(await board("p3")).toMatchObject({ total: 5, me: { rank: 3, toNext: { rank: 1, gap: 20 } } });
    await refresh();
    expect(await rowsOf("p1")).toEqual(["1 p5", "2 p3", "3 p2", "4 p1"]);
    await agree("p4", { onBoards: true });
    await refresh();
    expect(await rowsOf("p1")).toEqual(["1 p5", "2 p4", "3 p3", "4 p2", "5 p1"]);
  });

  test("leaves no gap between two pages of a board", async () => {
    await agree("p4", { onBoards: false });
    const first = await board("p1", { limit: 2 });
    expect(first.rows.map(({ producerId }) => producerId)).toEqual(["p5", "p3"]);
    const second = await board("p1", { limit: 2, cursor: first.nextCursor });
    expect(second.rows.map(({ producerId }) => producerId)).toEqual(["p2", "p1"]);
    expect(second.nextCursor).toBeUndefined();
  });

  test("leaves a community's board at once, ranks and all", async () => {
    await agree("p5", { onBoards: false });
    expect(await rowsOf("p3", { community: club })).toEqual(["1 p4", "2 p3", "3 p2"]);
  });

  test("is told so on the own board, has no rank to show, and is not named as who passed", async () => {
    await record(context, ...plays("t4", 30));
    await refresh();
    const scope = { category: "plays", period: "all-time" } as const;
    const why = () => readRankChange(context, { ...scope, asker: { producerId: "p5", seesAll: false } });
    expect((await why()).passedBy).toMatchObject([{ producerId: "p4" }]);
    await agree("p4", { onBoards: false });
    expect(await board("p4")).toMatchObject({ hidden: true });
    expect((await board("p4")).me).toBeUndefined();
    expect(await bestRank(context.db, "p4")).toBeUndefined();
    expect((await why()).passedBy).toEqual([]);
    expect((await board("p5")).hidden).toBeUndefined();
  });
});

describe("what a producer agreed to", () => {
  test("goes before what a community switched on, per platform and topic", async () => {
    await community(context, "guild");
    await community(context, "team", { platform: "slack" });
    await record(context, artist("p1"), artist("p2"));
    const { announced } = DEFAULT_PRIVACY;
    await agree("p1", { announced: { ...announced, discord: { ...announced.discord, "level-up": false } } });
    // 60 uploads reach level 10 and a new title on the way.
    const uploads = (id: string) => Array.from({ length: 60 }, (_, n) => track(`${id}-${n}`, [id]));
    await record(context, ...uploads("p1"));
    await record(context, ...uploads("p2"));
    const told = (await announcedTo(context)).flatMap(([guild, view]) =>
      view.kind === "level-up" ? [`${guild} ${view.producer.id}`] : [],
    );
    expect(told.sort()).toEqual(["guild p2", "team p1", "team p2"]);
  });

  test("keeps a collaborator who is announced nowhere out of somebody else's announcement", async () => {
    await community(context, "guild");
    await record(context, artist("me"), artist("loud", { name: "Loud" }), artist("quiet", { name: "Quiet" }));
    const silent = { "level-up": false, achievement: false, leaderboard: false };
    await agree("quiet", { announced: { discord: silent, slack: silent } });
    // 625 XP with the first unlock, 695 with the plays, 795 with the upload; its collaboration makes level 5 of 820.
    await record(context, track("c1", ["me", "loud"]), ...plays("c1", 70));
    await record(context, track("c2", ["me", "loud", "quiet"]));
    const views = (await announcedTo(context)).map(([, view]) => view);
    const texts = JSON.stringify(views.filter((view) => view.kind === "level-up" && view.producer.id === "me"));
    expect(texts).toContain("Loud");
    expect(texts).not.toContain("Quiet");
  });

  test("names who was passed only where both said yes", async () => {
    const ids = Array.from({ length: 24 }, (_, n) => n);
    await record(context, ...ids.map((n) => artist(`p${n}`)));
    await record(context, ...ids.map((n) => track(`t${n}`, [`p${n}`], {}, { time: "2025-05-05T00:00:00Z" })));
    for (const n of ids) await record(context, ...plays(`t${n}`, 10 * (24 - n)));
    await refresh();
    await community(context, "guild", { boards: ["plays:7d"], levelUpFrom: 99, unlocksFrom: "legendary" });
    await refresh();
    const climbOf = async (producer: number) =>
      (await announcedTo(context))
        .map(([, view]) => view)
        .find((v) => v.kind === "climb" && v.producer.id === `p${producer}`);
    for (const id of ["p7", "p6", "p9"]) await agree(id, { named: true });
    await record(context, ...plays("t7", 15), ...plays("t9", 15));
    await refresh();
    await refresh();
    expect(await climbOf(7)).toMatchObject({ passed: { id: "p6", name: "Artist p6" } });
    // p8, whom p9 passed, was never asked.
    expect(await climbOf(9)).toBeDefined();
    expect(await climbOf(9)).not.toHaveProperty("passed");
  });

  test("is taken whole over HTTP, with defaults for what is newer than the choice", async () => {
    await record(context, artist("p1"));
    const { app, signIn } = createTestApp(context);
    const { cookie } = await signIn("p1@example.org", { producerId: "p1" });
    const headers = { ...cookie, origin: TEST_ORIGIN, "content-type": "application/json" };
    const put = (body: unknown) =>
      app.request(`${TEST_ORIGIN}/v1/privacy`, { method: "PUT", headers, body: JSON.stringify(body) });
    const bad = await put({ ...DEFAULT_PRIVACY, announced: { discord: {} } });
    expect(bad.status).toBe(422);
    expect(JSON.stringify(await bad.json())).toContain("announced.slack");
    expect(await (await put({ ...DEFAULT_PRIVACY, onBoards: false })).json()).toMatchObject({ onBoards: false });
    await context.db.$client.execute(
      `UPDATE privacy SET choices = json_remove(choices, '$.told.discord.digest', '$.named') WHERE producer_id = 'p1'`,
    );
    expect(await readPrivacy(context.db, "p1")).toEqual({ ...DEFAULT_PRIVACY, onBoards: false });
  });
});

test("the account's time zone decides on which day an upload is seasonal", async () => {
  await record(context, artist("p1"), artist("p2"));
  const { signIn } = createTestApp(context);
  await signIn("p1@example.org", { producerId: "p1" });
  const [row] = await context.db.all<{ id: string }>("SELECT id FROM user");
  await saveAccount(context, { userId: row!.id, change: { timeZone: "Pacific/Kiritimati" } });
  // 29 October 20:00 UTC is 30 October 10:00 there.
  const time = "2026-10-29T20:00:00Z";
  await record(context, track("t1", ["p1"], {}, { time }), track("t2", ["p2"], {}, { time }));
  expect(await unlocksOf(context.db, "p1")).toContain("shadow-regent");
  expect(await unlocksOf(context.db, "p2")).not.toContain("shadow-regent");
  await refresh();
  expect(await unlocksOf(context.db, "p2")).not.toContain("shadow-regent");
});
