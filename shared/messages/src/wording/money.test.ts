import { expect, test } from "vitest";
import { moneyText } from "./money.ts";

test.each([
  [1250, "usd", "en", "$12.50"],
  [1250, "eur", "fr", "12,50\u00a0€"],
  [-1000, "usd", "en", "−$10.00"],
  [-1000, "eur", "fr", "−10,00\u00a0€"],
  [1250, "jpy", "en", "¥1,250"],
  [1250, "kwd", "en", "KWD\u00a01.250"],
  [125_000, "isk", "en", "ISK\u00a01,250"],
  [125_000, "ugx", "en", "UGX\u00a01,250"],
  [125_000, "huf", "en", "HUF\u00a01,250.00"],
  [-125_050, "idr", "en", "−IDR\u00a01,250.50"],
  [1250, "mga", "en", "MGA\u00a01,250"],
  [1250, "JPY", "en", "¥1,250"],
] as const)("%i of the minor unit of %s is written for %s as %s", (amount, currency, locale, text) => {
  expect(moneyText(amount, currency, locale)).toBe(text);
});
