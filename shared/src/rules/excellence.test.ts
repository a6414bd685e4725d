import { expect, test } from "vitest";
import { aTrack } from "./catalog.fixture.ts";
import { excellenceScores } from "./excellence.ts";

const score = (tracks: Parameters<typeof aTrack>[0][]) => [...excellenceScores(tracks.map(aTrack))];

test("is the mean of four percentile ranks, each the share of the field with a strictly lower value", () => {
  const scores = score([
    { plays: 4, qualityScore: 77, downloads: 2, filledFields: 6 },
    { plays: 3, qualityScore: 77, downloads: 0, filledFields: 6 },
    { plays: 2, qualityScore: 50, downloads: 0, filledFields: 6 },
    { plays: 1, qualityScore: 60, downloads: 0, filledFields: 6 },
  ]);
  // Below the first: 3 by plays, 2 by quality, 3 by downloads, 0 by metadata, of 4 each.
  expect(scores).toEqual([8 / 16, 4 / 16, 1 / 16, 1 / 16]);
});

test("counts a missing quality score as 0", () => {
  const [missing, lowest] = score([
    { plays: 1, qualityScore: null },
    { plays: 1, qualityScore: 10 },
  ]);
  expect([missing, lowest]).toEqual([0, 1 / 8]);
});

test("is for tracks with a play alone: others have none and are in nobody's way", () => {
  expect(score([{ plays: 1 }, { plays: 0, downloads: 9, filledFields: 6 }])).toEqual([0, Number.NaN]);
});
