import { LOCALES } from "@beatpass/shared/contracts";
import { METRICS } from "@beatpass/shared/metrics";
import { describe, expect, test } from "vitest";
import { CATALOGS } from "../catalog/index.ts";
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

  test("French has one XP, never several and never his", () => {
    const all = [...texts("fr").map(({ text }) => text), ...Object.values(CATALOGS.fr)];
    expect(all.filter((text) => /\b(les|des|aux|tes) XP\b|XP (total\b|totaux|versés)|^Versés/i.test(text))).toEqual([]);
  });

  test.each(METRICS.filter(({ freshness }) => freshness === "synced"))(
    "$slug is synced with one who is named",
    (one) => {
      const source = one.inputs[0]!.split(" ")[0]!;
      for (const locale of LOCALES) expect(CATALOGS[locale]["metric.fresh.synced"]).toContain(source);
    },
  );

  test("French never breaks a line before its punctuation", () => {
    const broken = /[^\u202f][;?%]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»/u;
    expect(texts("fr").filter(({ text }) => broken.test(text))).toEqual([]);
  });
});
