import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACHIEVEMENTS, achievementBySlug } from "./achievements/index.ts";
import { boardRows, rankPeriod } from "./boards.ts";
import { producersWith } from "./catalog.fixture.ts";
import { type Catalog, indexCatalog } from "./catalog.ts";
import { CATEGORIES, type Category } from "./leaderboards.ts";
import { type Settlement, settle } from "./settle.ts";

const now = Date.parse("2026-11-23T00:00:00Z");
const refresh = (catalog: Catalog): Settlement => settle(indexCatalog(catalog), now);
const unlockedBy = ({ unlocks }: Settlement, producerId: string) =>
  unlocks.filter((unlock) => unlock.producerId === producerId).map(({ slug }) => slug);

/** The catalog once a settlement is written down. */
const after = (catalog: Catalog, { gains }: Settlement): Catalog => ({
  ...catalog,
  producers: catalog.producers.map((producer, index) => ({
    ...producer,
    xp: gains[index]!.xp,
    unlocked: [...gains[index]!.unlocked],
  })),
});

/** Producers with one track more each: p0 has 1, p1 has 2 … */
const staircase = (count: number): Catalog =>
  producersWith(
    count,
    Array.from({ length: count }, (_, producer) => Array(producer + 1).fill({ artistIds: [`a${producer}`] })).flat(),
  );

describe("a refresh", () => {
  test("unlocks ages and percentiles, and adds their XP", () => {
    const catalog = staircase(20);
    const settlement = refresh(catalog);
    expect(unlockedBy(settlement, "p19")).toEqual(expect.arrayContaining(["studio-legend", "legacy", "opening-act"]));
    expect(unlockedBy(settlement, "p0")).not.toContain("track-producer");
    for (const [index, { id }] of catalog.producers.entries()) {
      const gained = unlockedBy(settlement, id).reduce((sum, slug) => sum + achievementBySlug(slug)!.xp, 0);
      expect(settlement.gains[index]!.xp).toBe(gained);
    }
  });

  test("ranks the boards with the XP of what it unlocked", () => {
    const catalog = staircase(20);
    const { boards, gains } = refresh(catalog);
    expect(boardRows(boards.points, catalog)[0]).toMatchObject({
      producerId: "p19",
      score: gains[19]!.xp,
      tiebreak: gains[19]!.unlocked.size,
    });
  });

  test("checks the composite ones after the others, against the ranks these gave", () => {
    const { unlocks } = refresh(staircase(20));
    const composite = unlocks.map(({ slug }) => achievementBySlug(slug)!.category === "composite");
    expect(composite).toContain(true);
    expect(composite.indexOf(true)).toBeGreaterThan(composite.lastIndexOf(false));
  });

  test("goes on until nothing is unlocked: the XP of one composite achievement can lift its owner to the next", () => {
    // Alike in all but XP. Fourth of 20 is the top 25 %; each unlock then passes those ahead.
    const catalog = producersWith(
      20,
      Array.from({ length: 400 }, (_, track) => ({ artistIds: [`a${track % 20}`] })),
    );
    const xps = [100_000, 98_000, 96_000, 95_000];
    const every = ACHIEVEMENTS.map(({ slug }) => slug);
    for (const [index, producer] of catalog.producers.entries()) {
      producer.xp = xps[index] ?? 1_000 - index;
      producer.unlocked = every;
    }
    const composite = ["rising-talent", "elite-producer", "legendary-producer"];
    catalog.producers[3]!.unlocked = every.filter((slug) => !composite.includes(slug));
    const { unlocks, boards } = refresh(catalog);
    expect(unlocks.map(({ producerId, slug }) => [producerId, slug])).toEqual(composite.map((slug) => ["p3", slug]));
    expect(boardRows(boards.overall, catalog)[0]).toMatchObject({ producerId: "p3", rank: 1, tiebreak: 106_500 });
  });

  test("unlocks a round together: one of the round does not push another out of it", () => {
    const catalog = producersWith(
      20,
      Array.from({ length: 100 }, (_, track) => ({ artistIds: [`a${track % 20}`] })),
    );
    const every = ACHIEVEMENTS.map(({ slug }) => slug);
    for (const [index, producer] of catalog.producers.entries()) {
      producer.xp = 50_000 - index;
      producer.unlocked = every.filter((slug) => slug !== "rising-talent");
    }
    expect(refresh(catalog).unlocks.map(({ producerId }) => producerId)).toEqual(["p0", "p1", "p2", "p3", "p4"]);
  });

  test("keeps what was unlocked, though its condition no longer holds", () => {
    const catalog = producersWith(1, []);
    catalog.producers[0]!.unlocked = ["network-spider"];
    catalog.producers[0]!.xp = 5000;
    const { unlocks, gains } = refresh(catalog);
    expect(unlocks.map(({ slug }) => slug)).not.toContain("network-spider");
    expect(gains[0]!.unlocked.has("network-spider")).toBe(true);
  });

  test("of an empty platform is empty", () => {
    const nobody = producersWith(0, []);
    const { unlocks, boards } = refresh(nobody);
    expect(unlocks).toEqual([]);
    expect(Object.values(boards).flatMap((board) => boardRows(board, nobody))).toEqual([]);
  });
});

