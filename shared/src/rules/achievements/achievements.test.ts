import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldPlace } from "../fields.ts";
import { ACHIEVEMENTS, type Achievement, achievementBySlug, isMet, newlyMet, type ProducerSnapshot } from "./index.ts";
import { all } from "./progress.ts";
import { type AchievementProgress, isReached } from "./types.ts";

/** Spec §4, row by row. */
const TABLE = `
upload        | Track Producer           |  500 | common    | refresh
upload        | Prolific Creator         | 1500 | rare      | refresh
upload        | Production Master        | 3000 | epic      | refresh
upload        | Studio Legend            | 5000 | legendary | refresh
trending      | Rising Star              | 1000 | common    | refresh
trending      | Chart Topper             | 2000 | rare      | refresh
trending      | Viral Hit                | 3500 | epic      | refresh
metadata      | Metadata Whiz            |  800 | common    | event
metadata      | Metadata Maven           | 1500 | rare      | event
metadata      | Metadata Architect       | 2500 | epic      | event
profile       | Photogenic               |  200 | common    | event
profile       | Oracle                   |  300 | common    | event
profile       | Linked                   |  400 | common    | event
profile       | Model                    |  500 | common    | event
genre         | Genre Specialist         | 1500 | rare      | refresh
genre         | Genre Master             | 2500 | epic      | refresh
genre         | Genre Virtuoso           | 4000 | legendary | refresh
collaboration | Collaboration Enthusiast |  500 | common    | event
collaboration | Team Player              | 1500 | rare      | event
collaboration | Bridge Builder           | 3000 | epic      | event
collaboration | Network Spider           | 5000 | legendary | event
composite     | Rising Talent            | 2000 | rare      | second-step
composite     | Elite Producer           | 3500 | epic      | second-step
composite     | Legendary Producer       | 6000 | legendary | second-step
excellence    | Track Excellence         | 1800 | rare      | refresh
milestone     | Early Adopter            | 1000 | epic      | refresh
milestone     | Rising                   |  150 | common    | refresh
milestone     | Seasoned                 |  300 | rare      | refresh
milestone     | OG                       |  600 | rare      | refresh
milestone     | Veteran                  | 1000 | epic      | refresh
milestone     | Legacy                   | 1500 | epic      | refresh
milestone     | Top Biller               |  800 | common    | refresh
seasonal      | Shadow Regent            |  200 | common    | event
seasonal      | Santa's Helper           |  200 | common    | event
seasonal      | Opening Act              |  200 | common    | event
seasonal      | Lover Boy                |  200 | common    | event
`;

const bare: ProducerSnapshot = { profile: { pictures: 0, hasBio: false, links: 0 } };
const nothing: ProducerSnapshot = {
  ...bare,
  catalog: { tracks: 0, filledFields: 0, collaborativeTracks: 0, genres: 0, seasons: [] },
  milestones: { asOf: 0, createdAt: 0, earlyAdopter: false, topBiller: false },
  fields: {},
};
const slugs = (achievements: readonly Achievement[]) => achievements.map(({ slug }) => slug);
const met = (snapshot: Partial<ProducerSnapshot>) =>
  slugs(ACHIEVEMENTS.filter((achievement) => isMet(achievement, { ...nothing, ...snapshot })));
const catalogWith = (catalog: Partial<NonNullable<ProducerSnapshot["catalog"]>>): Partial<ProducerSnapshot> => ({
  catalog: { ...nothing.catalog!, ...catalog },
});
const progressOf = (slug: string, snapshot: Partial<ProducerSnapshot>) =>
  achievementBySlug(slug)!.progress({ ...nothing, ...snapshot });

/** The place of rank r among 100 with different figures, 100 down to 1. */
const place = (rank: number): FieldPlace => ({
  value: 101 - rank,
  rank,
  size: 100,
  cutoffs: { 5: 96, 10: 91, 15: 86, 20: 81, 25: 76, 50: 51 },
});

describe("the list of achievements", () => {
  test("holds the 36 of the spec, with their XP, rarity and when they are checked", () => {
    const rows = TABLE.trim()
      .split("\n")
      .map((row) => row.split("|").map((cell) => cell.trim()));
    const own = ACHIEVEMENTS.map(({ category, name, xp, rarity, checked }) => [
      category,
      name,
      `${xp}`,
      rarity,
      checked,
    ]);
    expect(own).toEqual(rows);
    expect(own).toHaveLength(36);
  });

  test("gives each a slug of its own: its name in kebab-case without apostrophes", () => {
    for (const { name, slug } of ACHIEVEMENTS) {
      expect(slug).toBe(name.toLowerCase().replaceAll("'", "").replaceAll(" ", "-"));
    }
    expect(new Set(slugs(ACHIEVEMENTS)).size).toBe(36);
    expect(achievementBySlug("santas-helper")?.name).toBe("Santa's Helper");
    expect(achievementBySlug("no-such")).toBeUndefined();
  });

  test("says of each in a line of its own how to unlock it", () => {
    expect(new Set(ACHIEVEMENTS.map(({ description }) => description)).size).toBe(36);
  });
});

