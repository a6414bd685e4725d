import type { TrackRow } from "@beatpass/shared/contracts";
import { expect, test } from "vitest";
import { firstOrder, sortTracks } from "./sort-tracks.ts";

const track = (title: string, plays: number, more: Partial<TrackRow> = {}): TrackRow => ({
  id: title,
  title,
  artists: [{ id: "1", name: "Kaya Noir" }],
  plays,
  plays30d: 0,
  previousPlays30d: 0,
  series30d: [],
  metadataFilled: 6,
  missingMetadata: [],
  ...more,
});

const tracks = [
  track("Track 10", 5, { plays30d: 1, metadataFilled: 2, publishedAt: "2026-03-01T00:00:00Z", growthRate: 0.2 }),
  track("Été indien", 7, { album: "Côte Ouest", publishedAt: "2026-01-01T00:00:00Z" }),
  track("Track 9", 9, {
    plays30d: 3,
    growthRate: 0.5,
    artists: [{ id: "2", name: "Zoë & the Århus Tape Machine Orchestra" }],
  }),
];
const titles = (typed: string, order = firstOrder("title")) =>
  sortTracks(tracks, order, typed, "en").map(({ title }) => title);

test("tracks are sorted as people read: names by number, figures from the largest, metadata from the emptiest", () => {
  expect(titles("")).toEqual(["Été indien", "Track 9", "Track 10"]);
  expect(titles("", firstOrder("plays"))).toEqual(["Track 9", "Été indien", "Track 10"]);
  expect(titles("", firstOrder("plays30d"))).toEqual(["Track 9", "Track 10", "Été indien"]);
  expect(titles("", firstOrder("metadata"))[0]).toBe("Track 10");
  expect(titles("", firstOrder("publishedAt"))).toEqual(["Track 10", "Été indien", "Track 9"]);
  expect(titles("", firstOrder("growthRate"))).toEqual(["Track 9", "Track 10", "Été indien"]);
  expect(titles("", { by: "title", ascending: false })).toEqual(["Track 10", "Track 9", "Été indien"]);
});

test("a search looks at title, artists and album, accents and case aside", () => {
  expect(titles("ete")).toEqual(["Été indien"]);
  expect(titles(" COTE ")).toEqual(["Été indien"]);
  expect(titles("zoe")).toEqual(["Track 9"]);
  expect(titles("track")).toEqual(["Track 9", "Track 10"]);
  expect(titles("nobody")).toEqual([]);
});

test("sorting leaves the list as it was", () => {
  titles("");
  expect(tracks.map(({ title }) => title)).toEqual(["Track 10", "Été indien", "Track 9"]);
});
