import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardNews, type NewsBoard } from "./board-news.ts";
import type { Tier } from "./leaderboards.ts";

const RULES = { topTenRanked: 3, ranked: 20, tiers: true };
/** A board of ids in order of rank; "id/gold" names a tier. */
const board = (...ids: string[]): NewsBoard =>
  new Map(
    ids.map((text, index) => {
      const [id, tier = "bronze"] = text.split("/");
      return [id!, { rank: index + 1, tier: tier as Tier }];
    }),
  );
const told = (start: NewsBoard, first: NewsBoard, second: NewsBoard, rules = RULES) =>
  boardNews([start, first, second], rules).map(({ producerId, kind }) => `${producerId} ${kind}`);
const crowd = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

describe("news of a board", () => {
  test("a new number one is told once it has held for two refreshes", () => {
    const before = board("a", "b", "c");
    const after = board("b", "a", "c");
    expect(told(before, before, after)).toEqual([]);
    expect(told(before, after, after)).toEqual(["b new-number-one"]);
    expect(told(after, after, after)).toEqual([]);
  });

  test("what did not hold is no news", () => {
    expect(told(board("a", "b"), board("b", "a"), board("a", "b"))).toEqual([]);
  });

  test("who loses a place is never told of", () => {
    const news = told(board("a", "b", "c", "d"), board("d", "a", "b", "c"), board("d", "a", "b", "c"));
    expect(news).toEqual(["d new-number-one"]);
  });

  test("the greatest gain stands for the lesser ones", () => {
    const start = board("a", "b", "c", ...crowd("x", 8), "me/bronze");
    const end = board("a", "b", "me/gold", "c", ...crowd("x", 8));
    expect(told(start, end, end)).toEqual(["me top-three"]);
  });

  test("the top ten and climbs within it are news only among enough ranked", () => {
    const start = board(...crowd("x", 10), "me");
    const end = board(...crowd("x", 9), "me", "x9");
    expect(told(start, end, end, { topTenRanked: 11, ranked: 11, tiers: true })).toEqual(["me top-ten"]);
    expect(told(start, end, end, { topTenRanked: 12, ranked: 11, tiers: true })).toEqual([]);
    // Boards may leave out who stood still.
    expect(told(start, end, end, { topTenRanked: 150, ranked: 200, tiers: true })).toEqual(["me top-ten"]);
  });

  test("a climb takes a passing: places that others left free are none", () => {
    const start = board("a", "b", "c", "d", "me");
    const passed = board("a", "b", "c", "me", "d");
    expect(told(start, passed, passed)).toEqual(["me climb"]);
    const left = board("a", "c", "d", "me");
    expect(told(start, left, left).filter((line) => line.startsWith("me"))).toEqual([]);
  });

  test("a tier is told where it held and nothing greater happened, and only of who was ranked", () => {
    const start = board("a", "b", "c", "me/silver");
    const end = board("a", "b", "c", "me/gold", ...crowd("x", 7), "new/gold");
    const named = (news: string[]) => news.filter((line) => !line.startsWith("x"));
    expect(named(told(start, end, end))).toEqual(["me tier-reached"]);
    expect(told(start, end, start)).toEqual([]);
    expect(named(told(start, end, end, { ...RULES, tiers: false }))).toEqual([]);
  });

  test("a board that has just begun tells nothing", () => {
    expect(told(board(), board("a", "b"), board("a", "b"))).toEqual([]);
  });

  test("one piece of news a producer at most, and never of a place that was held before", () => {
    const boards = fc.array(fc.shuffledSubarray(crowd("p", 14)), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(boards, (orders) => {
        const [start, first, second] = orders.map((ids) => board(...ids)) as [NewsBoard, NewsBoard, NewsBoard];
        const news = boardNews([start, first, second], RULES);
        expect(new Set(news.map(({ producerId }) => producerId)).size).toBe(news.length);
        for (const { producerId, rank, kind } of news) {
          if (kind === "tier-reached") continue;
          expect(start.get(producerId)?.rank ?? Number.POSITIVE_INFINITY).toBeGreaterThan(rank);
        }
      }),
    );
  });
});
