import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Contender, currentPeriods, periodWindow, rankField, seasonOf, tierOf } from "./leaderboards.ts";

const DAY = 86_400_000;
const now = Date.parse("2026-11-23T09:30:00Z");
const contender = (producerId: string, score: number, tiebreak = 0, createdAt = 0): Contender => ({
  producerId,
  score,
  tiebreak,
  createdAt,
});
const listed = (contenders: Contender[]) =>
  rankField("points", contenders).map(({ rank, producerId }) => `${rank} ${producerId}`);

describe("periods", () => {
  test("of the last days go back n × 24 h from the refresh", () => {
    expect(periodWindow("7d", now)).toEqual({ start: now - 7 * DAY, end: now });
    expect(periodWindow("30d", now)).toEqual({ start: now - 30 * DAY, end: now });
  });

  test("of a season are a half year, its end excluded", () => {
    const iso = (period: string) => {
      const { start, end } = periodWindow(period, now)!;
      return [new Date(start).toISOString(), new Date(end).toISOString()];
    };
    expect(iso("2026-H1")).toEqual(["2026-01-01T00:00:00.000Z", "2026-07-01T00:00:00.000Z"]);
    expect(iso("2026-H2")).toEqual(["2026-07-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"]);
  });

  test("of all time leave nothing out, not even what happens at the instant of the refresh", () => {
    expect(periodWindow("all-time", now)).toEqual({ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY });
  });

  test.each(["8d", "2026-H3", "2026", "", "all"])("'%s' is none", (word) => {
    expect(periodWindow(word, now)).toBeUndefined();
  });

  test("kept up to date are all time, 7 and 30 days and this season", () => {
    expect(currentPeriods(now)).toEqual(["all-time", "7d", "30d", "2026-H2", "2026-H1"]);
    expect(seasonOf(Date.parse("2026-06-30T23:59:59.999Z"))).toBe("2026-H1");
    expect(seasonOf(Date.parse("2026-07-01T00:00:00Z"))).toBe("2026-H2");
  });
});

describe("ranking", () => {
  test("shares a rank where score and tiebreak are both equal: 1, 2, 2, 4", () => {
    expect(listed([contender("d", 1), contender("b", 5, 3), contender("a", 9), contender("c", 5, 3)])).toEqual([
      "1 a",
      "2 b",
      "2 c",
      "4 d",
    ]);
  });

  test("lets the tiebreak decide where only the score is equal", () => {
    expect(listed([contender("a", 5, 1), contender("b", 5, 2)])).toEqual(["1 b", "2 a"]);
  });

  test("lists the older account first within a rank, then the smaller id", () => {
    const shared = [contender("10", 5, 0, 2), contender("9", 5, 0, 2), contender("11", 5, 0, 1)];
    expect(listed(shared)).toEqual(["1 11", "1 9", "1 10"]);
  });

  test("leaves out who has no score, also after rounding", () => {
    expect(listed([contender("a", 0, 7), contender("b", 4e-10), contender("c", 6e-10)])).toEqual(["1 c"]);
  });

  test("is not misled by floating noise", () => {
    expect(listed([contender("a", 0.1 + 0.2, 1), contender("b", 0.3, 2)])).toEqual(["1 b", "2 a"]);
    expect(listed([contender("a", 1, 0.1 + 0.2), contender("b", 1, 0.3)])).toEqual(["1 a", "1 b"]);
  });

  test("gives everyone 1 + the number of those ahead, whatever the order they come in", () => {
    const few = fc.integer({ min: 0, max: 4 });
    const field = fc.uniqueArray(
      fc.record({ producerId: fc.stringMatching(/^[0-9a-c]{1,2}$/), score: few, tiebreak: few, createdAt: few }),
      { selector: ({ producerId }) => producerId },
    );
    fc.assert(
      fc.property(field, (contenders) => {
        const ranked = rankField("plays", contenders);
        expect(rankField("plays", contenders.toReversed())).toEqual(ranked);
        expect(ranked).toHaveLength(contenders.filter(({ score }) => score > 0).length);
        for (const own of ranked) {
          const ahead = contenders.filter(
            ({ score, tiebreak }) => score > own.score || (score === own.score && tiebreak > own.tiebreak),
          );
          expect(own.rank).toBe(1 + ahead.length);
        }
      }),
    );
  });
});

describe("tiers", () => {
  test.each([
    ["overall", 80, "diamond"],
    ["overall", 79.99, "platinum"],
    ["overall", 50, "gold"],
    ["overall", 30, "silver"],
    ["overall", 29.99, "bronze"],
    ["plays", 100_000, "diamond"],
    ["plays", 999, "bronze"],
    ["uploads", 25, "gold"],
    ["quality", 95, "diamond"],
    ["quality", 60, "silver"],
    ["earnings", 15, "diamond"],
    ["earnings", 1.99, "bronze"],
  ] as const)("%s %d is %s", (category, score, tier) => {
    expect(tierOf(category, score, 1, 1)).toBe(tier);
  });

  test.each([
    [1, 1, "diamond"],
    [1, 150, "diamond"],
    [2, 150, "diamond"],
    [3, 150, "platinum"],
    [8, 150, "platinum"],
    [9, 150, "gold"],
    [30, 150, "gold"],
    [31, 150, "silver"],
    [75, 150, "silver"],
    [76, 150, "bronze"],
  ] as const)("by percentile, rank %i of %i is %s", (rank, total, tier) => {
    expect(tierOf("points", 1, rank, total)).toBe(tier);
    expect(tierOf("collaboration", 1, rank, total)).toBe(tier);
  });
});
