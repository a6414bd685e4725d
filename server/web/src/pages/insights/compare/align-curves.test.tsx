import { expect, test } from "vitest";
import { daysShown, milestonesOf, valuesOf } from "./align-curves.ts";

const curve = (title: string, days: number, perDay: number) => ({ title, plays: Array<number>(days).fill(perDay) });

test("plays are drawn day by day or added up", () => {
  const track = { title: "t", plays: [3, 0, 2] };
  expect(valuesOf(track, "daily")).toEqual([3, 0, 2]);
  expect(valuesOf(track, "cumulative")).toEqual([3, 3, 5]);
});

test("days before daily figures began are unknown, not 0; what was played by then counts from there on", () => {
  const track = { title: "t", plays: [null, null, 2, 1], opening: 40 };
  expect(valuesOf(track, "daily")).toEqual([null, null, 2, 1]);
  expect(valuesOf(track, "cumulative")).toEqual([null, null, 42, 43]);
});

test("the curves go as far as both have come, or over the whole life of the older one", () => {
  const curves = [curve("old", 400, 1), curve("new", 12, 1)];
  expect(daysShown(curves, "both")).toBe(12);
  expect(daysShown(curves, "all")).toBe(400);
});

test("side by side they have the same age; one that is not that old yet has no figure, and today no difference", () => {
  expect(milestonesOf([curve("old", 40, 2), curve("new", 12, 5)])).toEqual([
    { days: 7, plays: [14, 35], difference: 21 },
    { days: 30, plays: [60, undefined] },
    { plays: [80, 60] },
  ]);
});

test("a track is a week old once seven days have passed", () => {
  expect(milestonesOf([curve("a", 7, 1), curve("b", 7, 1)]).map(({ days }) => days)).toEqual([undefined]);
  expect(milestonesOf([curve("a", 8, 1), curve("b", 8, 1)]).map(({ days }) => days)).toEqual([7, undefined]);
});
