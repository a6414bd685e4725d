import { createTranslator } from "@beatpass/messages";
import { expect, test } from "vitest";
import { movementWords } from "./movement-words.ts";

const now = new Date("2026-11-23T22:50:00Z");
const told = (places: number, comparedWith?: string, locale: "en" | "fr" = "en") =>
  movementWords(places, comparedWith, { t: createTranslator(locale), locale, now, timeZone: "UTC" });

test("a movement names the refresh that it compares with, as far as it is known", () => {
  expect(told(0, "2026-11-23T22:18:00Z")).toBe("unchanged since the refresh before, 22:18");
  expect(told(3, "2026-11-22T22:18:00Z")).toBe("up 3 since the refresh before, yesterday 22:18");
  expect(told(-2)).toBe("down 2 since the refresh before");
  expect(told(0, "2026-11-23T22:18:00Z", "fr")).toBe("stable depuis la mise à jour d’avant, 22\u00a0h\u00a018");
});
