import type { Engagement } from "@beatpass/shared/contracts";
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeAll, expect, test } from "vitest";
import { drawNowhere } from "../testing/draw-nowhere.ts";
import { ListenChart } from "./listen-chart.tsx";

beforeAll(drawNowhere);
afterEach(cleanup);

test("the axis has every day of the range; one without listen times is a gap at its place", () => {
  const day = { plays: 2, averageListenMs: 60_000, completionRate: 0.75 };
  const series: Engagement["series"] = [
    { date: "2026-11-01", ...day },
    { date: "2026-11-02", plays: 0 },
    { date: "2026-11-03", ...day },
  ];
  render(<ListenChart series={series} locale="en" />);
  const chart = screen.getByRole("slider");
  expect(chart.getAttribute("aria-valuemax")).toBe("3");
  const told = ["Home", "ArrowRight", "ArrowRight"].map((key) => {
    fireEvent.keyDown(chart, { key });
    return chart.getAttribute("aria-valuetext");
  });
  expect(told).toEqual([
    "Nov 1, 1:00 on average, 75% completion",
    "Nov 2, no listen times",
    "Nov 3, 1:00 on average, 75% completion",
  ]);
});
