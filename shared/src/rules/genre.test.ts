import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { genreDiversity, trackGenre } from "./genre.ts";

describe("a track's genre", () => {
  test("is its genre, or else its first tag", () => {
    expect(trackGenre("trap", ["lo-fi"])).toBe("trap");
    expect(trackGenre(null, ["lo-fi", "jazz"])).toBe("lo-fi");
    expect(trackGenre(" ", ["", "jazz"])).toBe("jazz");
    expect(trackGenre("", [])).toBeUndefined();
    expect(trackGenre(undefined, undefined)).toBeUndefined();
  });
});

describe("genre diversity", () => {
  const counts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 });

  test("of equally many tracks in n genres is n", () => {
    for (const genres of [1, 2, 3, 7, 12]) expect(genreDiversity(Array(genres).fill(5))).toBe(genres);
  });

  test("of no genre is 0", () => {
    expect(genreDiversity([])).toBe(0);
  });

  test("of half in one genre and an eighth in each of four is that of four equal genres", () => {
    expect(genreDiversity([4, 1, 1, 1, 1])).toBe(genreDiversity([1, 1, 1, 1]));
  });

  test("depends on the shares alone, not on order or scale", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), (tracks, times) => {
        expect(genreDiversity(tracks.toReversed())).toBe(genreDiversity(tracks));
        expect(genreDiversity(tracks.map((count) => count * times))).toBe(genreDiversity(tracks));
      }),
    );
  });

  test("is at most the number of genres", () => {
    fc.assert(fc.property(counts, (tracks) => genreDiversity(tracks) <= tracks.length));
  });
});