describe("a producer who has done nothing", () => {
  test("meets none", () => {
    expect(met({})).toEqual([]);
    expect(slugs(ACHIEVEMENTS.filter((achievement) => isMet(achievement, bare)))).toEqual([]);
  });

  test("has no invented figure where a part is not known", () => {
    for (const { category, progress } of ACHIEVEMENTS) {
      if (category !== "profile") expect(progress(bare).current).toBeUndefined();
    }
  });
});

describe("conditions", () => {
  test.each([
    [{ pictures: 1 }, ["photogenic"]],
    [{ hasBio: true }, ["oracle"]],
    [{ links: 2 }, []],
    [{ links: 3 }, ["linked"]],
    [{ pictures: 4 }, ["photogenic"]],
    [{ pictures: 5 }, ["photogenic", "model"]],
  ])("profile %j: %j", (profile, unlocked) => {
    expect(met({ profile: { ...bare.profile, ...profile } })).toEqual(unlocked);
  });

  test.each([
    [50, ["track-producer"]],
    [51, []],
    [25, ["track-producer", "prolific-creator"]],
    [10, ["track-producer", "prolific-creator", "production-master"]],
    [5, ["track-producer", "prolific-creator", "production-master", "studio-legend"]],
  ])("rank %i of 100 by published tracks: %j", (rank, unlocked) => {
    expect(met({ fields: { uploads: place(rank) } })).toEqual(unlocked);
  });

  test.each([
    [26, []],
    [25, ["rising-star"]],
    [10, ["rising-star", "chart-topper"]],
    [5, ["rising-star", "chart-topper", "viral-hit"]],
  ])("a track of rank %i of 100 by plays: %j", (rank, unlocked) => {
    expect(met({ fields: { plays: place(rank) } })).toEqual(unlocked);
  });

  test.each([
    [41, 10, []],
    [42, 10, ["metadata-whiz"]],
    [48, 10, ["metadata-whiz", "metadata-maven"]],
    [53, 10, ["metadata-whiz", "metadata-maven"]],
    [54, 10, ["metadata-whiz", "metadata-maven", "metadata-architect"]],
    [4_199_999, 1_000_000, []],
    [4_200_000, 1_000_000, ["metadata-whiz"]],
  ])("%i filled fields over %i tracks: %j", (filledFields, tracks, unlocked) => {
    expect(met(catalogWith({ filledFields, tracks }))).toEqual(unlocked);
  });

  test("genre: a track in its genre's top 10 %", () => {
    expect(met({ fields: { genre: { ...place(10), genre: "trap" } } })).toEqual(["genre-specialist"]);
    expect(met({ fields: { genre: { ...place(11), genre: "trap" } } })).toEqual([]);
  });

  test.each([
    [20, 3, ["genre-master"]],
    [21, 9, []],
    [20, 2, []],
    [10, 5, ["genre-master", "genre-virtuoso"]],
    [10, 4, ["genre-master"]],
    [11, 5, ["genre-master"]],
  ])("rank %i of 100 by diversity with %i genres: %j", (rank, genres, unlocked) => {
    expect(met({ ...catalogWith({ genres }), fields: { diversity: place(rank) } })).toEqual(unlocked);
  });

  test.each([
    [1, 1],
    [9, 1],
    [10, 2],
    [24, 2],
    [25, 3],
    [49, 3],
    [50, 4],
  ])("%i collaborative tracks unlock the first %i of collaboration", (collaborativeTracks, count) => {
    const four = ["collaboration-enthusiast", "team-player", "bridge-builder", "network-spider"];
    expect(met(catalogWith({ collaborativeTracks }))).toEqual(four.slice(0, count));
  });

  test.each([
    [25, 5, ["rising-talent"]],
    [25, 4, []],
    [26, 40, []],
    [15, 10, ["rising-talent", "elite-producer"]],
    [15, 9, ["rising-talent"]],
    [5, 20, ["rising-talent", "elite-producer", "legendary-producer"]],
    [5, 19, ["rising-talent", "elite-producer"]],
    [6, 20, ["rising-talent", "elite-producer"]],
  ])("rank %i of 100 overall with %i tracks: %j", (rank, tracks, unlocked) => {
    expect(met({ ...catalogWith({ tracks }), fields: { overall: place(rank) } })).toEqual(unlocked);
  });

  test("excellence: a track in the top 10 % by composite score", () => {
    expect(met({ fields: { excellence: place(10) } })).toEqual(["track-excellence"]);
    expect(met({ fields: { excellence: place(11) } })).toEqual([]);
  });

  test("milestones of a person: early, highest-earning", () => {
    expect(met({ milestones: { ...nothing.milestones!, earlyAdopter: true } })).toEqual(["early-adopter"]);
    expect(met({ milestones: { ...nothing.milestones!, topBiller: true } })).toEqual(["top-biller"]);
  });

  test.each([
    ["2021-11-30T10:00:00Z", "2022-02-28T09:59:59.999Z", 0],
    ["2021-11-30T10:00:00Z", "2022-02-28T10:00:00Z", 1],
    ["2021-11-30T10:00:00Z", "2022-05-30T10:00:00Z", 2],
    ["2021-11-30T10:00:00Z", "2022-11-30T09:59:59Z", 2],
    ["2021-11-30T10:00:00Z", "2022-11-30T10:00:00Z", 3],
    ["2021-11-30T10:00:00Z", "2023-11-30T10:00:00Z", 4],
    ["2021-11-30T10:00:00Z", "2024-11-30T09:59:59Z", 4],
    ["2021-11-30T10:00:00Z", "2024-11-30T10:00:00Z", 5],
  ])("a profile of %s has on %s the first %i ages", (created, asOf, count) => {
    const milestones = { ...nothing.milestones!, createdAt: Date.parse(created), asOf: Date.parse(asOf) };
    expect(met({ milestones })).toEqual(["rising", "seasoned", "og", "veteran", "legacy"].slice(0, count));
  });

  test("seasons: a track published in each", () => {
    const seasons = ["shadow-regent", "opening-act"] as const;
    expect(met(catalogWith({ seasons }))).toEqual(seasons);
  });
});

