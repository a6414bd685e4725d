import { describe, expect, test } from "vitest";
import { producersWith } from "./catalog.fixture.ts";
import { type Catalog, indexCatalog } from "./catalog.ts";
import { producerSnapshots } from "./snapshots.ts";

const now = Date.parse("2026-11-23T00:00:00Z");
const snapshotsOf = (catalog: Catalog) => producerSnapshots(indexCatalog(catalog), now);

describe("a producer's snapshot", () => {
  test("sums up its own tracks", () => {
    const [own] = snapshotsOf(
      producersWith(2, [
        { artistIds: ["a0", "a1"], filledFields: 4, genre: "trap", publishedAt: Date.parse("2025-10-31T00:00:00Z") },
        { artistIds: ["a0"], filledFields: 3, genre: "trap" },
        { artistIds: ["a0"], filledFields: 1, genre: "jazz" },
        { artistIds: ["a1"], filledFields: 6, genre: "house" },
      ]),
    );
    expect(own!.catalog).toEqual({
      tracks: 3,
      filledFields: 8,
      collaborativeTracks: 1,
      genres: 2,
      seasons: ["shadow-regent", "opening-act"],
    });
  });

  test("reads seasons in the producer's time zone", () => {
    const catalog = producersWith(1, [{ artistIds: ["a0"], publishedAt: Date.parse("2025-10-30T01:00:00Z") }]);
    expect(snapshotsOf(catalog)[0]!.catalog!.seasons).toEqual(["shadow-regent"]);
    catalog.producers[0]!.timeZone = "America/Toronto";
    expect(snapshotsOf(catalog)[0]!.catalog!.seasons).toEqual([]);
  });

  test("names the owner of the highest-earning track", () => {
    const catalog = producersWith(2, [{ artistIds: ["a0"] }, { artistIds: ["a1"] }]);
    catalog.sales = [{ trackId: "t1", currency: "cad", amount: 2999 }];
    expect(snapshotsOf(catalog).map(({ milestones }) => milestones!.topBiller)).toEqual([false, true]);
  });
});

describe("places", () => {
  test("by uploads are among producers on the boards: an administrator has none and takes none", () => {
    const catalog = producersWith(4, [
      { artistIds: ["a0"] },
      { artistIds: ["a0"] },
      { artistIds: ["a1"] },
      { artistIds: ["a2"] },
    ]);
    catalog.producers[1]!.unlisted = true;
    const places = snapshotsOf(catalog).map(({ fields }) => fields!.uploads);
    expect(places.map((place) => place && [place.value, place.rank, place.size])).toEqual([
      [2, 1, 2],
      undefined,
      [1, 2, 2],
      undefined,
    ]);
  });

  test("by plays are those of the best own track among all public tracks with a play", () => {
    const [own, unplayed] = snapshotsOf(
      producersWith(2, [
        { artistIds: ["a0"], plays: 5 },
        { artistIds: ["a0"], plays: 9 },
        { artistIds: ["stranger"], plays: 20 },
        { artistIds: ["stranger"], plays: 9 },
        { artistIds: ["a1"], plays: 0 },
      ]),
    );
    expect(own!.fields!.plays).toMatchObject({ value: 9, rank: 3, size: 4 });
    expect(unplayed!.fields).not.toHaveProperty("plays");
    expect(unplayed!.fields).not.toHaveProperty("excellence");
  });

  test("in a genre are those of the track in its top 10 %, or with the fewest plays to go", () => {
    const field = (genre: string, plays: number[]) =>
      plays.map((count) => ({ artistIds: ["stranger"], genre, plays: count }));
    const nine = [90, 80, 70, 60, 50, 40, 30, 20, 10];
    const [own] = snapshotsOf(
      producersWith(1, [
        ...field("trap", nine),
        ...field("jazz", nine),
        { artistIds: ["a0"], genre: "trap", plays: 85 },
        { artistIds: ["a0"], genre: "jazz", plays: 86 },
        { artistIds: ["a0"], genre: "tiny", plays: 1_000 },
      ]),
    );
    expect(own!.fields!.genre).toMatchObject({ value: 86, rank: 2, size: 10, cutoffs: { 10: 90 } });
  });

  test("by diversity are among producers on the boards with a genre", () => {
    const [three, two, none] = snapshotsOf(
      producersWith(3, [
        { artistIds: ["a0"], genre: "trap" },
        { artistIds: ["a0"], genre: "jazz" },
        { artistIds: ["a0"], genre: "house" },
        { artistIds: ["a1"], genre: "jazz" },
        { artistIds: ["a1"], genre: "house" },
        { artistIds: ["a2"] },
      ]),
    );
    expect(three!.fields!.diversity).toMatchObject({ value: 3, rank: 1, size: 2 });
    expect(two!.fields!.diversity).toMatchObject({ value: 2, rank: 2, size: 2 });
    expect(none!.fields).not.toHaveProperty("diversity");
  });
});
