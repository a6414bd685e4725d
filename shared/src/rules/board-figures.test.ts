import { describe, expect, test } from "vitest";
import { eachFigures, type PeriodInput } from "./board-figures.ts";
import { aCatalog, anArtist, aProducer, aTrack, producersWith } from "./catalog.fixture.ts";
import { type CatalogIndex, indexCatalog } from "./catalog.ts";
import { contributionValue } from "./contribution.ts";
import type { BoardFigures } from "./scores.ts";

/** By producer index. */
function boardFigures(index: CatalogIndex, input: PeriodInput): (BoardFigures | undefined)[] {
  const figures: (BoardFigures | undefined)[] = index.catalog.producers.map(() => undefined);
  eachFigures(index, input, (producer, own) => {
    figures[producer] = own;
  });
  return figures;
}

const DAY = 86_400_000;
const now = Date.parse("2024-12-16T00:00:00Z");
const season = { period: "2024-H1", now };
const inSeason = Date.parse("2024-03-01T00:00:00Z");
const before = Date.parse("2023-03-01T00:00:00Z");
const after = Date.parse("2024-07-01T00:00:00Z");
const seasonEnd = after;

const worth = (publishedAt: number, plays: number, at: number) =>
  contributionValue({ publishedAt, exclusiveOnly: false }, plays, at);

describe("figures of all time", () => {
  test("count each own track once, in full, but split contribution among its credited artists", () => {
    const catalog = aCatalog({
      producers: [aProducer({ id: "p" })],
      artists: [anArtist({ id: "a", producerId: "p" }), anArtist({ id: "b", producerId: "p" }), anArtist({ id: "c" })],
      tracks: [aTrack({ artistIds: ["a", "b", "c"], publishedAt: before, plays: 12, filledFields: 4 })],
    });
    const [figures] = boardFigures(indexCatalog(catalog), { period: "all-time", now, plays: "all" });
    const value = worth(before, 12, now);
    expect(figures).toEqual({
      xp: 0,
      achievements: 0,
      plays: 12,
      uploads: 1,
      averaged: 1,
      filledFields: 4,
      collaboration: { tracks: 1, collaborators: 1, plays: 12, contribution: (value * 2) / 3, achievements: 0 },
      contribution: (value * 2) / 3,
      platformContribution: value,
    });
  });

  test("count a collaborator once, however many tracks are shared", () => {
    const catalog = producersWith(3, [
      { artistIds: ["a0", "a1"] },
      { artistIds: ["a1", "a0"] },
      { artistIds: ["a0", "a2", "stranger"] },
    ]);
    const figures = boardFigures(indexCatalog(catalog), { period: "all-time", now, plays: "all" });
    expect(figures.map((own) => own!.collaboration.collaborators)).toEqual([3, 1, 2]);
  });

  test("take in what was published at the very instant of the refresh", () => {
    const [figures] = boardFigures(indexCatalog(producersWith(1, [{ artistIds: ["a0"], publishedAt: now }])), {
      period: "all-time",
      now,
      plays: "all",
    });
    expect(figures).toMatchObject({ uploads: 1, averaged: 1 });
  });

  test("leave exclusive-only tracks out of contribution alone", () => {
    const tracks = [{ artistIds: ["a0"], publishedAt: before, plays: 3, exclusiveOnly: true }];
    const [figures] = boardFigures(indexCatalog(producersWith(1, tracks)), { period: "all-time", now, plays: "all" });
    expect(figures).toMatchObject({ plays: 3, uploads: 1, contribution: 0, platformContribution: 0 });
  });
});

describe("figures of a season", () => {
  const catalog = producersWith(2, [
    { id: "old", artistIds: ["a0", "a1"], publishedAt: before, plays: 900, filledFields: 1 },
    { id: "new", artistIds: ["a0", "a1"], publishedAt: inSeason, plays: 500, filledFields: 2 },
    { id: "later", artistIds: ["a0"], publishedAt: after, plays: 80, filledFields: 6 },
  ]);
  const plays = [30, 7];
  const [figures] = boardFigures(indexCatalog(catalog), { ...season, plays });

  test("take plays in it, of every own track", () => {
    expect(figures!.plays).toBe(37);
  });

  test("take uploads published in it", () => {
    expect(figures!.uploads).toBe(1);
  });

  test("take the metadata of tracks published before its end", () => {
    expect(figures).toMatchObject({ averaged: 2, filledFields: 3 });
  });

  test("take collaborations published in it alone, with their plays in it", () => {
    const contribution = worth(inSeason, 7, seasonEnd) / 2;
    expect(figures!.collaboration).toEqual({ tracks: 1, collaborators: 1, plays: 7, contribution, achievements: 0 });
  });

  test("take contribution of tracks published before its end, aged at its end, with the plays in it", () => {
    const all = worth(before, 30, seasonEnd) + worth(inSeason, 7, seasonEnd);
    expect(figures!.contribution).toBeCloseTo(all / 2, 12);
    expect(figures!.platformContribution).toBeCloseTo(all, 12);
  });

  test("are aged at the refresh while the season lasts", () => {
    const running = { period: "2024-H2", now, plays: [] };
    const own = boardFigures(indexCatalog(producersWith(1, [{ artistIds: ["a0"], publishedAt: after }])), running);
    expect(own[0]!.contribution).toBe(worth(after, 0, now));
  });
});

test("the last 7 days begin at their first instant and end before the refresh", () => {
  const tracks = [now - 7 * DAY - 1, now - 7 * DAY, now - 1, now].map((publishedAt) => ({
    artistIds: ["a0"],
    publishedAt,
  }));
  const [figures] = boardFigures(indexCatalog(producersWith(1, tracks)), { period: "7d", now, plays: [] });
  expect(figures).toMatchObject({ uploads: 2, averaged: 3 });
});

test("a producer on no board has no figures, and a word that is no period is refused", () => {
  const index = indexCatalog(producersWith(1, []));
  expect(boardFigures(index, { period: "all-time", now, plays: "all" })).toEqual([undefined]);
  expect(() => boardFigures(index, { period: "2024-H3", now, plays: [] })).toThrow(RangeError);
});
