import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readCsv } from "./read-csv.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beatpass-csv-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(content: string): Promise<unknown[]> {
  const path = join(folder, "artists.csv");
  writeFileSync(path, content);
  const { rows } = await readCsv(path, { required: ["id", "name"], optional: [] });
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

test("a quote that is never closed is reported with every line it swallows", async () => {
  expect(await read('id,name\n1,A\n2,"B\n3,C\n4,D\n')).toEqual([
    { line: 2, cells: { id: "1", name: "A" } },
    { line: 3, problem: expect.stringMatching(/^none of lines 3 to 5 could be read: Quote Not Closed/) },
  ]);
});

test("a quote where none belongs is text, and no other row suffers", async () => {
  expect(await read('id,name\n1,"A"x\n2,B"C\n3,D\n')).toEqual([
    { line: 2, cells: { id: "1", name: '"A"x' } },
    { line: 3, cells: { id: "2", name: 'B"C' } },
    { line: 4, cells: { id: "3", name: "D" } },
  ]);
});