describe("how far along", () => {
  test("counts what remains in the field's words", () => {
    expect(progressOf("team-player", catalogWith({ collaborativeTracks: 8 }))).toEqual({
      current: 8,
      target: 10,
      unit: "collaborations",
    });
    expect(progressOf("production-master", { fields: { uploads: place(12) } })).toEqual({
      current: 89,
      target: 92,
      unit: "tracks",
    });
  });

  test("of two conditions shows the one that is still open", () => {
    const fields = { overall: place(40) };
    expect(progressOf("rising-talent", { ...catalogWith({ tracks: 3 }), fields })).toEqual({
      current: 3,
      target: 5,
      unit: "tracks",
    });
    expect(progressOf("rising-talent", { ...catalogWith({ tracks: 5 }), fields })).toEqual({ current: 60, target: 75 });
    const top = { overall: place(1) };
    expect(progressOf("rising-talent", { ...catalogWith({ tracks: 7 }), fields: top })).toMatchObject({
      current: 7,
      target: 5,
    });
  });

  test("of two open conditions shows the one that is further from being reached", () => {
    const few = catalogWith({ tracks: 8 });
    expect(progressOf("elite-producer", { ...few, fields: { overall: place(95) } })).toEqual({
      current: 5,
      target: 85,
    });
    expect(progressOf("elite-producer", { ...few, fields: { overall: place(20) } })).toEqual({
      current: 8,
      target: 10,
      unit: "tracks",
    });
  });

  test("is not known while one of the conditions is not, however near the other is", () => {
    expect(progressOf("elite-producer", catalogWith({ tracks: 9 }))).toEqual({});
    const small = { value: 3, rank: 1, size: 3, cutoffs: {} };
    expect(progressOf("elite-producer", { ...catalogWith({ tracks: 9 }), fields: { overall: small } })).toEqual({
      current: 2,
    });
  });

  test("of several conditions is at the end exactly when each of them is", () => {
    const figure = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
    const target = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined });
    const condition = fc.record({ current: figure, target }).map(
      ({ current, target }): AchievementProgress => ({
        ...(current !== undefined && { current }),
        ...(target !== undefined && { target }),
      }),
    );
    fc.assert(
      fc.property(condition, fc.array(condition, { maxLength: 3 }), (first, others) => {
        expect(isReached(all(first, ...others))).toBe([first, ...others].every(isReached));
      }),
    );
  });

  test("to an age counts the days, the last one until it is over", () => {
    const milestones = { ...nothing.milestones!, createdAt: Date.parse("2024-01-01T12:00:00Z") };
    const on = (instant: string) => progressOf("rising", { milestones: { ...milestones, asOf: Date.parse(instant) } });
    expect(on("2024-01-01T12:00:00Z")).toEqual({ current: 0, target: 91, unit: "days" });
    expect(on("2024-03-31T13:00:00Z")).toEqual({ current: 90, target: 91, unit: "days" });
    expect(on("2024-06-01T00:00:00Z")).toEqual({ current: 91, target: 91, unit: "days" });
  });

  test("is not known for the age of a profile without a creation time", () => {
    const { createdAt: _, ...milestones } = nothing.milestones!;
    expect(progressOf("rising", { milestones })).toEqual({ unit: "days" });
  });
});

describe("what is newly met", () => {
  const snapshot = { ...nothing, ...catalogWith({ collaborativeTracks: 10 }), fields: { uploads: place(50) } };

  test("leaves out what is held: an achievement is unlocked once", () => {
    expect(slugs(newlyMet(snapshot, new Set(["team-player"]), ["event", "refresh"]))).toEqual([
      "track-producer",
      "collaboration-enthusiast",
    ]);
  });

  test("at an event leaves percentiles and ages to the refresh", () => {
    expect(slugs(newlyMet(snapshot, new Set(), ["event"]))).toEqual(["collaboration-enthusiast", "team-player"]);
  });
});
