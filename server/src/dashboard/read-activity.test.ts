import { Activity, ActivityQuery } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readInsights } from "../insights/read-insights.ts";
import {
  artist,
  createTestContext,
  download,
  fold,
  play,
  record,
  removal,
  type TestContext,
  track,
} from "../testing/index.ts";
import { readActivity } from "./read-activity.ts";

// The clock of tests stands at 2026-11-23T12:00Z, a Monday.
let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("1", { producerId: "p" }), artist("9", { name: "Milo Beats" }));
});
afterEach(() => context.close());

const read = async (query: Record<string, string> = {}) =>
  Activity.parse(await readActivity(context, "p", ActivityQuery.parse(query)));

const at = (time: string) => ({ time });

describe("the upload calendar", () => {
  test("has every day of 52 whole weeks from a Monday, and of this one up to today", async () => {
    const monday = (await read()).calendar;
    expect([monday.length, monday[0]!.date, monday.at(-1)!.date]).toEqual([365, "2025-11-24", "2026-11-23"]);
    context.clock.set("2026-11-29T23:00:00Z");
    const sunday = (await read()).calendar;
    expect([sunday.length, sunday[0]!.date, sunday.at(-1)!.date]).toEqual([371, "2025-11-24", "2026-11-29"]);
    context.clock.set("2026-11-30T00:00:00Z");
    expect((await read()).calendar[0]!.date).toBe("2025-12-01");
  });

  test("counts the producer's public tracks on the UTC day they were published", async () => {
    await record(
      context,
      track("before", ["1"], {}, at("2025-11-23T23:59:59Z")),
      track("first", ["1"], {}, at("2025-11-24T00:00:00Z")),
      track("late", ["1"], {}, at("2026-07-14T23:59:59Z")),
      track("early", ["9", "1"], {}, at("2026-07-14T00:00:00Z")),
      track("today", ["1"], {}, at("2026-11-23T11:00:00Z")),
      track("theirs", ["9"], {}, at("2026-07-14T12:00:00Z")),
      track("private", ["1"], { public: false }, at("2026-07-14T12:00:00Z")),
      track("gone", ["1"], {}, at("2026-07-14T12:00:00Z")),
    );
    await record(context, removal("gone", at("2026-07-15T00:00:00Z")));
    const { calendar, lastUploadOn } = await read();
    expect(calendar.filter(({ uploads }) => uploads > 0)).toEqual([
      { date: "2025-11-24", uploads: 1 },
      { date: "2026-07-14", uploads: 2 },
      { date: "2026-11-23", uploads: 1 },
    ]);
    expect(lastUploadOn).toBe("2026-11-23");
  });

  test("is empty days for a producer without tracks, and names no last upload", async () => {
    const activity = await read();
    expect(activity.calendar.every(({ uploads }) => uploads === 0)).toBe(true);
    expect(activity).not.toHaveProperty("lastUploadOn");
  });
});

describe("downloads", () => {
  beforeEach(async () => {
    await record(
      context,
      track("10", ["1"], { title: "Ten" }),
      track("9", ["9", "1"], { title: "Nine" }),
      track("theirs", ["9"]),
    );
    await record(
      context,
      download("10", "u1", at("2026-01-05T00:00:00Z")),
      download("10", "u2", at("2026-08-26T00:00:00Z")), // first day of 90
      download("9", "u2", at("2026-08-25T23:59:59Z")),
      download("9", "u1", at("2026-10-25T00:00:00Z")), // first day of 30
      download("10", "u1", at("2026-11-17T00:00:00Z")), // first day of 7
      download("9", "u3", at("2026-11-16T23:59:59Z")),
      download("10", "9", at("2026-11-23T11:59:59Z")),
      download("theirs", "u4", at("2026-11-23T11:00:00Z")),
    );
  });

  test.each([
    ["7d", { from: "2026-11-17", total: 2, users: 2, topTrack: { id: "10", title: "Ten", downloads: 2 } }],
    // Two each: the smaller id as a number.
    ["30d", { from: "2026-10-25", total: 4, users: 3, topTrack: { id: "9", title: "Nine", downloads: 2 } }],
    ["90d", { from: "2026-08-26", total: 5, users: 4, topTrack: { id: "10", title: "Ten", downloads: 3 } }],
    ["all", { total: 7, users: 4, topTrack: { id: "10", title: "Ten", downloads: 4 } }],
  ])("of %s are counted with their accounts and the track downloaded most", async (range, expected) => {
    const { downloads } = await read({ range });
    const { recent, ...figures } = downloads;
    expect(figures).toEqual({ range, ...expected });
    expect(recent).toHaveLength(expected.total);
  });

  test("of the last 30 days, unless another range is asked for", async () => {
    expect((await read()).downloads).toEqual((await read({ range: "30d" })).downloads);
  });

  test("come newest first, page by page, each once, also where two happened at the same instant", async () => {
    const same = at("2026-11-20T10:00:00Z");
    await record(context, ...["x1", "x2", "x3"].map((user) => download("10", user, same)));
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const { downloads } = await read({ range: "all", limit: "2", ...(cursor && { cursor }) });
      expect(downloads.total).toBe(10);
      seen.push(...downloads.recent.map(({ at: when, by, track: { id } }) => `${when} ${id} ${by.name}`));
      cursor = downloads.nextCursor;
      pages++;
    } while (cursor);
    expect(pages).toBe(5);
    expect(new Set(seen).size).toBe(10);
    expect(seen).toEqual(
      (await read({ range: "all" })).downloads.recent.map(
        ({ at: when, by, track: { id } }) => `${when} ${id} ${by.name}`,
      ),
    );
    expect(seen.map((line) => line.slice(0, 24))).toEqual(
      seen
        .map((line) => line.slice(0, 24))
        .toSorted()
        .reverse(),
    );
  });

  test("name a producer; everybody else has one pseudonym, that of their plays, and no id", async () => {
    await record(context, play("10", { listenerId: "u1" }));
    await fold(context);
    const { recent } = (await read({ range: "all" })).downloads;
    expect(recent[0]!.by).toEqual({ id: "9", name: "Milo Beats" });
    const others = recent.slice(1).map(({ by }) => by);
    expect(others.every((by) => by.id === undefined && /^Listener [0-9A-F]{6}$/.test(by.name))).toBe(true);
    expect(new Set(others.map(({ name }) => name)).size).toBe(3);
    const owner = { producerId: "p", seesAll: false };
    const { listeners } = await readInsights(context, owner, { kind: "track", id: "10" }, {});
    expect(others.map(({ name }) => name)).toContain(listeners[0]!.name);
    expect(JSON.stringify(recent)).not.toMatch(/"u\d"/);
  });

  test("of none are counts of 0 without a top track", async () => {
    context.clock.set("2027-06-01T00:00:00Z");
    const { downloads } = await read({ range: "90d" });
    expect(downloads).toEqual({ range: "90d", from: "2027-03-04", total: 0, users: 0, recent: [] });
  });
});

test.each([{ range: "1y" }, { limit: "0" }, { limit: "101" }, { cursor: "1;2" }, { cursor: "-" }])(
  "a question such as %j is no question",
  (query) => {
    expect(ActivityQuery.safeParse(query).success).toBe(false);
  },
);
