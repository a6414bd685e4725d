import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  artist,
  checkLedger,
  createTestContext,
  FULL_METADATA,
  fold,
  play,
  plays,
  profile,
  record,
  removal,
  rowsOf,
  type TestContext,
  totalXp,
  track,
  trackUpdate,
  xpOf,
} from "../testing/index.ts";
import { albumArtists } from "./album-artists.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(async () => {
  expect(await checkLedger(context)).toEqual([]);
  context.close();
});

const one = async (query: string) => (await rowsOf(context.db, query))[0];
const on = (day: number) => ({ time: `2026-11-1${day}T00:00:00Z` });

describe("what is known of a track", () => {
  beforeEach(() => record(context, artist("a1")));

  test("an older time never overwrites a newer one, field by field", async () => {
    await record(
      context,
      track("t1", ["a1"], { title: "First", bpm: 90 }, on(1)),
      trackUpdate("t1", { title: "Newest" }, on(5)),
      trackUpdate("t1", { title: "Late", bpm: 120, genre: "House" }, on(3)),
    );
    expect(await one("SELECT title, bpm, genre FROM tracks")).toEqual({ title: "Newest", bpm: 120, genre: "House" });
  });

  test("absent leaves a field alone, null clears it", async () => {
    await record(
      context,
      track(
        "t1",
        ["a1"],
        { ...FULL_METADATA, album: "Night", durationMs: 1000, image: "https://x.example/c.png" },
        on(1),
      ),
    );
    await record(context, trackUpdate("t1", { title: "Same" }, on(2)));
    const filled = await one(
      "SELECT bpm, tags, description, album_id IS NULL AS alone, duration_ms, image FROM tracks",
    );
    expect(filled).toEqual({
      bpm: 140,
      tags: '["trap"]',
      description: "Dark and slow.",
      alone: 0,
      duration_ms: 1000,
      image: "https://x.example/c.png",
    });
    const nothing = { bpm: null, tags: null, description: null, album: null, durationMs: null, image: null };
    await record(context, trackUpdate("t1", nothing, on(3)));
    expect(await one("SELECT bpm, tags, description, album_id, duration_ms, image FROM tracks")).toEqual({
      bpm: null,
      tags: null,
      description: null,
      album_id: null,
      duration_ms: null,
      image: null,
    });
  });

  test("published twice, it came out at the earlier time", async () => {
    await record(context, track("t1", ["a1"], {}, on(5)), track("t1", ["a1"], {}, on(2)));
    expect(await one("SELECT published_at FROM tracks")).toEqual({ published_at: Date.parse("2026-11-12T00:00:00Z") });
  });

  test("a removal older than the last publication removes nothing; a newer one does", async () => {
    await record(context, track("t1", ["a1"], {}, on(3)), removal("t1", on(2)));
    expect(await one("SELECT removed_at FROM tracks")).toEqual({ removed_at: null });
    await record(context, removal("t1", on(4)));
    expect(await one("SELECT removed_at FROM tracks")).toEqual({ removed_at: Date.parse("2026-11-14T00:00:00Z") });
  });

  test("published again after a removal, it is back and pays nothing anew", async () => {
    await record(context, track("t1", ["a1"], {}, on(1)), removal("t1", on(2)), track("t1", ["a1"], {}, on(3)));
    expect(await one("SELECT removed_at FROM tracks")).toEqual({ removed_at: null });
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 100 });
    await record(context, play("t1"));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 100, play: 1 });
  });

  test("an artist named twice in the credits is credited once: no collaboration", async () => {
    await record(context, track("t1", ["a1", "a1"]), trackUpdate("t1", { artistIds: ["a1", "a1"] }));
    expect(await rowsOf(context.db, "SELECT artist_id, position FROM track_artists")).toEqual([
      { artist_id: "a1", position: 0 },
    ]);
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 100 });
  });

  test("credits keep their order, the first being primary", async () => {
    await record(context, artist("a2"), artist("a0"), track("t1", ["a2", "a0", "a1"]));
    expect(await rowsOf(context.db, "SELECT artist_id FROM track_artists ORDER BY position")).toEqual([
      { artist_id: "a2" },
      { artist_id: "a0" },
      { artist_id: "a1" },
    ]);
  });
});

