import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { LanguageProvider } from "../settings/language.tsx";
import { Growth, RecentPlays } from "./trend.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

test.each([
  ["are not known", {}, "The 30 days before are not known"],
  ["have no play", { previousPlays30d: 0 }, "No plays in the 30 days before to compare with"],
])("growth is a dash with its reason where the 30 days before %s", (_, before, reason) => {
  render(
    <LanguageProvider>
      <Growth recent={{ plays30d: 4, series30d: [4], ...before }} />
    </LanguageProvider>,
  );
  expect(screen.getByTitle(reason).textContent).toBe(`–${reason}`);
});

test("the line has a point for each day whose plays its sum counts, today among them, whose stretch is another line", () => {
  render(
    <LanguageProvider>
      <RecentPlays recent={{ plays30d: 6, series30d: [1, 2, 3] }} />
    </LanguageProvider>,
  );
  const [days, today] = [...screen.getByRole("img").querySelectorAll("polyline")].map((line) =>
    line.getAttribute("points")!.split(" "),
  );
  // The way to today is a line of its own.
  expect([days!.length, today!.length]).toEqual([2, 2]);
  expect(today![0]).toBe(days!.at(-1));
});
