import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { StaleNote } from "./notes.tsx";

afterEach(cleanup);

test.each([
  ["2026-11-23T12:00:30Z", "en", "Last known figures, from less than a minute ago."],
  ["2026-11-23T12:00:30Z", "fr", "Derniers chiffres connus\u00a0: il y a moins d’une minute."],
  ["2026-11-23T12:05:00Z", "en", "Last known figures, from 5 minutes ago."],
] as const)("figures that could not be read anew are never of now (%s, %s)", (now, locale, words) => {
  render(<StaleNote asOf="2026-11-23T12:00:00Z" locale={locale} now={new Date(now)} onRetry={() => undefined} />);
  expect(screen.getByRole("status").textContent).toContain(words);
});