describe("albums", () => {
  beforeEach(() => record(context, artist("a1"), artist("a2")));

  test("an album is its primary artist and title; BeatPass's own id wins", async () => {
    await record(
      context,
      track("t1", ["a1"], { album: "Night" }),
      track("t2", ["a1", "a2"], { album: "Night" }),
      track("t3", ["a2"], { album: "Night" }),
      track("t4", ["a2"], { album: { id: "77", title: "Night" } }),
    );
    const rows = await rowsOf(context.db, "SELECT id, album_id FROM tracks ORDER BY id");
    const [t1, t2, t3, t4] = rows.map((row) => row.album_id);
    expect(t1).toBe(t2);
    expect(new Set([t1, t3, t4]).size).toBe(3);
    expect(t4).toBe("77");
  });

  test("an older event does not bring an old album title back", async () => {
    await record(
      context,
      track("t1", ["a1"], { album: { id: "77", title: "New" } }, on(5)),
      trackUpdate("t1", { album: { id: "77", title: "Old" } }, on(2)),
    );
    expect(await rowsOf(context.db, "SELECT title FROM albums")).toEqual([{ title: "New" }]);
  });

  test("a rebuild finds the albums of a track whose primary artist changed", async () => {
    await record(context, track("t1", ["a1"], { album: "Night" }, on(1)));
    await record(context, trackUpdate("t1", { artistIds: ["a2"] }, on(2)));
    await record(context, trackUpdate("t1", { album: "Night" }, on(3)));
    await record(context, trackUpdate("t1", { album: null }, on(4)));
    expect(await rowsOf(context.db, "SELECT artist_id FROM albums ORDER BY artist_id")).toEqual([
      { artist_id: "a1" },
      { artist_id: "a2" },
    ]);
  });

  const albumOf = (trackId: string) =>
    one(`SELECT b.artist_id, b.title FROM tracks t LEFT JOIN albums b ON b.id = t.album_id WHERE t.id = '${trackId}'`);
  const named = trackUpdate("t1", { album: "Night" }, on(2));
  const credited = trackUpdate("t1", { artistIds: ["a2", "a1"] }, on(3));

  describe.each(["batch by batch", "in one batch"])("of facts that come %s", (how) => {
    const send = async (...events: readonly unknown[]) => {
      if (how === "in one batch") await record(context, ...events);
      else for (const event of events) await record(context, event);
    };

    test.each([
      ["after its album was named", [named, credited]],
      ["before an older naming arrives", [credited, named]],
    ])("a track with a new primary artist is on that artist's album of the same title: %s", async (_, events) => {
      await send(track("t1", ["a1"], {}, on(1)), ...events);
      expect(await albumOf("t1")).toEqual({ artist_id: "a2", title: "Night" });
    });

    test("a track joins those of its new primary artist's album, and goes back again", async () => {
      await send(track("t1", ["a1"], { album: "Night" }, on(1)), track("t2", ["a2"], { album: "Night" }, on(1)));
      await send(credited);
      expect(await rowsOf(context.db, "SELECT count(DISTINCT album_id) AS albums FROM tracks")).toEqual([
        { albums: 1 },
      ]);
      await send(trackUpdate("t1", { artistIds: ["a1"] }, on(4)));
      expect(await albumOf("t1")).toEqual({ artist_id: "a1", title: "Night" });
    });

    test("a track stays where older credits, the same primary artist or BeatPass's own id leave it", async () => {
      await send(
        track("t1", ["a1"], { album: "Night" }, on(2)),
        trackUpdate("t1", { artistIds: ["a2"] }, on(1)),
        trackUpdate("t1", { artistIds: ["a1", "a2"] }, on(3)),
        track("t2", ["a1"], { album: { id: "77", title: "Day" } }, on(2)),
        trackUpdate("t2", { artistIds: ["a2"] }, on(3)),
      );
      expect(await albumOf("t1")).toEqual({ artist_id: "a1", title: "Night" });
      expect(await rowsOf(context.db, "SELECT album_id FROM tracks WHERE id = 't2'")).toEqual([{ album_id: "77" }]);
    });

    test("credits newer than an album in one fact that is older than the album move it", async () => {
      await send(
        track("t1", ["a1"], {}, on(1)),
        trackUpdate("t1", { album: "Night" }, on(4)),
        track("t1", ["a2"], { album: "Dusk" }, on(3)),
      );
      expect(await albumOf("t1")).toEqual({ artist_id: "a2", title: "Night" });
    });

    const newlyBy = trackUpdate("t1", { artistIds: ["a2"] }, on(3));
    const onDay = trackUpdate("t1", { album: { id: "77", title: "Day" } }, on(2));
    test.each([
      ["in order", [onDay, newlyBy]],
      ["the other way round", [newlyBy, onDay]],
    ])("an album of BeatPass's own id is by whom its tracks are by now: %s", async (_, events) => {
      await send(track("t1", ["a1"], {}, on(1)), ...events);
      expect([...(await albumArtists(context.db, ["77"]))]).toEqual([["77", { id: "a2", name: "Artist a2" }]]);
      await send(
        track("t2", ["a1"], { album: { id: "77", title: "Day" } }, on(4)),
        track("t3", ["a1", "a2"], { album: { id: "77", title: "Day" } }, on(4)),
      );
      expect((await albumArtists(context.db, ["77"])).get("77")).toMatchObject({ id: "a1" });
      await send(removal("t1", on(5)), removal("t2", on(5)), removal("t3", on(5)));
      expect(await albumArtists(context.db, ["77"])).toEqual(new Map());
    });

    const day = (title: string, artistId: string, time: { time: string }, trackId = artistId) =>
      track(trackId, [artistId], { album: { id: "77", title } }, time);
    const facts = [day("First", "a2", on(1)), day("Newest", "a1", on(4)), day("Late", "a2", on(2))];
    const orders = [
      [0, 1, 2],
      [1, 0, 2],
      [2, 1, 0],
      [1, 2, 0],
    ];

    test.each(orders)(
      "an album of BeatPass's own id is called as its newest fact calls it: %i, %i, %i",
      async (...order) => {
        await send(...order.map((at) => facts[at]));
        expect(await rowsOf(context.db, "SELECT title FROM albums")).toEqual([{ title: "Newest" }]);
      },
    );

    test("a name that is too old for its track is newer than one of another track all the same", async () => {
      await send(
        track("t1", ["a1"], { album: null }, on(5)),
        day("Newer", "a1", on(3), "t1"),
        day("Older", "a2", on(2), "t2"),
      );
      expect(await albumOf("t2")).toEqual({ artist_id: null, title: "Newer" });
      expect(await albumOf("t1")).toEqual({ artist_id: null, title: null });
    });

    test.each([
      ["one way", ["Night", "Nuit"]],
      ["and the other", ["Nuit", "Night"]],
    ])("of two names of the same time the same one stays: %s", async (_, [first, second]) => {
      await send(day(first!, "a1", on(2)), day(second!, "a2", on(2)));
      expect(await rowsOf(context.db, "SELECT title FROM albums")).toEqual([{ title: "Nuit" }]);
    });
  });
});

