import { CATALOGS, type MessageKey } from "@beatpass/messages";
import { type MessageFormatElement, parse } from "@formatjs/icu-messageformat-parser";
import type { Plugin } from "vite";

const CATALOG_MODULE = "/messages/src/catalog/index.ts";
const NO_PARSER = "@formatjs/icu-messageformat-parser/no-parser.js";
const PLACEHOLDER = "__OWN_WORDS__";

/**
 * Packs only those texts into a bundle whose keys its code names, in whole or, where the rest comes from data, by their
 * beginning. The catalogs hold the words of dashboard and bots too: whole, they would be most of the extension. They are parsed here, so that no parser is packed either.
 */
export const ownWords = (): Plugin => ({
  name: "own-words",
  apply: "build",
  enforce: "pre",
  config: () => ({
    resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: NO_PARSER }] },
  }),
  transform: (_code, id) =>
    id.replaceAll("\\", "/").endsWith(CATALOG_MODULE) ? `export const CATALOGS = ${PLACEHOLDER};` : null,
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
    const code = chunks.map((chunk) => chunk.code).join("\n");
    if (!code.includes(PLACEHOLDER)) return;
    if (code.split(PLACEHOLDER).length > 2) this.error("The texts would be packed twice.");
    const words = `(${JSON.stringify(textsNamedIn(code))})`;
    for (const chunk of chunks) chunk.code = chunk.code.replace(PLACEHOLDER, () => words);
  },
});

type Texts = Record<string, MessageFormatElement[]>;

export function textsNamedIn(code: string): { en: Texts; fr: Texts } {
  const beginnings = new Set<string>();
  for (const [, beginning] of code.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*)\$\{/g)) beginnings.add(beginning!);
  for (const [, , beginning] of code.matchAll(/(["'`])([a-z][\w-]*\.(?:[\w-]+\.)*)\1\s*\+/g))
    beginnings.add(beginning!);
  const isNamed = (key: string) =>
    ['"', "'", "`"].some((quote) => code.includes(quote + key + quote)) ||
    [...beginnings].some((beginning) => key.startsWith(beginning));
  const keys = (Object.keys(CATALOGS.en) as MessageKey[]).filter(isNamed);
  const pick = (texts: Record<MessageKey, string>): Texts =>
    Object.fromEntries(keys.map((key) => [key, parse(texts[key], { ignoreTag: true })]));
  return { en: pick(CATALOGS.en), fr: pick(CATALOGS.fr) };
}
