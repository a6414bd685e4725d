import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CATALOGS } from "@beatpass/messages";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SOURCES = ["shared/messages/src", "shared/ui/src", "server/src", "server/web/src", "bots/src", "extension/src"];

async function readSources(): Promise<string> {
  const folders = SOURCES.map(async (folder) => {
    const names = await readdir(join(ROOT, folder), { recursive: true });
    const files = names.filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !/\bcatalog[\\/]/.test(name));
    return Promise.all(files.map((name) => readFile(join(ROOT, folder, name), "utf8")));
  });
  return (await Promise.all(folders)).flat().join("\n");
}

/** A key as code writes it, perhaps with parts that data fills in: `rarity.${rarity}`. */
const WRITTEN = /(["'`])([a-z][\w-]*\.(?:[\w.-]|\$\{[^}]*\})+)\1/g;

test("every text is one that some code shows", async () => {
  const written = new Set([...(await readSources()).matchAll(WRITTEN)].map(([, , key]) => key!));
  const filledIn = [...written]
    .filter((key) => key.includes("${"))
    .map((key) => new RegExp(`^${key.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[^.]+")}$`));
  const unused = Object.keys(CATALOGS.en).filter(
    (key) => !written.has(key) && !filledIn.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});
