import { describe, expect, test } from "vitest";
import { uploadSeason } from "./upload-seasons.ts";

const seasonAt = (instant: string, timeZone?: string | null) => uploadSeason(Date.parse(instant), timeZone);

describe("seasons of a publication", () => {
  test.each([
    ["2024-10-29T23:59:59Z", undefined],
    ["2024-10-30T00:00:00Z", "shadow-regent"],
    ["2024-11-01T23:59:59Z", "shadow-regent"],
    ["2024-11-02T00:00:00Z", undefined],
    ["2024-12-22T23:59:59Z", undefined],
    ["2024-12-23T00:00:00Z", "santas-helper"],
    ["2024-12-26T23:59:59Z", "santas-helper"],
    ["2024-12-27T00:00:00Z", undefined],
    ["2024-12-30T23:59:59Z", undefined],
    ["2024-12-31T00:00:00Z", "opening-act"],
    ["2025-01-01T12:00:00Z", "opening-act"],
    ["2025-01-02T23:59:59Z", "opening-act"],
    ["2025-01-03T00:00:00Z", undefined],
    ["2025-02-12T23:59:59Z", undefined],
    ["2025-02-13T00:00:00Z", "lover-boy"],
    ["2025-02-15T23:59:59Z", "lover-boy"],
    ["2025-02-16T00:00:00Z", undefined],
    ["2025-07-01T00:00:00Z", undefined],
  ])("%s is %s", (instant, season) => {
    expect(seasonAt(instant)).toBe(season);
  });

  test("follow the producer's own calendar", () => {
    expect(seasonAt("2024-10-30T02:00:00Z", "America/Toronto")).toBeUndefined();
    expect(seasonAt("2024-11-02T02:00:00Z", "America/Toronto")).toBe("shadow-regent");
    expect(seasonAt("2024-12-30T11:00:00Z", "Pacific/Kiritimati")).toBe("opening-act");
    expect(seasonAt("2025-02-16T11:30:00Z", "Pacific/Pago_Pago")).toBeUndefined();
    expect(seasonAt("2025-02-16T10:30:00Z", "Pacific/Pago_Pago")).toBe("lover-boy");
  });

  test("follow UTC where the zone is unknown", () => {
    expect(seasonAt("2024-10-30T02:00:00Z", null)).toBe("shadow-regent");
    expect(seasonAt("2024-10-30T02:00:00Z", "Mars/Olympus_Mons")).toBe("shadow-regent");
  });
});
