import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listOwn } from "../announcements/list-own.ts";
import { refreshLeaderboards } from "../leaderboards/index.ts";
import { noteQuiet } from "../progress/index.ts";
import {
  announcedTo,
  artist,
  checkLedger,
  community,
  createTestContext,
  fold,
  plays,
  record,
  type TestContext,
  track,
} from "../testing/index.ts";

const DAY = 86_400_000;
let context: TestContext;
/** A track of two producers, 5 plays on each of the 28 days before 23 November. */
beforeEach(async () => {
  context = await createTestContext({ now: "2026-11-23T12:00:00Z" });
  await community(context, "g1", { unlocksFrom: "common", levelUpFrom: 1 });
  await record(context, artist("a1"), artist("a2"), artist("a3"));
  await record(context, track("t1", ["a1", "a2"], { title: "Night bus" }, { time: "2026-01-01T00:00:00Z" }));
  for (let day = 1; day <= 28; day++) await play("t1", 5, day);
});
afterEach(async () => {
  expect(await checkLedger(context)).toEqual([]);
  context.close();
});

async function play(trackId: string, count: number, daysAgo: number): Promise<void> {
  const time = new Date(context.clock.now() - daysAgo * DAY - 3_600_000).toISOString();
  await record(context, ...plays(trackId, count).map((event) => ({ ...event, time })));
}
async function refresh(announces = true): Promise<void> {
  await fold(context);
  await refreshLeaderboards(context, { announces });
}
const spikes = async (producerId: string) =>
  (await listOwn(context, { producerId, limit: 100 })).announcements.flatMap(({ view }) =>
    view.kind === "spike" ? [[view.track.name, view.date, view.plays, view.usual]] : [],
  );

describe("a spike", () => {
  test("is told to every producer on the track, once, with a usual day beside it", async () => {
    await play("t1", 30, 0);
    await refresh();
    await play("t1", 10, 0);
    await refresh();
    for (const id of ["a1", "a2"]) expect(await spikes(id)).toEqual([["Night bus", "2026-11-23", 30, 5]]);
    expect(await spikes("a3")).toEqual([]);
  });

  test("is never told to a community", async () => {
    await play("t1", 30, 0);
    await refresh();
    expect((await announcedTo(context)).map(([, { kind }]) => kind)).not.toContain("spike");
  });

  test("of yesterday is found today", async () => {
    await play("t1", 30, 1);
    await refresh();
    expect(await spikes("a1")).toEqual([["Night bus", "2026-11-22", 35, 5]]);
  });

  test("is no news after an import, nor on an ordinary day, nor for a track just out", async () => {
    await play("t1", 14, 0);
    await record(context, track("new", ["a3"], {}, { time: "2026-11-12T00:00:00Z" }));
    await play("new", 200, 0);
    await refresh();
    expect([...(await spikes("a1")), ...(await spikes("a3"))]).toEqual([]);
    await play("t1", 30, 0);
    await refresh(false);
    expect(await spikes("a1")).toEqual([]);
    // Neither is it at the refresh after it, which announces again.
    await refresh();
    expect(await spikes("a1")).toEqual([]);
    context.clock.set("2026-11-25T12:00:00Z");
    await play("t1", 60, 0);
    await refresh();
    expect(await spikes("a1")).toEqual([["Night bus", "2026-11-25", 60, 5]]);
  });
});

test("a spike is no news for who has just come to its track, then or later; for others on it, it is", async () => {
  await play("t1", 30, 0);
  await context.write((tx) => noteQuiet(tx, ["a1"]));
  await refresh();
  await refresh();
  expect(await spikes("a1")).toEqual([]);
  expect(await spikes("a2")).toEqual([["Night bus", "2026-11-23", 30, 5]]);
  context.clock.set("2026-11-25T12:00:00Z");
  await play("t1", 60, 0);
  await refresh();
  expect(await spikes("a1")).toEqual([["Night bus", "2026-11-25", 60, 5]]);
});

describe("one's own announcements", () => {
  test("come newest first, page by page, and since an instant", async () => {
    await record(context, ...plays("t1", 800));
    await play("t1", 30, 0);
    await refresh();
    const all = (await listOwn(context, { producerId: "a1", limit: 100 })).announcements;
    expect(all.length).toBeGreaterThan(2);
    const paged = [];
    let cursor: string | undefined;
    do {
      const page = await listOwn(context, { producerId: "a1", limit: 2, cursor });
      paged.push(...page.announcements);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(paged).toEqual(all);
    expect(
      (await listOwn(context, { producerId: "a1", limit: 100, since: "2026-11-23T12:00:00Z" })).announcements,
    ).toEqual([]);
    await expect(listOwn(context, { producerId: "a1", limit: 2, cursor: "x" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});
