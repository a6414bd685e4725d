import { ACHIEVEMENT_CATEGORIES, ACHIEVEMENTS, CATEGORIES, RARITIES, TIERS, XP_SOURCES } from "@beatpass/shared/rules";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { createTranslator, isMessageKey, type MessageValues } from "../translator.ts";
import { CATALOGS, type MessageKey } from "./index.ts";

const keys = Object.keys(CATALOGS.en) as MessageKey[];
const locales = ["en", "fr"] as const;

type Placeholders = Map<string, "text" | "number" | "date" | "select">;

function placeholders(elements: MessageFormatElement[], found: Placeholders = new Map()): Placeholders {
  for (const element of elements) {
    switch (element.type) {
      case TYPE.argument:
        if (!found.has(element.value)) found.set(element.value, "text");
        break;
      case TYPE.number:
      case TYPE.plural:
        found.set(element.value, "number");
        break;
      case TYPE.date:
      case TYPE.time:
        found.set(element.value, "date");
        break;
      case TYPE.select:
        found.set(element.value, "select");
        break;
    }
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) placeholders(option.value, found);
    }
  }
  return found;
}

const read = (locale: (typeof locales)[number], key: MessageKey): Placeholders =>
  placeholders(parse(CATALOGS[locale][key], { ignoreTag: true }));

describe("the catalogs", () => {
  test("French has exactly the keys of English", () => {
    expect(Object.keys(CATALOGS.fr).sort()).toEqual(Object.keys(CATALOGS.en).sort());
    expect(keys.length).toBeGreaterThan(200);
  });

  test("both languages of a message use the same placeholders", () => {
    const names = (locale: (typeof locales)[number], key: MessageKey) => [...read(locale, key).keys()].sort();
    const different = keys.filter((key) => `${names("en", key)}` !== `${names("fr", key)}`);
    expect(different).toEqual([]);
  });

  test("every message renders, with each placeholder's value in it", () => {
    for (const locale of locales) {
      const translate = createTranslator(locale);
      for (const key of keys) {
        const wanted = read(locale, key);
        const values: MessageValues = {};
        for (const [name, kind] of wanted)
          values[name] = kind === "number" ? 7 : kind === "date" ? new Date(0) : `«${name}»`;
        const text = translate(key, values);
        expect(text, key).not.toBe("");
        expect(text, key).not.toMatch(/[{}]/);
        for (const [name, kind] of wanted) if (kind === "text") expect(text, key).toContain(`«${name}»`);
      }
    }
  });

  test("no straight apostrophe, no exclamation mark, no emoji", () => {
    const bad = locales.flatMap((locale) =>
      keys
        .filter((key) => /['!]|\p{Extended_Pictographic}/u.test(CATALOGS[locale][key]))
        .map((key) => `${locale} ${key}: ${CATALOGS[locale][key]}`),
    );
    expect(bad).toEqual([]);
  });

  test("French never breaks a line before its punctuation", () => {
    const texts = keys.map((key) => CATALOGS.fr[key]);
    expect(texts.filter((text) => /[^\u202f][;?]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»/u.test(text))).toEqual([]);
  });

  test("every word that data can name has a text", () => {
    const words = [
      ...CATEGORIES.flatMap((category) => [
        `category.${category}`,
        `unit.${category}`,
        `boards.hint.${category}`,
        `boards.tiebreak.${category}`,
      ]),
      ...RARITIES.map((rarity) => `rarity.${rarity}`),
      ...ACHIEVEMENT_CATEGORIES.map((category) => `achievement_category.${category}`),
      ...XP_SOURCES.map((source) => `progress.source.${source}`),
      ...TIERS.map((tier) => `tier.${tier}`),
    ];
    expect(words.filter((word) => !isMessageKey(word))).toEqual([]);
  });

  test("English achievement texts are the rulebook's own words", () => {
    const english = createTranslator("en");
    for (const { slug, description } of ACHIEVEMENTS) {
      const key = `achievement.${slug}`;
      expect(isMessageKey(key), key).toBe(true);
      if (isMessageKey(key)) expect(english(key)).toBe(description);
    }
  });

  test("a missing value is an error, not a hole in the text", () => {
    expect(() => createTranslator("en")("announce.level_up.title", { name: "Kaya Noir" })).toThrow(/level/);
  });
});
