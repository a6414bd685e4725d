import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DOCUMENTS = ["README.md", ...globSync("docs/**/*.md", { cwd: ROOT })];
const OURS = /^(bots|docs|extension|patches|scripts|server|shared|tests)\/[\w./@-]*$/;

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, what]) => what!);
const isThere = (path: string) => existsSync(join(ROOT, path));

describe.each(DOCUMENTS)("%s", (document) => {
  const text = read(document);

  test("links to files that are there", () => {
    const links = found(text, /\]\((?!https?:)([^)#]+)/g).map((link) => join(dirname(document), link));
    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });

  test("names files and folders that are there", () => {
    const paths = found(text, /`([^`\n]+)`/g).filter((code) => OURS.test(code));
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  test("names commands that are there", () => {
    const { scripts } = JSON.parse(read("package.json"));
    expect(found(text, /npm run (?:-s )?([\w:]+)/g).filter((name) => !(name in scripts))).toEqual([]);
  });
});

test("every picture is shown by a document", () => {
  const text = DOCUMENTS.map(read).join();
  const pictures = globSync("**/*.{webp,png,jpg}", { cwd: join(ROOT, "docs/screenshots") });
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((picture) => !text.includes(`${picture})`))).toEqual([]);
});

test("README lists every variable that server and bots read", () => {
  const table = found(read("README.md"), /^\| (`[A-Z].*?) \|/gm).join();
  const variables = ["server/src/config.ts", "bots/src/config.ts"].flatMap((file) =>
    found(read(file), /^ {2}([A-Z_]+): /gm),
  );
  expect(variables.length).toBeGreaterThan(20);
  expect(variables.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
});
