import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LanguageProvider } from "../settings/language.tsx";
import { PageBoundary } from "./page-boundary.tsx";

let answers: boolean[];
const reload = vi.spyOn(location, "reload").mockImplementation(() => {});

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockClear();
  vi.stubGlobal("fetch", async () => {
    if (answers.shift() ?? true) return new Response("{}");
    throw new TypeError("Failed to fetch");
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Broken(): never {
  throw new TypeError("Failed to fetch dynamically imported module");
}
const openBroken = () =>
  render(
    <LanguageProvider>
      <PageBoundary>
        <Broken />
      </PageBoundary>
    </LanguageProvider>,
  );

test("a page whose script could not be loaded loads anew once the server answers again", async () => {
  answers = [false, false, true];
  openBroken();
  expect(screen.getByRole("alert")).toBeTruthy();
  await vi.advanceTimersByTimeAsync(3000);
  expect(reload).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(3000);
  expect(reload).toHaveBeenCalledOnce();
});

test("a page that is broken while the server answers does not load for ever", async () => {
  answers = [];
  openBroken();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reload).not.toHaveBeenCalled();
});
