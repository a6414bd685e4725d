import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeAll, expect, test } from "vitest";
import { drawNowhere } from "../testing/draw-nowhere.ts";
import { sampleInsights } from "../testing/sample-insights.ts";
import { PlaysChart } from "./plays-chart.tsx";

beforeAll(drawNowhere);
afterEach(cleanup);

test("bars that are not known are told as such, beside those of 0", () => {
  const { plays, range, previousRange } = sampleInsights();
  const previousSeries = plays.previousSeries.map((bar, index) => (index < 2 ? { ...bar, plays: null } : bar));
  render(<PlaysChart {...plays} {...{ range, previousRange, previousSeries }} locale="en" />);
  const before = screen.getAllByRole("row").map((row) => row.lastElementChild!.textContent);
  expect(before.slice(1)).toEqual(["–", "–", "0"]);
  expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toBe("0 plays, Nov 3, 0 plays before (Oct 31)");
});
