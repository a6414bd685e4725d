import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCsv } from "./read-csv.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beatpass-csv-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(content: string | Buffer): Promise<unknown[]> {
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

describe("bytes that are no UTF-8", () => {
  const row = Buffer.from("1,Ada\n");

  test("stop the reading with an error that names the file and the line", async () => {
    const ids = Buffer.from("id,name\na1,Zoë\na\u00f6,Ö\na\u00e4,Ä\n");
    await expect(read(ids)).resolves.toHaveLength(3);
    const latin1 = Buffer.concat([Buffer.from("id,name\na1,Zoë\n"), Buffer.from("aö,O\naä,A\n", "latin1")]);
    await expect(read(latin1)).rejects.toThrow(/artists\.csv: cannot be read: line 3 is not UTF-8$/);
  });

  test("are found far into a file, and in a character that its end cuts off", async () => {
    const rows = Array.from({ length: 50_000 }, () => row);
    const far = Buffer.concat([Buffer.from("id,name\n"), ...rows, Buffer.from([0x31, 0x2c, 0xe9, 0x0a]), row]);
    await expect(read(far)).rejects.toThrow(/artists\.csv: reading stopped: line 50002 is not UTF-8/);
    const cut = Buffer.concat([Buffer.from("id,name\n"), row, Buffer.from("2,é").subarray(0, -1)]);
    await expect(read(cut)).rejects.toThrow(/artists\.csv: reading stopped: line 3 is not UTF-8/);
  });

  test("are not seen in characters that lie across two readings of the file", async () => {
    const name = "é𝄞漢".repeat(20_000);
    for (const shift of ["", "x", "xx", "xxx"]) {
      expect(await read(`id,name\n1,${shift}${name}\n`)).toEqual([{ line: 2, cells: { id: "1", name: shift + name } }]);
    }
  });
});

test("a quote where none belongs is text, and no other row suffers", async () => {
  expect(await read('id,name\n1,"A"x\n2,B"C\n3,D\n')).toEqual([
    { line: 2, cells: { id: "1", name: '"A"x' } },
    { line: 3, cells: { id: "2", name: 'B"C' } },
    { line: 4, cells: { id: "3", name: "D" } },
  ]);
});
