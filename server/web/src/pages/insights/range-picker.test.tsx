import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { LanguageProvider } from "../../settings/language.tsx";
import type { ChosenRange } from "./range.ts";
import { RangePicker } from "./range-picker.tsx";

afterEach(cleanup);

const shown = { from: "2026-01-01", to: "2026-11-23" };

function show(range: ChosenRange): ChosenRange[] {
  const picked: ChosenRange[] = [];
  render(
    <LanguageProvider>
      <RangePicker range={range} shown={shown} today="2026-11-23" onPick={(one) => picked.push(one)} />
    </LanguageProvider>,
  );
  return picked;
}

test("one's own dates begin with those on the page", () => {
  const picked = show({ preset: "year" });
  fireEvent.click(screen.getByRole("button", { name: "Dates" }));
  expect(picked).toEqual([{ preset: "custom", ...shown }]);
});

test("dates that run backwards are told and asked of nobody", () => {
  const picked = show({ preset: "custom", ...shown });
  fireEvent.change(screen.getByLabelText("From"), { target: { value: "2026-11-30" } });
  expect(screen.getByRole("alert").textContent).toBe("The first date lies after the last.");
  expect(picked).toEqual([]);
  fireEvent.change(screen.getByLabelText("From"), { target: { value: "2026-11-20" } });
  expect(screen.queryByRole("alert")).toBeNull();
  expect(picked).toEqual([{ preset: "custom", from: "2026-11-20", to: "2026-11-23" }]);
});
