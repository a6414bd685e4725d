import { globSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const documents = ["README.md", ...globSync("docs/**/*.md", { cwd: ROOT })];
const text = documents.map((file) => readFileSync(join(ROOT, file), "utf8")).join("\n");

/**
 * Where a picture is kept, its folder made: one that a document shows in docs/screenshots; the others, for looking at,
 * where git ignores them. The repository keeps every picture for ever.
 * @param name e.g. "home-dark.webp"
 */
export function picturePath(name: string): string {
  const shown = [`(${name})`, `/${name})`].some((link) => text.includes(link));
  const path = join(ROOT, shown ? "docs/screenshots" : ".output/screenshots", name);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}