describe("the boards of another period", () => {
  test("rank points by all-time XP and the rest by the period", () => {
    const catalog = producersWith(2, [
      { artistIds: ["a0"], plays: 100 },
      { artistIds: ["a1"], plays: 5 },
    ]);
    catalog.producers[0]!.xp = 90;
    const index = indexCatalog(catalog);
    const settled = settle(index, now);
    const boards = rankPeriod(index, settled, { period: "7d", now, plays: [0, 5] });
    expect(boardRows(boards.points, catalog).map(({ producerId, score }) => [producerId, score])).toEqual(
      [0, 1].map((producer) => [`p${producer}`, settled.gains[producer]!.xp]),
    );
    expect(boardRows(boards.plays, catalog).map(({ producerId, score }) => [producerId, score])).toEqual([["p1", 5]]);
    expect(boardRows(boards.uploads, catalog)).toEqual([]);
  });
});

describe("whatever the catalog", () => {
  const artist = fc.integer({ min: 0, max: 11 }).map((number) => `a${number}`);
  const track = fc.record({
    artistIds: fc.uniqueArray(artist, { minLength: 1, maxLength: 3 }),
    publishedAt: fc.integer({ min: now - 1e11, max: now }),
    genre: fc.constantFrom(null, "trap", "jazz", "house", "lo-fi"),
    filledFields: fc.integer({ min: 0, max: 6 }),
    plays: fc.nat({ max: 300 }),
    downloads: fc.nat({ max: 5 }),
    qualityScore: fc.option(fc.integer({ min: 10, max: 100 })),
    exclusiveOnly: fc.boolean(),
  });
  const catalogs = fc
    .tuple(fc.array(track, { maxLength: 60 }), fc.array(fc.nat({ max: 9_000 }), { minLength: 10, maxLength: 10 }))
    .map(([tracks, xps]): Catalog => {
      // Artists a10 and a11 are nobody's.
      const catalog = producersWith(10, tracks);
      for (const [index, xp] of xps.entries()) catalog.producers[index]!.xp = xp;
      return catalog;
    });

  test("a second refresh unlocks nothing and moves nobody", () => {
    fc.assert(
      fc.property(catalogs, (catalog) => {
        const first = refresh(catalog);
        const second = refresh(after(catalog, first));
        expect(second.unlocks).toEqual([]);
        expect(second.boards).toEqual(first.boards);
      }),
    );
  });

  test("the order of the rows does not matter", () => {
    const sorted = ({ unlocks }: Settlement) => unlocks.map(({ producerId, slug }) => `${producerId} ${slug}`).sort();
    fc.assert(
      fc.property(catalogs, (catalog) => {
        const turned = { ...catalog, tracks: catalog.tracks.toReversed(), producers: catalog.producers.toReversed() };
        const [first, second] = [refresh(catalog), refresh(turned)];
        const rows = ({ boards }: Settlement, category: Category, of: Catalog) =>
          boardRows(boards[category], of).map(({ producerId, rank }) => [producerId, rank]);
        expect(sorted(second)).toEqual(sorted(first));
        for (const category of CATEGORIES) {
          expect(rows(second, category, turned)).toEqual(rows(first, category, catalog));
        }
      }),
    );
  });

  test("the order that a board had before does not matter", () => {
    const order = fc.array(fc.integer({ min: -1, max: 12 }), { maxLength: 14 });
    const former = fc.record(Object.fromEntries(CATEGORIES.map((category) => [category, order])), { requiredKeys: [] });
    fc.assert(
      fc.property(catalogs, former, (catalog, former) => {
        const index = indexCatalog(catalog);
        const settled = settle(index, now);
        expect(settle(index, now, former)).toEqual(settled);
        const input = { period: "7d", now, plays: catalog.tracks.map(({ plays }) => plays % 7) };
        expect(rankPeriod(index, settled, input, former)).toEqual(rankPeriod(index, settled, input));
      }),
    );
  });

  test("XP never falls, nothing is unlocked twice, and shares of the contribution sum to at most the whole", () => {
    fc.assert(
      fc.property(catalogs, (catalog) => {
        const { unlocks, gains, boards } = refresh(catalog);
        for (const [index, { xp }] of catalog.producers.entries()) expect(gains[index]!.xp).toBeGreaterThanOrEqual(xp);
        expect(new Set(unlocks.map(({ producerId, slug }) => `${producerId} ${slug}`)).size).toBe(unlocks.length);
        const shares = boards.earnings.score.reduce((sum, score) => sum + score, 0);
        expect(shares).toBeLessThanOrEqual(100 + 1e-6);
      }),
    );
  });
});
