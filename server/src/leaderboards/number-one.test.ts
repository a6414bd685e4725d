import { DEFAULT_PRIVACY } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { privacy } from "../db/schema/index.ts";
import {
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
import { refreshIfDue, refreshLeaderboards } from "./refresh.ts";

const PEOPLE = 10;
let context: TestContext;
/** Ten producers with a track each; p0 leads "plays, last 7 days". */
beforeEach(async () => {
  context = await createTestContext({ now: "2026-11-23T12:00:00Z" });
  await record(
    context,
    ...Array.from({ length: PEOPLE }, (_, n) => artist(`p${n}`)),
    ...Array.from({ length: PEOPLE }, (_, n) => track(`t${n}`, [`p${n}`], {}, { time: "2025-05-05T00:00:00Z" })),
  );
  await community(context, "g1", { unlocksFrom: "legendary", levelUpFrom: 99 });
  await play(0, 5);
  await refresh(false);
});
afterEach(() => context.close());

async function play(producer: number, count: number): Promise<void> {
  await record(
    context,
    ...plays(`t${producer}`, count).map((event) => ({
      ...event,
      time: new Date(context.clock.now() - 3_600_000).toISOString(),
    })),
  );
  await fold(context);
}
const refresh = (announces = true) => refreshLeaderboards(context, { announces });
const news = async () =>
  (await announcedTo(context)).flatMap(([, view]) =>
    view.kind === "new-number-one" && view.category === "plays"
      ? [[view.producer.id, view.period, view.lead, view.total]]
      : [],
  );

describe("a new number one", () => {
  test("is announced once it has held for two refreshes, with its lead and of how many", async () => {
    await play(1, 8);
    await refresh();
    expect(await news()).toEqual([]);
    await refresh();
    expect(await news()).toEqual([["p1", "7d", 3, 2]]);
    await refresh();
    await refresh();
    expect(await news()).toHaveLength(1);
  });

  test("is no news when it did not hold", async () => {
    await play(1, 8);
    await refresh();
    await play(0, 9);
    await refresh();
    await refresh();
    expect((await news()).filter(([id]) => id === "p1")).toEqual([]);
  });

  test("is no news when a board has its first leader", async () => {
    await refresh();
    await refresh();
    expect(await news()).toEqual([]);
  });

  test("stays one while only its score grows", async () => {
    await play(1, 8);
    await refresh();
    await play(1, 1);
    await refresh();
    await play(1, 1);
    await refresh();
    await refresh();
    expect((await news()).map(([id]) => id)).toEqual(["p1"]);
  });

  test("is told to communities of at least ten members alone", async () => {
    await community(context, "small", { members: "linked" });
    await play(1, 8);
    await refresh();
    await refresh();
    expect((await announcedTo(context)).map(([guild]) => guild)).not.toContain("small");
    expect(await news()).toHaveLength(1);
  });

  test("is told of the same producer once a week", async () => {
    for (const winner of [1, 0, 1]) {
      await play(winner, 20);
      await refresh();
      await refresh();
    }
    expect((await news()).map(([id]) => id)).toEqual(["p1", "p0"]);
  });

  test("is back where it led within the last month, though nobody was told so then", async () => {
    for (const winner of [1, 0]) {
      await play(winner, 20);
      await refresh();
      await refresh();
    }
    const backs = (await announcedTo(context)).flatMap(([, view]) =>
      view.kind === "new-number-one" && view.category === "plays" ? [[view.producer.id, view.back]] : [],
    );
    expect(backs).toEqual([
      ["p1", false],
      ["p0", true],
    ]);
  });

  test("of members is told from the number that is linked, those counted who asked not to be shown", async () => {
    const small = await community(context, "small", {
      members: "linked",
      unlocksFrom: "legendary",
      boards: ["plays:7d"],
    });
    for (let n = 0; n < 10; n++) await link(context, small, `p${n}`);
    await context.db
      .insert(privacy)
      .values({ producerId: "p9", choices: { ...DEFAULT_PRIVACY, onBoards: false }, changedAt: 0 });
    await refresh();
    await play(1, 8);
    await refresh();
    await refresh();
    const toSmall = (await announcedTo(context)).filter(([guild]) => guild === "small").map(([, view]) => view.kind);
    expect(toSmall).toEqual(["new-number-one"]);
  });
});

describe("a scheduled refresh", () => {
  const refreshes = async () => (await rowsOf(context.db, "SELECT count(*) AS n FROM refreshes"))[0]!.n;

  test("happens when it is due by the product clock, and once, whoever asks", async () => {
    expect(await refreshIfDue(context, { refreshMinutes: 30 })).toBeUndefined();
    context.clock.set("2026-11-23T12:29:59Z");
    expect(await refreshIfDue(context, { refreshMinutes: 30 })).toBeUndefined();
    context.clock.set("2026-11-23T12:30:00Z");
    const both = await Promise.all([
      refreshIfDue(context, { refreshMinutes: 30 }),
      refreshIfDue(context, { refreshMinutes: 30 }),
    ]);
    expect(both.filter((summary) => summary !== undefined)).toHaveLength(1);
    expect(await refreshes()).toBe(2);
  });

  test("finds nothing moved where nothing happened", async () => {
    expect(await refresh()).toMatchObject({ moved: 0, unlocks: [] });
  });
});
