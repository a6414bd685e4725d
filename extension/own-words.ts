import { CATALOGS, type MessageKey, metricWords } from "@beatpass/messages";
import { METRICS } from "@beatpass/shared/metrics";
import { type MessageFormatElement, parse } from "@formatjs/icu-messageformat-parser";
import type { Plugin } from "vite";

const NO_PARSER = "@formatjs/icu-messageformat-parser/no-parser.js";

/** Modules that are lists of words, each with the list that a bundle's code makes do with. */
const LISTS = [
  { module: "/messages/src/catalog/index.ts", name: "CATALOGS", named: textsNamedIn },
  { module: "/shared/src/metrics/definitions.ts", name: "METRICS", named: (code: string) => metricsNamedIn(code).en },
  {
    module: "/messages/src/metrics/metrics.fr.ts",
    name: "metricsFr",
    named: (code: string) => metricsNamedIn(code).fr,
  },
] as const;

const placeholderOf = (name: string) => `__OWN_${name}__`;

/**
 * Packs only those texts and meanings of figures into a bundle whose keys its code names, in whole or, where the rest
 * comes from data, by their beginning. The lists hold the words of dashboard and bots too: whole, they would be most of
 * the extension. Texts are parsed here, so that no parser is packed either.
 */
export const ownWords = (): Plugin => ({
  name: "own-words",
  apply: "build",
  enforce: "pre",
  config: () => ({
    resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: NO_PARSER }] },
  }),
  transform: (_code, id) => {
    const list = LISTS.find(({ module }) => id.replaceAll("\\", "/").endsWith(module));
    return list ? `export const ${list.name} = ${placeholderOf(list.name)};` : null;
  },
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
    const code = chunks.map((chunk) => chunk.code).join("\n");
    for (const { name, named } of LISTS) {
      const placeholder = placeholderOf(name);
      if (!code.includes(placeholder)) continue;
      if (code.split(placeholder).length > 2) this.error(`${name} would be packed twice.`);
      const words = `(${JSON.stringify(named(code))})`;
      for (const chunk of chunks) chunk.code = chunk.code.replace(placeholder, () => words);
    }
  },
});

const namesIn = (code: string) => (key: string) => ['"', "'", "`"].some((quote) => code.includes(quote + key + quote));

type Texts = Record<string, MessageFormatElement[]>;

export function textsNamedIn(code: string): { en: Texts; fr: Texts } {
  const beginnings = new Set<string>();
  for (const [, beginning] of code.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*)\$\{/g)) beginnings.add(beginning!);
  for (const [, , beginning] of code.matchAll(/(["'`])([a-z][\w-]*\.(?:[\w-]+\.)*)\1\s*\+/g))
    beginnings.add(beginning!);
  const isNamed = namesIn(code);
  const keys = (Object.keys(CATALOGS.en) as MessageKey[]).filter(
    (key) => isNamed(key) || [...beginnings].some((beginning) => key.startsWith(beginning)),
  );
  const pick = (texts: Record<MessageKey, string>): Texts =>
    Object.fromEntries(keys.map((key) => [key, parse(texts[key], { ignoreTag: true })]));
  return { en: pick(CATALOGS.en), fr: pick(CATALOGS.fr) };
}

/** A figure whose meaning is shown is named by its slug. */
export function metricsNamedIn(code: string) {
  const isNamed = namesIn(code);
  const en = METRICS.filter(({ slug }) => isNamed(slug));
  return { en, fr: Object.fromEntries(en.map(({ slug }) => [slug, metricWords(slug, "fr")])) };
}
