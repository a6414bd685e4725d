import { describe, expect, test } from "vitest";
import { aCatalog, anArtist, aProducer, aTrack, producersWith } from "./catalog.fixture.ts";
import { EARLY_ADOPTERS, indexCatalog, isOnBoards } from "./catalog.ts";

describe("a producer's own tracks", () => {
  test("are those that credit any of its profiles in any position, each once", () => {
    const index = indexCatalog(
      aCatalog({
        producers: [aProducer({ id: "p" }), aProducer({ id: "q" })],
        artists: [
          anArtist({ id: "a", producerId: "p" }),
          anArtist({ id: "b", producerId: "q" }),
          anArtist({ id: "c", producerId: "p" }),
        ],
        tracks: [
          aTrack({ id: "t1", artistIds: ["a", "b", "c"] }),
          aTrack({ id: "t2", artistIds: ["b", "c"] }),
          aTrack({ id: "t3", artistIds: ["stranger"] }),
        ],
      }),
    );
    expect(index.own).toEqual([
      [
        { index: 0, profiles: 2 },
        { index: 1, profiles: 1 },
      ],
      [
        { index: 0, profiles: 1 },
        { index: 1, profiles: 1 },
      ],
    ]);
  });
});

describe("the boards", () => {
  test("show producers with a claimed profile and a public track, administrators aside", () => {
    const catalog = producersWith(3, [{ artistIds: ["a0"] }, { artistIds: ["a1"] }]);
    catalog.producers[1]!.unlisted = true;
    const index = indexCatalog(catalog);
    expect([0, 1, 2].map((producer) => isOnBoards(index, producer))).toEqual([true, false, false]);
  });
});

describe("artist profiles", () => {
  test("without a creation time were created when their first track was published", () => {
    const index = indexCatalog(
      aCatalog({
        producers: [aProducer({ id: "p" })],
        artists: [anArtist({ id: "a", producerId: "p", createdAt: null })],
        tracks: [aTrack({ publishedAt: 900 }), aTrack({ id: "t2", publishedAt: 300 })],
      }),
    );
    expect(index.oldestProfile).toEqual([300]);
  });

  test("of several, the oldest counts", () => {
    const artists = [7, 5, 9].map((createdAt) => anArtist({ id: `a${createdAt}`, producerId: "p", createdAt }));
    expect(indexCatalog(aCatalog({ producers: [aProducer({ id: "p" })], artists })).oldestProfile).toEqual([5]);
  });

  test("the first thirty by creation time, then id, are early, unclaimed ones among them", () => {
    const artists = Array.from({ length: EARLY_ADOPTERS + 2 }, (_, index) =>
      anArtist({ id: `${index + 1}`, producerId: `p${index + 1}`, createdAt: index === 0 ? 10 : 20 }),
    );
    artists[5]!.producerId = null;
    const producers = artists.map((_, index) => aProducer({ id: `p${index + 1}` }));
    const { earlyAdopter } = indexCatalog(aCatalog({ artists: artists.toReversed(), producers }));
    expect(producers.filter((_, index) => !earlyAdopter[index]).map(({ id }) => id)).toEqual(["p6", "p31", "p32"]);
  });
});
