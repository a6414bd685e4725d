import { readFile } from "node:fs/promises";
import type { GlobalFonts } from "@napi-rs/canvas";

/** A file of a font with the characters it is for. */
type Subset = { alias: string; file: URL; holds: (character: string) => boolean };

/** Fonts that come as packages, in the order in which they are asked for a character. */
const FAMILIES = [
  ["@fontsource/inter", "600-normal"],
  ["@fontsource-variable/noto-sans-arabic", "wght-normal"],
  ["@fontsource-variable/noto-sans-hebrew", "wght-normal"],
  ["@fontsource-variable/noto-sans-devanagari", "wght-normal"],
  ["@fontsource-variable/noto-sans-thai", "wght-normal"],
  ["@fontsource-variable/noto-sans-jp", "wght-normal"],
  ["@fontsource-variable/noto-sans-kr", "wght-normal"],
  ["@fontsource-variable/noto-sans-sc", "wght-normal"],
] as const;

/** Whole, since joined emoji need their parts in one font. */
const EMOJI: Subset = {
  alias: "emoji",
  file: new URL(import.meta.resolve("@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2")),
  holds: (character) => /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(character),
};

let subsets: Promise<readonly Subset[]> | undefined;
const registered = new Set<string>();

/**
 * Registers the part of the fonts that these texts need; a script that never comes up costs nothing.
 * @returns the families by which to draw them, as CSS lists them
 */
export async function fontsFor(fonts: typeof GlobalFonts, texts: readonly string[]): Promise<string> {
  subsets ??= Promise.all(FAMILIES.map(([name, style]) => readSubsets(name, style))).then((all) => [
    ...all.flat(),
    EMOJI,
  ]);
  const all = await subsets;
  const needed = new Set([...new Set(texts.join(""))].map((character) => all.find(({ holds }) => holds(character))));
  const inOrder = all.filter((subset) => needed.has(subset));
  for (const { alias, file } of inOrder) {
    if (registered.has(alias)) continue;
    fonts.register(await readFile(file), alias);
    registered.add(alias);
  }
  return inOrder.map(({ alias }) => `"${alias}"`).join(", ");
}

/** Each package tells in its unicode.json which file holds which characters. */
async function readSubsets(name: string, style: string): Promise<Subset[]> {
  const family = name.slice(name.indexOf("/") + 1);
  const latin = import.meta.resolve(`${name}/files/${family}-latin-${style}.woff2`);
  const table = JSON.parse(await readFile(new URL("../unicode.json", latin), "utf8")) as Record<string, string>;
  return Object.entries(table).map(([subset, text]) => {
    const alias = `${family}-${subset.replaceAll(/[[\]]/g, "")}`;
    const ranges = readRanges(text);
    const holds = (character: string) =>
      ranges.some(([from, to]) => character.codePointAt(0)! >= from && character.codePointAt(0)! <= to);
    return { alias, file: new URL(`${alias}-${style}.woff2`, latin), holds };
  });
}

const readRanges = (text: string): [from: number, to: number][] =>
  text.split(",").map((range) => {
    const [from, to] = range.replace("U+", "").split("-");
    return [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)];
  });
