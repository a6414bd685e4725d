import { cleanup, render, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { sampleInsights } from "../testing/sample-insights.ts";
import { InsightsView } from "./insights-view.tsx";

afterEach(cleanup);

/** A panel by its title, which may be the name of a metric with its explanation. */
const findPanel = (title: string): HTMLElement | undefined =>
  screen
    .getAllByRole("heading")
    .find(({ textContent }) => textContent === title)
    ?.closest("section") ?? undefined;
const panel = (title: string): HTMLElement => findPanel(title)!;
/** The label and value of every figure in a panel. */
const figures = (root: HTMLElement): Record<string, string> =>
  Object.fromEntries(
    [...root.querySelectorAll("dl")].map((figure) => [
      figure.querySelector("dt")!.textContent!,
      figure.querySelector(".bp-figure-value")!.textContent!,
    ]),
  );

test("a period without one before shows why there is no growth, not a growth of zero", () => {
  render(<InsightsView insights={sampleInsights()} locale="en" />);
  const plays = panel("Plays over time");
  expect(figures(plays)).toMatchObject({ Plays: "20", "Daily average": "6.7", "Peak day": "Nov 2" });
  expect(plays.textContent).toContain("no plays in Oct 29\u2009–\u200931, 2026 to compare with");
  expect(plays.querySelector(".bp-figure-change")).toBeNull();
});

test("where daily figures begin too late to compare with, the figures say so, not that there were no plays", () => {
  const hints = (date: string) => {
    render(<InsightsView insights={sampleInsights({ historyStart: { date, plays: 5000 } })} locale="en" />);
    const texts = [...panel("Plays over time").querySelectorAll(".bp-figure-hint")].map((hint) => hint.textContent);
    cleanup();
    return texts.slice(0, 2);
  };
  const noPlays = "no plays in Oct 29\u2009–\u200931, 2026 to compare with";
  const tooEarly = "Too early for a trend. Two full weeks are enough.";
  expect(hints("2026-10-28")).toEqual([noPlays, tooEarly]);
  expect(hints("2026-10-29")).toEqual(["no comparison: daily figures start on Oct 29, 2026", tooEarly]);
  expect(hints("2026-11-01")).toEqual(Array(2).fill("no comparison: daily figures start on Nov 1, 2026"));
});

test("a single day has no trend for being one", () => {
  const range = { from: "2026-11-02", to: "2026-11-02" };
  render(<InsightsView insights={sampleInsights({ range })} locale="en" />);
  expect(panel("Plays over time").textContent).toContain("a single day has no halves");
});

test("engagement says score, rating and badge as they came", () => {
  render(<InsightsView insights={sampleInsights()} locale="en" />);
  const engagement = panel("Engagement");
  expect(figures(engagement)).toEqual({
    "Average listen": "2:05",
    "Completion rate": "77%",
    "Completed listens": "10",
    "Total listen time": "41:40",
    "Quality score": "77",
  });
  expect(within(engagement).getByText("Good engagement")).toBeTruthy();
  expect(engagement.textContent).toContain("Listeners stay with this track");
});

test("plays without listen times show a dash with the reason, never 0", () => {
  const none = {
    plays: 0,
    totalListenMs: 0,
    completedListens: 0,
    breakdown: { completed: 0, mostly: 0, half: 0, partial: 0, skipped: 0 },
    series: [],
  };
  render(<InsightsView insights={sampleInsights({ engagement: none })} locale="en" />);
  const engagement = panel("Engagement");
  for (const value of Object.values(figures(engagement))) expect(value).toBe("–no listen times for these plays");
  expect(findPanel("How far listeners get")).toBeUndefined();
});

test("plays of which only some have listen times say so", () => {
  const sample = sampleInsights();
  render(<InsightsView insights={{ ...sample, engagement: { ...sample.engagement!, plays: 12 } }} locale="en" />);
  expect(panel("Engagement").textContent).toContain("Based on 12 of 20 plays");
});

test("a quiet period names the last play and offers to widen the range", () => {
  const sample = sampleInsights();
  let widened = 0;
  const quiet = { ...sample, plays: { ...sample.plays, total: 0, previous: 0 } };
  render(<InsightsView insights={quiet} locale="en" onRangeWiden={() => widened++} />);
  expect(screen.getByText("The last one was on Nov 2, 2026.")).toBeTruthy();
  screen.getByRole("button", { name: "Show all time" }).click();
  expect(widened).toBe(1);
  expect(findPanel("Engagement")).toBeUndefined();
});

test("what was played before its daily figures began is not told never played", () => {
  const { lastPlayOn: _, ...sample } = sampleInsights();
  const unplayed = { ...sample, plays: { ...sample.plays, total: 0, previous: 0 } };
  const { rerender } = render(<InsightsView insights={unplayed} locale="en" />);
  expect(screen.queryByText(/^No plays yet/)).toBeTruthy();
  const historyStart = { date: sample.range.to, plays: 31 };
  rerender(<InsightsView insights={{ ...unplayed, historyStart }} locale="en" />);
  expect(screen.queryByText(/^No plays yet/)).toBeNull();
  expect(screen.getByText(/The 31 plays before it count in your totals/)).toBeTruthy();
});

test("guests are one row, in the reader's language", () => {
  render(<InsightsView insights={sampleInsights()} locale="fr" />);
  const rows = [...panel("Qui écoute le plus").querySelectorAll("li")].map((row) => row.textContent);
  expect(rows).toEqual(["Compte AB12CD525\u202f%", "Sans compte1575\u202f%"]);
});

test("a public name is shown as it is, whatever it is", () => {
  const share = { plays: 5, share: 0.25 };
  const listeners = [
    { listenerId: "7", name: "guests", ...share },
    { listenerId: "8", name: "Listener ABC123", ...share },
  ];
  render(<InsightsView insights={sampleInsights({ listeners })} locale="fr" />);
  const rows = [...panel("Qui écoute le plus").querySelectorAll("li")].map((row) => row.textContent);
  expect(rows).toEqual(["guests525\u202f%", "Listener ABC123525\u202f%"]);
});

test("albums and artists have no engagement section but their most played tracks", () => {
  const { engagement: _, ...rest } = sampleInsights();
  const tracks = [{ id: "1", title: "Bus de nuit", artists: [{ id: "2", name: "Kaya Noir" }], plays: 20 }];
  render(<InsightsView insights={{ ...rest, tracks }} locale="en" />);
  expect(findPanel("Engagement")).toBeUndefined();
  expect(panel("Most played tracks").textContent).toBe("Most played tracksBus de nuit Kaya Noir20");
});
