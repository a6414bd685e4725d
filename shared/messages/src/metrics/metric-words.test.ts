import { LOCALES } from "@beatpass/shared/contracts";
import { METRICS } from "@beatpass/shared/metrics";
import { describe, expect, test } from "vitest";
import { metricWords } from "./metric-words.ts";

const texts = (locale: (typeof LOCALES)[number]) =>
  METRICS.flatMap(({ slug }) => {
    const { name, definition, formula } = metricWords(slug, locale);
    return [name, definition, formula].map((text) => ({ slug, text }));
  });

describe("the definitions of figures", () => {
  test.each(METRICS.map(({ slug }) => slug))("%s reads differently in French, with the same numbers", (slug) => {
    const [english, french] = [metricWords(slug, "en"), metricWords(slug, "fr")];
    expect(french.definition).not.toBe(english.definition);
    const numbers = (text: string) => (text.match(/\d+([.,]\d+)?/g) ?? []).map((one) => one.replace(",", ".")).sort();
    expect(numbers(french.formula)).toEqual(numbers(english.formula));
  });

  test("use no straight apostrophe and no exclamation mark", () => {
    for (const locale of LOCALES) expect(texts(locale).filter(({ text }) => /['!]/.test(text))).toEqual([]);
  });

  test("French never breaks a line before its punctuation", () => {
    const broken = /[^\u202f][;?%]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»/u;
    expect(texts("fr").filter(({ text }) => broken.test(text))).toEqual([]);
  });
});
