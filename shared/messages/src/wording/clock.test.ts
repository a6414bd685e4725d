import { expect, test } from "vitest";
import { clockText, momentText } from "./clock.ts";

const evening = new Date("2026-11-01T22:05:40Z");

test("a time of day has one form in each language, on a clock of 24 hours", () => {
  expect(clockText(evening, "en", "UTC")).toBe("22:05");
  expect(clockText(evening, "fr", "UTC")).toBe("22\u00a0h\u00a005");
  expect(clockText(new Date("2026-11-02T00:05:00Z"), "en", "UTC")).toBe("00:05");
  expect(clockText(evening, "en", "America/Toronto")).toBe("17:05");
});

test("a moment is its date with that time", () => {
  expect(momentText(evening, "en", { timeZone: "UTC" })).toBe("November 1, 2026, 22:05");
  expect(momentText(evening, "fr", { timeZone: "UTC" })).toBe("1er novembre 2026 à 22\u00a0h\u00a005");
  expect(momentText(evening, "en", { dateStyle: "medium", timeZone: "UTC" })).toBe("Nov 1, 2026, 22:05");
});
