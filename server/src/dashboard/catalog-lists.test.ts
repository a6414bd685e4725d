import { AlbumList, TrackList } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyOpenings } from "../catalog/apply-openings.ts";
import {
  artist,
  createTestContext,
  FULL_METADATA,
  fold,
  play,
  plays,
  record,
  removal,
  type TestContext,
  track,
} from "../testing/index.ts";
import { listAlbums } from "./list-albums.ts";
import { listTracks } from "./list-tracks.ts";

// The clock of tests stands at 2026-11-23T12:00Z: the last 30 UTC days are Oct 25 – Nov 23, the 30 before Sep 25 – Oct 24.
let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(
    context,
    artist("1", { name: "Kaya", producerId: "p" }),
    artist("2", { name: "Kaya’s other name", producerId: "p" }),
    artist("9", { name: "Somebody else" }),
  );
});
afterEach(() => context.close());

/** So many counted plays on a day, at its last second unless told. */
const playsOn = (trackId: string, day: string, count: number, time = "23:59:59Z") =>
  Array.from({ length: count }, () => play(trackId, {}, { time: `${day}T${time}` }));

const published = (time: string) => ({ time });

/** An opening balance of BeatPass's at the beginning of a day. */
const openOn = (trackId: string, day: string) =>
  context.write((tx) => applyOpenings(tx, [{ trackId, plays: 50, at: Date.parse(`${day}T00:00:00Z`) }]));

async function readTracks() {
  await fold(context);
  return TrackList.parse(await listTracks(context, "p"));
}
async function readAlbums() {
  await fold(context);
  return AlbumList.parse(await listAlbums(context, "p"));
}

describe("the producer's tracks", () => {
  test("are the public ones that credit any of its profiles in any position, each once", async () => {
    await record(
      context,
      track("first", ["1"]),
      track("second", ["9", "2"]),
      track("both", ["1", "2"]),
      track("theirs", ["9"]),
      track("private", ["1"], { public: false }),
      track("gone", ["1"]),
    );
    await record(context, removal("gone", { time: "2026-11-21T08:00:00Z" }));
    const { tracks, total } = await readTracks();
    expect(tracks.map(({ id }) => id).sort()).toEqual(["both", "first", "second"]);
    expect(total).toBe(3);
    expect(tracks.find(({ id }) => id === "second")!.artists).toEqual([
      { id: "9", name: "Somebody else" },
      { id: "2", name: "Kaya’s other name" },
    ]);
  });

  test("are listed most played first, equals by id as numbers", async () => {
    await record(context, track("10", ["1"]), track("9", ["1"]), track("30", ["1"]));
    await record(context, ...plays("30", 2), ...plays("10", 1), ...plays("9", 1));
    expect((await readTracks()).tracks.map(({ id, plays }) => [id, plays])).toEqual([
      ["30", 2],
      ["9", 1],
      ["10", 1],
    ]);
  });

  test("have the last 30 UTC days day by day, today last, and the 30 before as a sum", async () => {
    await record(context, track("t", ["1"], {}, published("2026-01-01T00:00:00Z")));
    await record(
      context,
      ...playsOn("t", "2026-09-24", 50),
      ...playsOn("t", "2026-09-25", 3, "00:00:00Z"),
      ...playsOn("t", "2026-10-24", 7),
      ...playsOn("t", "2026-10-25", 2, "00:00:00Z"),
      ...playsOn("t", "2026-11-22", 4),
      ...playsOn("t", "2026-11-23", 5, "11:00:00Z"),
    );
    const [row] = (await readTracks()).tracks;
    expect(row).toMatchObject({ plays: 71, plays30d: 11, previousPlays30d: 10, growthStatus: "strong" });
    expect(row!.growthRate).toBeCloseTo(0.1, 12);
    expect(row!.series30d).toEqual([2, ...Array<number>(27).fill(0), 4, 5]);
  });

  // 100 plays before; the edges of spec §7: above 15 %, 5–15, 0–5, −5–0, below.
  test.each([
    [116, "exceptional"],
    [115, "strong"],
    [105, "strong"],
    [104, "steady"],
    [100, "steady"],
    [95, "slight-decline"],
    [94, "needs-attention"],
    [0, "needs-attention"],
  ] as const)("with %i plays after 100 are called %s", async (now, status) => {
    await record(context, track("t", ["1"], {}, published("2026-01-01T00:00:00Z")));
    await record(context, ...playsOn("t", "2026-10-01", 100), ...playsOn("t", "2026-11-01", now));
    const [row] = (await readTracks()).tracks;
    expect(row).toMatchObject({ plays30d: now, previousPlays30d: 100, growthStatus: status });
  });

  test("without a play in the 30 days before have no growth and no status, not 0", async () => {
    await record(context, track("t", ["1"]));
    await record(context, play("t"));
    const [row] = (await readTracks()).tracks;
    expect(row).toMatchObject({ plays30d: 1, previousPlays30d: 0 });
    expect(row).not.toHaveProperty("growthRate");
    expect(row).not.toHaveProperty("growthStatus");
  });

  test("tell nothing of the 30 days before where daily figures begin within them or later", async () => {
    await record(context, track("partly", ["1"]), track("not", ["1"]), track("since", ["1"]));
    await record(context, ...playsOn("partly", "2026-10-20", 3), ...playsOn("since", "2026-10-20", 3));
    await openOn("partly", "2026-09-25");
    await openOn("not", "2026-11-20");
    await openOn("since", "2026-09-24");
    const rows = new Map((await readTracks()).tracks.map((row) => [row.id, row]));
    for (const id of ["partly", "not"]) {
      expect(rows.get(id)).toMatchObject({ plays30d: 0 });
      expect(rows.get(id)).not.toHaveProperty("previousPlays30d");
      expect(rows.get(id)).not.toHaveProperty("growthRate");
    }
    expect(rows.get("since")).toMatchObject({ plays30d: 0, previousPlays30d: 3, growthRate: -1 });
  });

  test("name what of the six metadata fields is missing, with cover, album and the instant of publishing", async () => {
    const image = "https://images.example.org/t.jpg";
    await record(
      context,
      track("full", ["1"], { ...FULL_METADATA, image, album: "Night" }, published("2026-05-01T10:00:00Z")),
      track("half", ["1"], { bpm: 90, tags: [" "], key: "A" }),
    );
    const { tracks } = await readTracks();
    const [full, half] = [tracks.find(({ id }) => id === "full"), tracks.find(({ id }) => id === "half")];
    expect(full).toMatchObject({ metadataFilled: 6, missingMetadata: [], image, album: "Night" });
    expect(full!.publishedAt).toBe("2026-05-01T10:00:00.000Z");
    expect(full!.albumId).toBe((await readAlbums()).albums[0]!.id);
    expect(half).toMatchObject({ metadataFilled: 2, missingMetadata: ["scale", "description", "tags", "image"] });
    expect(half).not.toHaveProperty("image");
    expect(half).not.toHaveProperty("album");
  });

  test("none for a producer without any", async () => {
    expect(await readTracks()).toMatchObject({ tracks: [], total: 0, asOf: "2026-11-23T12:00:00.000Z" });
  });
});

