import { expect, test } from "vitest";
import { quietUntil } from "./quiet-hours.ts";

const night = { from: "22:00", to: "07:30" };
const until = (timeZone: string, at: string, quietHours: typeof night | null = night) => {
  const end = quietUntil({ timeZone, quietHours }, Date.parse(at));
  return end === undefined ? undefined : new Date(end).toISOString();
};

test.each([
  ["before midnight", "UTC", "2026-11-23T22:00:30Z", "2026-11-24T07:30:00.000Z"],
  ["after midnight", "UTC", "2026-11-24T07:29:59Z", "2026-11-24T07:30:00.000Z"],
  ["in the community's own time", "America/Toronto", "2026-11-24T04:00:00Z", "2026-11-24T12:30:00.000Z"],
  ["through a night an hour longer", "Europe/Paris", "2026-10-24T21:00:00Z", "2026-10-25T06:30:00.000Z"],
  ["through a night an hour shorter", "Europe/Paris", "2026-03-28T22:00:00Z", "2026-03-29T05:30:00.000Z"],
])("quiet hours are on %s", (_when, timeZone, at, end) => {
  expect(until(timeZone, at)).toBe(end);
});

test("they end with the hour that a clock leaves out, where they end within it", () => {
  const toHalfPastTwo = { from: "22:00", to: "02:30" };
  expect(until("Europe/Paris", "2026-03-28T22:00:00Z", toHalfPastTwo)).toBe("2026-03-29T01:00:00.000Z");
});

test.each([
  ["Europe/Paris", "2026-03-28"],
  ["Europe/Paris", "2026-10-24"],
  ["America/Toronto", "2026-03-07"],
  ["America/Toronto", "2026-10-31"],
  // Its clocks change at midnight.
  ["America/Havana", "2026-03-07"],
  ["America/Havana", "2026-10-31"],
  // By half an hour.
  ["Australia/Lord_Howe", "2026-04-04"],
  ["Australia/Lord_Howe", "2026-10-03"],
  // Never.
  ["Asia/Kathmandu", "2026-03-28"],
])("they end at the first instant that is not quiet in %s on the nights after %s", (timeZone, day) => {
  const step = 15 * 60_000;
  const instants = Array.from({ length: (2 * 86_400_000) / step }, (_, n) => Date.parse(day) + n * step);
  for (const hours of ["22:00-02:30", "23:30-00:30", "22:00-07:30", "02:00-03:00", "01:30-02:00", "12:00-11:30"]) {
    const [from, to] = hours.split("-") as [string, string];
    const ends = instants.map((at) => quietUntil({ timeZone, quietHours: { from, to } }, at));
    const lastLoud = ends.lastIndexOf(undefined);
    for (const [index, end] of ends.slice(0, lastLoud).entries()) {
      if (end === undefined) continue;
      expect(end, `${hours}, asked at ${instants[index]}`).toBe(instants[ends.indexOf(undefined, index)]);
    }
  }
});

test("they are off outside, from the very minute they end, and where there are none", () => {
  expect(until("UTC", "2026-11-24T07:30:00Z")).toBeUndefined();
  expect(until("UTC", "2026-11-24T21:59:59Z")).toBeUndefined();
  expect(until("UTC", "2026-11-24T23:00:00Z", null)).toBeUndefined();
  expect(until("UTC", "2026-11-24T12:30:00Z", { from: "12:00", to: "13:00" })).toBe("2026-11-24T13:00:00.000Z");
});
