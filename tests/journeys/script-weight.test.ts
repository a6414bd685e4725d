import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

const DIST = fileURLToPath(new URL("../../server/web/dist/", import.meta.url));
const MOST = 200 * 1024;

const read = (file: string): string => readFileSync(`${DIST}assets/${file}`, "utf8");
const chunks = readdirSync(`${DIST}assets`).filter((file) => file.endsWith(".js"));
const entry = /assets\/(index-[^"]+\.js)"/.exec(readFileSync(`${DIST}index.html`, "utf8"))![1]!;
const pages = chunks.filter((file) => /-page-/.test(file));

/** A chunk with everything that it cannot begin without. */
function needs(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, needed] of read(file).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) needs(needed!, found);
  return found;
}

describe("the built dashboard", () => {
  test("has a chunk for every page", () => {
    expect(pages.length).toBeGreaterThan(10);
  });

  test.each(pages)("loads at most 200 KB of script, compressed, for the first view of %s", (page) => {
    const files = needs(page, needs(entry));
    expect(files.size).toBeGreaterThan(2);
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
    expect(bytes).toBeLessThanOrEqual(MOST);
  });

  test("waits for no chart: none is among what a page begins with", () => {
    const charts = chunks.filter((file) => /^bar-chart-/.test(file));
    expect(charts).not.toEqual([]);
    for (const page of pages)
      expect([...needs(page, needs(entry))].filter((file) => charts.includes(file))).toEqual([]);
  });
});
