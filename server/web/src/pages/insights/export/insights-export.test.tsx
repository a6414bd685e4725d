import { createTranslator } from "@beatpass/messages";
import type { Insights } from "@beatpass/shared/contracts";
import { shownInsights } from "@beatpass/ui";
import { sampleInsights } from "@beatpass/ui/testing/sample-insights.ts";
import papa from "papaparse";
import { describe, expect, test } from "vitest";
import { fileName } from "./file-name.ts";
import { insightsSheet } from "./insights-sheet.ts";
import { writeCsv } from "./write-csv.ts";

const t = createTranslator("en");
const sheet = (insights: Insights) => insightsSheet(shownInsights(insights), "en", t);
const rowsNamed = (insights: Insights, section: string, item: string, figure: string) =>
  sheet(insights).filter((row) => row.section === section && row.item === item && row.figure === figure);

describe("the sheet", () => {
  test("has every figure of the page once, unrounded, with both ranges", () => {
    const insights = sampleInsights({ tracks: [{ id: "1", title: "Bus de nuit", artists: [], plays: 20 }] });
    const one = (section: string, item: string, figure: string) => {
      const rows = rowsNamed(insights, section, item, figure);
      expect(rows, `${section} ${item} ${figure}`).toHaveLength(1);
      return rows[0]!.value;
    };
    expect(one("About", "Track", "From")).toBe("2026-11-01");
    expect(one("About", "Track", "Period before, from")).toBe("2026-10-29");
    expect(one("Plays over time", "", "Plays")).toBe(20);
    expect(one("Plays over time", "2026-11-02", "Peak day")).toBe(12);
    expect(one("Plays over time", "2026-11-03", "Plays")).toBe(0);
    expect(one("Plays over time", "2026-10-29", "Plays in the period before")).toBe(0);
    expect(one("Plays over time", "", "Daily average")).toBe(20 / 3);
    expect(one("Engagement", "", "Completion rate (ratio)")).toBe(0.77);
    expect(one("How far listeners get", "Half (40–60%)", "Share (ratio)")).toBe(0.15);
    expect(one("Listen duration per day", "2026-11-01", "Average listen (ms)")).toBe(125_000);
    expect(one("Devices", "Mobile", "Plays")).toBe(20);
    expect(one("Locations", "Canada", "Share (ratio)")).toBe(1);
    expect(one("Top listeners", "Guests", "Plays")).toBe(15);
    expect(one("Most played tracks", "Bus de nuit", "Plays")).toBe(20);
  });

  test("has nothing for a figure that the page shows as missing, never 0", () => {
    const [growth] = rowsNamed(sampleInsights(), "Plays over time", "", "Change against the period before (ratio)");
    expect(growth).toHaveProperty("value", undefined);
    const { plays } = sampleInsights();
    const { previous: _, ...rest } = plays;
    const previousSeries = plays.previousSeries.map((bar) => ({ ...bar, plays: null }));
    const unknown = sampleInsights({ plays: { ...rest, previousSeries } });
    for (const item of ["", "2026-10-29"]) {
      const [before] = rowsNamed(unknown, "Plays over time", item, "Plays in the period before");
      expect(before).toHaveProperty("value", undefined);
    }
  });

  test("leaves out what the page leaves out: more than four platforms, the audience of a quiet period", () => {
    const names = ["web", "iOS", "Android", "Windows", "macOS"];
    const platforms = names.map((name, index) => ({ name, plays: 9 - index, share: 0.1 }));
    const sample = sampleInsights({ platforms });
    const shown = sheet(sample).filter(({ section, figure }) => section === "Platforms" && figure === "Plays");
    expect(shown.map(({ item }) => item)).toEqual(["Web", "iOS", "Android", "Windows"]);
    const quiet = sheet({ ...sample, plays: { ...sample.plays, total: 0 } });
    expect([...new Set(quiet.map(({ section }) => section))]).toEqual(["About", "Plays over time"]);
    expect(quiet.some(({ item }) => item === "2026-11-01")).toBe(false);
  });
});

describe("as CSV", () => {
  const csvOf = async (title: string) => {
    const sample = sampleInsights();
    return writeCsv(sheet({ ...sample, subject: { ...sample.subject, title } }), t);
  };

  test("comes back cell for cell, whatever a title holds", async () => {
    const title = 'Nuit; "l’été", 夜\nand more';
    const text = await csvOf(title);
    expect(text.startsWith("\ufeffSection,Item,Figure,Value\r\n")).toBe(true);
    const { data, errors } = papa.parse<string[]>(text.slice(1));
    expect(errors).toEqual([]);
    expect(data).toContainEqual(["About", "Track", "Title", title]);
    expect(data).toContainEqual(["Plays over time", "2026-11-02", "Plays", "12"]);
    expect(data.every((row) => row.length === 4)).toBe(true);
  });

  test.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "=1\n+2", "\n=1"])(
    "a title such as %j is no formula",
    async (title) => {
      const { data } = papa.parse<string[]>((await csvOf(title)).slice(1));
      expect(data).toContainEqual(["About", "Track", "Title", `'${title}`]);
    },
  );

  test("a negative figure stays a number", async () => {
    const sample = sampleInsights();
    const falling = { ...sample, plays: { ...sample.plays, growthRate: -0.25 } };
    expect(await writeCsv(sheet(falling), t)).toContain("Change against the period before (ratio),-0.25\r\n");
  });
});

test.each([
  ["Bus de nuit", "bus-de-nuit-2026-11-01-2026-11-03.csv"],
  ["../../Été: «夜»", "été-夜-2026-11-01-2026-11-03.csv"],
  ["???", "track-1-2026-11-01-2026-11-03.csv"],
])("the file of %j is %s", (title, name) => {
  const sample = sampleInsights();
  expect(fileName({ ...sample, subject: { ...sample.subject, title } }, "csv")).toBe(name);
});
