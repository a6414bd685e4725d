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

test("they are off outside, from the very minute they end, and where there are none", () => {
  expect(until("UTC", "2026-11-24T07:30:00Z")).toBeUndefined();
  expect(until("UTC", "2026-11-24T21:59:59Z")).toBeUndefined();
  expect(until("UTC", "2026-11-24T23:00:00Z", null)).toBeUndefined();
  expect(until("UTC", "2026-11-24T12:30:00Z", { from: "12:00", to: "13:00" })).toBe("2026-11-24T13:00:00.000Z");
});
