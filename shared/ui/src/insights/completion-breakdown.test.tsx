import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { CompletionBreakdown } from "./completion-breakdown.tsx";

test("every band has its count and share, and an empty band draws no part", () => {
  const breakdown = { completed: 6, mostly: 0, half: 2, partial: 1, skipped: 1 };
  const { container } = render(<CompletionBreakdown breakdown={breakdown} locale="en" />);
  const rows = [...container.querySelectorAll("li")].map((row) => row.textContent);
  expect(rows).toEqual([
    "Completed (80% or more)660%",
    "Mostly (60–80%)00%",
    "Half (40–60%)220%",
    "Partly (20–40%)110%",
    "Skipped (under 20%)110%",
  ]);
  expect(container.querySelectorAll(".bp-stack-part")).toHaveLength(4);
});
