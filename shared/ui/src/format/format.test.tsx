import { expect, test } from "vitest";
import {
  countryFlag,
  countryName,
  formatChange,
  formatCount,
  formatDay,
  formatDuration,
  formatPercent,
  formatRange,
  formatRise,
} from "./index.ts";

test("figures shorten from ten thousand on", () => {
  expect(formatCount(9999, "en")).toBe("9,999");
  expect(formatCount(12_431, "en")).toBe("12.4K");
  expect(formatCount(12_431, "fr")).toBe("12,4\u00a0k");
});

test("percentages lose their decimal from 10 % on, and French keeps its narrow space", () => {
  expect(formatPercent(0.0345, "en")).toBe("3.5%");
  expect(formatPercent(0.345, "en")).toBe("35%");
  expect(formatPercent(0.345, "fr")).toBe("35\u202f%");
});

test("a change carries its sign; none has none", () => {
  expect(formatChange(0.12, "en")).toBe("+12%");
  expect(formatChange(-0.034, "en")).toBe("−3.4%");
  expect(formatChange(0, "en")).toBe("0%");
});

test("from ten times on a change is a multiple", () => {
  expect(formatRise(8.99, "en")).toBe("+899%");
  expect(formatRise(9, "en")).toBe("×10");
  expect(formatRise(177.2, "fr")).toBe("×\u00a0178");
  expect(formatRise(-0.5, "en")).toBe("−50%");
});

test("durations are minutes and seconds below an hour, hours above", () => {
  expect(formatDuration(0, "en")).toBe("0:00");
  expect(formatDuration(125_400, "en")).toBe("2:05");
  expect(formatDuration(3_600_000, "en")).toBe("1 h 00 min");
  expect(formatDuration(12_000_000, "en")).toBe("3 h 20 min");
  expect(formatDuration(81_700_000, "en")).toBe("23 h");
});

test("a range says once what both ends share", () => {
  expect(formatRange({ from: "2026-11-03", to: "2026-11-09" }, "en")).toBe("Nov 3\u2009–\u20099, 2026");
});

test("French calls the first day of a month “1er”", () => {
  expect(formatDay("2026-06-01", "fr")).toBe("1er juin");
  expect(formatRange({ from: "2026-06-01", to: "2026-06-07" }, "fr")).toBe("1er–7 juin 2026");
});

test("countries have a name and a flag; a code nobody knows stays itself", () => {
  expect(countryName("SN", "fr")).toBe("Sénégal");
  expect(countryFlag("CA")).toBe("🇨🇦");
  expect(countryFlag("?")).toBe("");
});
