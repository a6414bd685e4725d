import { expect, test } from "vitest";
import { timeZoneGroups, timeZoneWords } from "./time-zones.ts";

test("zones are grouped by region, and the one that is set is there though the browser does not list it", () => {
  const groups = timeZoneGroups("Europe/Kyiv", ["UTC", "Europe/Paris", "America/Argentina/Buenos_Aires"]);
  expect(groups).toEqual([
    { region: "America", names: ["America/Argentina/Buenos_Aires"] },
    { region: "Europe", names: ["Europe/Kyiv", "Europe/Paris"] },
    { region: "UTC", names: ["UTC"] },
  ]);
});

test("a zone reads without its underscores", () => {
  expect(timeZoneWords("America/Argentina/Buenos_Aires")).toBe("America/Argentina/Buenos Aires");
});
