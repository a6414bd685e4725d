import { afterEach, expect, test } from "vitest";
import { startLanguage } from "./language.tsx";

afterEach(() => localStorage.clear());

test.each([
  [["fr-CA", "en"], "fr"],
  [["de-DE", "fr", "en"], "fr"],
  [["EN-us"], "en"],
  [["ja"], "en"],
  [[], "en"],
] as const)("a browser that asks for %j reads %s", (wanted, locale) => {
  expect(startLanguage(wanted)).toBe(locale);
});

test("what was chosen here counts more than what the browser asks for", () => {
  localStorage.setItem("beatpass.language", "fr");
  expect(startLanguage(["en"])).toBe("fr");
  localStorage.setItem("beatpass.language", "tlh");
  expect(startLanguage(["en"])).toBe("en");
});
