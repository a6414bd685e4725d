import { expect, test } from "vitest";
import { aTrack } from "./catalog.fixture.ts";
import { topBilledTracks } from "./top-biller.ts";

const tracks = ["a", "b", "c"].map((id) => aTrack({ id }));

test("the highest-earning track is the one with the most money, all of equals", () => {
  const cad = (trackId: string, amount: number) => ({ trackId, currency: "cad", amount });
  expect(topBilledTracks(tracks, [cad("a", 500), cad("b", 1999), cad("c", 1999)])).toEqual(new Set(["b", "c"]));
});

test("currencies are not compared with each other", () => {
  const sales = [
    { trackId: "a", currency: "cad", amount: 500 },
    { trackId: "b", currency: "jpy", amount: 90_000 },
  ];
  expect(topBilledTracks(tracks, sales)).toEqual(new Set(["a", "b"]));
});

test("without a sale, or with refunds alone, no track is the highest-earning one", () => {
  expect(topBilledTracks(tracks, [])).toEqual(new Set());
  expect(topBilledTracks(tracks, [{ trackId: "a", currency: "cad", amount: 0 }])).toEqual(new Set());
});

test("a track that is gone leaves the place to the next", () => {
  const sales = [
    { trackId: "gone", currency: "cad", amount: 900 },
    { trackId: "a", currency: "cad", amount: 500 },
  ];
  expect(topBilledTracks(tracks, sales)).toEqual(new Set(["a"]));
});
