import { Activity, ActivityQuery, AlbumList, Dashboard, Insights } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyOpenings } from "../catalog/apply-openings.ts";
import { beatpassTracks } from "../db/schema/index.ts";
import { readInsights } from "../insights/read-insights.ts";
import {
  artist,
  createTestContext,
  download,
  fold,
  follow,
  play,
  record,
  type TestContext,
  track,
} from "../testing/index.ts";
import { listAlbums } from "./list-albums.ts";
import { overview } from "./overview.ts";
import { readActivity } from "./read-activity.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("1", { producerId: "p" }), artist("2", { producerId: "q" }));
  await record(context, track("t", ["1"]), track("u", ["2"]));
  await context.db.insert(beatpassTracks).values({ trackId: "t", total: 0, readAt: 0 });
});
afterEach(() => context.close());

async function read(producerId: string) {
  await fold(context);
  return Dashboard.parse(await overview(context, producerId));
}

describe("followers, albums and downloads", () => {
  test("are absent where BeatPass was read and nobody told of any, and 0 where the catalog came otherwise", async () => {
    const connected = await read("p");
    expect(connected).toMatchObject({ tracks: 1, plays: 0 });
    for (const untold of ["followers", "albums", "downloads"]) expect(connected).not.toHaveProperty(untold);
    expect(await read("q")).toMatchObject({ followers: 0, albums: 0, downloads: 0 });
  });

  test("are missing on every page that shows them, never 0 or none", async () => {
    const pages = async (producerId: string, id: string) => {
      await fold(context);
      const wanted = ActivityQuery.parse({});
      const asker = { producerId, seesAll: false };
      return [
        Activity.parse(await readActivity(context, producerId, wanted)).downloads.total,
        AlbumList.parse(await listAlbums(context, producerId)).total,
        Insights.parse(await readInsights(context, asker, { kind: "track", id }, {})).downloads.total,
      ];
    };
    expect(await pages("p", "t")).toEqual([undefined, undefined, undefined]);
    expect(await pages("q", "u")).toEqual([0, 0, 0]);
    await record(context, download("t", "somebody"), track("v", ["1"], { album: "Night" }));
    expect(await pages("p", "t")).toEqual([1, 1, 1]);
  });

  test("are there, each by itself, as soon as another source tells of one", async () => {
    await record(context, follow("1", "fan"), track("v", ["1"], { album: "Night" }));
    const told = await read("p");
    expect(told).toMatchObject({ followers: 1, albums: 1 });
    expect(told).not.toHaveProperty("downloads");
  });
});

// The clock of tests stands at 2026-11-23T12:00Z: the last 28 full days are Oct 26 – Nov 22.
describe("the usual day", () => {
  const playOn = (...days: string[]) =>
    record(context, ...days.map((day) => play("u", {}, { time: `${day}T10:00:00Z` })));
  const open = (day: string) =>
    context.write((tx) => applyOpenings(tx, [{ trackId: "u", plays: 50, at: Date.parse(`${day}T10:00:00Z`) }]));

  test("is the mean of the last 28 full days, from 28 days after the first play on", async () => {
    await playOn("2026-10-26", "2026-11-01", "2026-11-22", "2026-11-23");
    expect((await read("q")).usualDay).toBe(3 / 28);
  });

  test("is absent before, and without any play", async () => {
    expect(await read("q")).not.toHaveProperty("usualDay");
    await playOn("2026-10-27");
    expect(await read("q")).not.toHaveProperty("usualDay");
  });

  test("is there after a quiet spell, however long", async () => {
    await playOn("2026-03-01");
    expect((await read("q")).usualDay).toBe(0);
    await playOn("2026-11-21", "2026-11-22");
    expect((await read("q")).usualDay).toBe(2 / 28);
  });

  test("is known from the first whole day after an opening balance", async () => {
    await open("2026-10-26");
    expect(await read("q")).not.toHaveProperty("usualDay");
    await open("2026-10-25");
    expect((await read("q")).usualDay).toBe(0);
  });

  test("is absent where a track was first read within these days, whatever else is known", async () => {
    await record(context, track("v", ["2"], {}, { time: "2025-01-01T00:00:00Z" }));
    await record(context, ...[1, 2].map((n) => play("v", {}, { time: `2026-08-0${n}T10:00:00Z` })));
    expect((await read("q")).usualDay).toBe(0);
    await record(context, track("w", ["2"], {}, { time: "2025-01-01T00:00:00Z" }));
    await context.write((tx) =>
      applyOpenings(tx, [{ trackId: "w", plays: 900, at: Date.parse("2026-11-20T10:00:00Z") }]),
    );
    expect(await read("q")).not.toHaveProperty("usualDay");
  });
});

test("of achievements unlocked at one instant the latest is the rarest, and of equals the one with the most XP", async () => {
  const pictures = ["https://img.example/1.png"];
  const links = ["https://a.example", "https://b.example", "https://c.example"];
  await record(context, artist("1", { producerId: "p", pictures, bio: "Beats.", links }));
  const { latestUnlock } = await read("p");
  expect(latestUnlock).toMatchObject({ slug: "linked" });
});