describe("profiles and their producers", () => {
  test("an older edit never overwrites a newer one; null clears", async () => {
    await record(context, artist("a1", { name: "New", bio: "Newer", links: ["https://a.example"] }, on(4)));
    await record(context, profile("a1", { name: "Old", bio: "Older", pictures: ["https://x.example/p.png"] }, on(2)));
    expect(await one("SELECT name, bio, picture_count, link_count FROM artists")).toEqual({
      name: "New",
      bio: "Newer",
      picture_count: 1,
      link_count: 1,
    });
    await record(context, profile("a1", { name: "New", bio: null, pictures: null, links: null }, on(5)));
    expect(await one("SELECT bio, picture_count, image, link_count FROM artists")).toEqual({
      bio: null,
      picture_count: 0,
      image: null,
      link_count: 0,
    });
  });

  test.each([
    ["in order", [1, 2]],
    ["the other way round", [2, 1]],
  ])("a profile that is vouched for no more and that nobody claimed is nobody's: told %s", async (_, order) => {
    for (const day of order) await record(context, profile("a1", { vouched: day === 1 }, on(day)));
    expect(await one("SELECT producer_id, vouched FROM artists")).toEqual({ producer_id: null, vouched: 0 });
  });

  test("a producer is called like its earliest profile", async () => {
    await record(context, artist("a2", { name: "Second", producerId: "p", createdAt: "2020-01-01T00:00:00Z" }));
    await record(context, artist("a1", { name: "First", producerId: "p", createdAt: "2019-01-01T00:00:00Z" }));
    expect(await one("SELECT name FROM producers")).toEqual({ name: "First" });
  });

  test("a profile that changes hands leaves its first producer known, and earns for the second from then on", async () => {
    await record(context, artist("a1", { producerId: "p1" }, on(1)), track("t1", ["a1"]), ...plays("t1", 2));
    await record(context, artist("a1", { name: "Renamed", producerId: "p2" }, on(2)), ...plays("t1", 3));
    await record(context, profile("a1", { name: "Again" }, on(3)));
    // Handed on twice in a row: the one in the middle had it, too.
    await record(context, artist("a9", { producerId: "p3" }, on(1)), artist("a9", { producerId: "p1" }, on(2)));
    expect(await totalXp(context.db, "p1")).toBe(102);
    expect(await totalXp(context.db, "p2")).toBe(103);
    expect(await rowsOf(context.db, "SELECT id FROM producers ORDER BY id")).toEqual([
      { id: "p1" },
      { id: "p2" },
      { id: "p3" },
    ]);
  });

  test("a claim given up stops earning and takes nothing back", async () => {
    await record(context, artist("a1", {}, on(1)), track("t1", ["a1"]), play("t1"));
    await record(context, profile("a1", { producerId: null }, on(2)), play("t1"));
    expect(await totalXp(context.db, "a1")).toBe(101);
  });
});

