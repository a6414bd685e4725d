import { describe, expect, test } from "vitest";
import { type Place, rankMove } from "./rank-change.ts";

/** A board by "id:rank:score", or "id:rank" where the score is no longer known. */
const board = (...places: string[]): Map<string, Place> =>
  new Map(
    places.map((text) => {
      const [id, rank, score] = text.split(":");
      return [id!, { rank: Number(rank), ...(score !== undefined && { score: Number(score) }) }];
    }),
  );
const ids = (changes: readonly { producerId: string }[]) => changes.map(({ producerId }) => producerId);

describe("why a rank changed", () => {
  test("names whom one moved ahead of, the best placed first", () => {
    const move = rankMove(
      "me",
      board("a:1:9", "b:2:8", "c:3:7", "me:4:1"),
      board("a:1:9", "me:2:8.5", "b:3:8", "c:4:7"),
    );
    expect(ids(move.passed)).toEqual(["b", "c"]);
    expect(move.passedBy).toEqual([]);
    expect(move.moved).toBe("mine");
  });

  test("names who moved ahead, and says that it was their score", () => {
    const move = rankMove("me", board("me:1:5", "a:2:4", "b:3:3"), board("a:1:9", "me:2:5", "b:3:3"));
    expect(move.passedBy).toEqual([{ producerId: "a", before: { rank: 2, score: 4 }, now: { rank: 1, score: 9 } }]);
    expect(move.passed).toEqual([]);
    expect(move.moved).toBe("others");
  });

  test("counts newcomers that begin ahead and those who left the board", () => {
    const came = rankMove("me", board("me:1:5"), board("new:1:9", "me:2:5"));
    expect(came.passedBy).toEqual([{ producerId: "new", now: { rank: 1, score: 9 } }]);
    const left = rankMove("me", board("gone:1:9", "me:2:5"), board("me:1:5"));
    expect(left.passed).toEqual([{ producerId: "gone", before: { rank: 1, score: 9 } }]);
    expect(left.moved).toBe("others");
  });

  test("a shared rank is neither ahead nor behind", () => {
    const parted = rankMove("me", board("a:1:5", "me:1:5"), board("me:1:6", "a:2:5"));
    expect(ids(parted.passed)).toEqual(["a"]);
    const joined = rankMove("me", board("a:1:6", "me:2:5"), board("a:1:6", "me:1:6"));
    expect([...joined.passed, ...joined.passedBy]).toEqual([]);
  });

  test("a newcomer passes nobody, and nobody passes who has left", () => {
    expect(rankMove("me", board("a:1:5"), board("me:1:9", "a:2:5"))).toMatchObject({ passed: [], passedBy: [] });
    expect(rankMove("me", board("me:1:9", "a:2:5"), board("a:1:5"))).toMatchObject({ passed: [], passedBy: [] });
  });

  test("a score that is no longer known may have changed", () => {
    const theirs = rankMove("me", board("a:1", "b:2:7", "me:3:5"), board("me:1:9", "a:2", "b:3:7"));
    expect(theirs.moved).toBe("both");
    const later = rankMove("me", board("a:1", "me:2:5"), board("me:1:9", "a:2:7"));
    expect(later.moved).toBe("both");
    const still = rankMove("me", board("a:2", "me:1:5"), board("a:1", "me:2:5"));
    expect(still.moved).toBe("others");
    const mine = rankMove("me", board("a:1:7", "me:2"), board("me:1", "a:2:7"));
    expect(mine.moved).toBe("mine");
  });

  test("both scores may have moved", () => {
    const move = rankMove("me", board("a:1:9", "me:2:5"), board("me:1:11", "a:2:10"));
    expect(move.moved).toBe("both");
    expect(ids(move.passed)).toEqual(["a"]);
  });
});
