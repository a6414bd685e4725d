import { describe, expect, test } from "vitest";
import { type ChosenRange, datesOf, readRange, writeRange } from "./range.ts";
import { subjectOf } from "./subject-of.ts";

const known = { asOf: "2026-11-23T23:30:00Z", firstPlayOn: "2024-02-03" };

describe("the range in an insights page's address", () => {
  test.each<[string, ChosenRange]>([
    ["", { preset: "year" }],
    ["?range=30d", { preset: "30d" }],
    ["?range=all&x=1", { preset: "all" }],
    ["?from=2026-01-05&to=2026-02-01", { preset: "custom", from: "2026-01-05", to: "2026-02-01" }],
    ["?from=2026-02-01&to=2026-02-01", { preset: "custom", from: "2026-02-01", to: "2026-02-01" }],
  ])("%j asks for its range, and its range gives it back", (search, range) => {
    expect(readRange(search)).toEqual(range);
    expect(readRange(writeRange(range))).toEqual(range);
  });

  test.each([
    "?range=fortnight",
    "?range=",
    "?from=2026-02-01",
    "?to=2026-02-01",
    "?from=2026-02-02&to=2026-02-01",
    "?from=2026-02-30&to=2026-03-01",
    "?from=yesterday&to=today",
  ])("%j makes no sense and is this year", (search) => {
    expect(readRange(search)).toEqual({ preset: "year" });
  });

  test("a preset's days end with the server's today, whatever this machine's clock says", () => {
    expect(datesOf({ preset: "7d" }, known)).toEqual({ from: "2026-11-17", to: "2026-11-23" });
    expect(datesOf({ preset: "month" }, known)).toEqual({ from: "2026-11-01", to: "2026-11-23" });
    expect(datesOf({ preset: "90d" }, known)).toEqual({ from: "2026-08-26", to: "2026-11-23" });
  });

  test("all time begins with the first play, and is today alone where there is none", () => {
    expect(datesOf({ preset: "all" }, known)).toEqual({ from: "2024-02-03", to: "2026-11-23" });
    expect(datesOf({ preset: "all" }, { asOf: known.asOf })).toEqual({ from: "2026-11-23", to: "2026-11-23" });
  });

  test("a preset waits for the server's day; this year and one's own dates need not", () => {
    expect(datesOf({ preset: "30d" }, undefined)).toBeUndefined();
    expect(datesOf({ preset: "year" }, undefined)).toEqual({});
    expect(datesOf({ preset: "custom", from: "2026-01-01", to: "2026-01-02" }, undefined)).toEqual({
      from: "2026-01-01",
      to: "2026-01-02",
    });
  });
});

test.each([
  ["/backstage/tracks/8000000001/insights", { kind: "track", id: "8000000001" }],
  ["/backstage/tracks/a%20b%2Fc/insights/", { kind: "track", id: "a b/c" }],
  ["/backstage/albums/100%25/insights", { kind: "album", id: "100%" }],
  ["/backstage/artists/%E0%A4%A/insights", { kind: "artist", id: "%E0%A4%A" }],
  ["/backstage/playlists/1/insights", undefined],
  ["/backstage/tracks/insights", undefined],
])("%s is about %j", (pathname, subject) => {
  expect(subjectOf(pathname)).toEqual(subject);
});