describe("a changed duration", () => {
  test("has engagement figures made anew for the plays there are, and no other track's", async () => {
    await record(
      context,
      artist("a1"),
      track("t1", ["a1"], {}, on(1)),
      track("t2", ["a1"], { durationMs: 1000 }, on(1)),
    );
    await record(context, play("t1", { listenedMs: 800 }), play("t2", { listenedMs: 100 }));
    await fold(context);
    const sums = () =>
      rowsOf(context.db, "SELECT engaged, completed, skipped, capped_ms FROM track_days ORDER BY track_key");
    const other = { engaged: 1, completed: 0, skipped: 1, capped_ms: 100 };
    expect(await sums()).toEqual([{ engaged: 0, completed: 0, skipped: 0, capped_ms: 0 }, other]);
    await record(context, trackUpdate("t1", { durationMs: 1000 }, on(2)), play("t1", { listenedMs: 5000 }));
    await fold(context);
    expect(await sums()).toEqual([{ engaged: 2, completed: 2, skipped: 0, capped_ms: 1800 }, other]);
    await record(context, trackUpdate("t1", { durationMs: 10_000 }, on(3)));
    await fold(context);
    expect(await sums()).toEqual([{ engaged: 2, completed: 0, skipped: 1, capped_ms: 5800 }, other]);
    await record(context, trackUpdate("t1", { durationMs: null }, on(4)));
    await fold(context);
    expect(await sums()).toEqual([{ engaged: 0, completed: 0, skipped: 0, capped_ms: 0 }, other]);
    expect(await rowsOf(context.db, "SELECT id, plays FROM tracks ORDER BY id")).toEqual([
      { id: "t1", plays: 2 },
      { id: "t2", plays: 1 },
    ]);
  });
});