describe("the producer's albums", () => {
  const night = { album: { id: "100", title: "Night" } };

  test("sum the producer's own public tracks alone", async () => {
    await record(
      context,
      track("a", ["1"], { ...night, image: "https://images.example.org/a.jpg" }, published("2026-02-01T00:00:00Z")),
      track("b", ["9", "2"], night, published("2026-03-01T00:00:00Z")),
      track("theirs", ["9"], night, published("2026-04-01T00:00:00Z")),
      track("private", ["1"], { ...night, public: false }, published("2026-05-01T00:00:00Z")),
      track("single", ["1"]),
    );
    await record(
      context,
      ...playsOn("a", "2026-10-24", 4),
      ...playsOn("a", "2026-11-22", 1),
      ...playsOn("b", "2026-11-22", 2),
      ...playsOn("theirs", "2026-11-22", 40),
      ...playsOn("single", "2026-11-22", 9),
    );
    const { albums, total } = await readAlbums();
    expect(total).toBe(1);
    expect(albums).toEqual([
      {
        id: "100",
        title: "Night",
        artists: [{ id: "1", name: "Kaya" }],
        image: "https://images.example.org/a.jpg",
        tracks: 2,
        firstPublishedAt: "2026-02-01T00:00:00.000Z",
        lastPublishedAt: "2026-03-01T00:00:00.000Z",
        plays: 7,
        plays30d: 3,
        previousPlays30d: 4,
        growthRate: -0.25,
        growthStatus: "needs-attention",
        series30d: [...Array<number>(28).fill(0), 3, 0],
      },
    ]);
  });

  test("tell nothing of the 30 days before where these are not known of one of the tracks", async () => {
    await record(context, track("a", ["1"], night), track("b", ["1"], night));
    await record(context, ...playsOn("a", "2026-10-20", 3));
    expect((await readAlbums()).albums[0]).toMatchObject({ previousPlays30d: 3, growthRate: -1 });
    await openOn("b", "2026-11-20");
    expect((await readAlbums()).albums[0]).not.toHaveProperty("previousPlays30d");
  });

  test("with no public track of theirs are not shown", async () => {
    await record(
      context,
      track("theirs", ["9"], night),
      track("private", ["1"], { public: false, album: { id: "101", title: "Drafts" } }),
      track("gone", ["1"], { album: { id: "102", title: "Taken back" } }),
    );
    await record(context, removal("gone", { time: "2026-11-21T08:00:00Z" }));
    expect((await readAlbums()).albums).toEqual([]);
  });

  test("are listed most played first, equals by id as numbers", async () => {
    await record(
      context,
      track("a", ["1"], { album: { id: "10", title: "Ten" } }),
      track("b", ["1"], { album: { id: "9", title: "Nine" } }),
      track("c", ["1"], { album: { id: "30", title: "Thirty" } }),
    );
    await record(context, play("c"));
    expect((await readAlbums()).albums.map(({ id }) => id)).toEqual(["30", "9", "10"]);
  });
});
