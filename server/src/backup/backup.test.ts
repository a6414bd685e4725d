import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../db/client.ts";
import { artist, createTestContext, record, type TestContext, track } from "../testing/index.ts";
import { backUp, restore } from "./index.ts";

let context: TestContext;
let copy: string;
const config = () => ({ url: `file:${context.file}`, authToken: undefined });
beforeEach(async () => {
  context = await createTestContext();
  copy = join(dirname(context.file), "copies", "monday.db");
  await record(context, artist("a1"), track("t1", ["a1"]));
});
afterEach(() => context.close());

const titles = async (file: string) => {
  const client = createClient({ url: `file:${file}` });
  const { rows } = await client.execute("SELECT id FROM tracks ORDER BY id");
  client.close();
  return rows.map(({ id }) => id);
};

test("a copy is whole though the database is in use, and what comes later is not in it", async () => {
  const bytes = await backUp(config(), copy);
  await record(context, track("t2", ["a1"]));
  expect(await titles(copy)).toEqual(["t1"]);
  expect(readFileSync(copy)).toHaveLength(bytes);
});

test("a copy never takes the place of a file", async () => {
  await backUp(config(), copy);
  await expect(backUp(config(), copy)).rejects.toThrow("exists already");
});

test("a copy that fails leaves nothing behind, and makes no database where there was none", async () => {
  const folder = dirname(context.file);
  const nowhere = join(folder, "mistyped", "beatpass.db");
  await expect(backUp({ ...config(), url: `file:${nowhere}` }, copy)).rejects.toThrow(`no database at ${nowhere}`);
  expect(existsSync(dirname(nowhere))).toBe(false);
  const foreign = join(folder, "foreign.db");
  const client = createClient({ url: `file:${foreign}` });
  await client.execute("CREATE TABLE songs (id)");
  client.close();
  await expect(backUp({ ...config(), url: `file:${foreign}` }, copy)).rejects.toThrow(`${foreign} cannot be used`);
  const damaged = join(folder, "damaged.db");
  const bytes = readFileSync(context.file);
  writeFileSync(damaged, bytes.fill(0xff, 2 * 4096));
  await expect(backUp({ ...config(), url: `file:${damaged}` }, copy)).rejects.toThrow();
  expect(readdirSync(dirname(copy))).toEqual([]);
});

test("restoring gives the state of the copy, and keeps what was there", async () => {
  await backUp(config(), copy);
  await record(context, track("t2", ["a1"]));
  // As a server that was killed leaves it: the last track is in the write-ahead log alone.
  const left = join(dirname(context.file), "left.db");
  for (const suffix of ["", "-wal"]) copyFileSync(context.file + suffix, left + suffix);
  const before = await restore({ ...config(), url: `file:${left}` }, copy);
  expect(await titles(left)).toEqual(["t1"]);
  expect(await titles(before!)).toEqual(["t1", "t2"]);
  expect(existsSync(`${left}.incoming`)).toBe(false);
});

test("a copy that was taken with its write-ahead log is restored with what is in the log, and stays as it is", async () => {
  await record(context, track("t2", ["a1"]));
  const raw = join(dirname(context.file), "raw.db");
  for (const suffix of ["", "-wal"]) copyFileSync(context.file + suffix, raw + suffix);
  const bytes = () => ["", "-wal"].map((suffix) => readFileSync(raw + suffix));
  const untouched = bytes();
  const target = join(dirname(context.file), "restored.db");
  expect(await restore({ ...config(), url: `file:${target}` }, raw)).toBeUndefined();
  expect(await titles(target)).toEqual(["t1", "t2"]);
  expect(bytes()).toEqual(untouched);
  expect(readdirSync(dirname(context.file)).filter((name) => /incoming|raw.*shm/.test(name))).toEqual([]);
});

test("a new machine has no folder for the database yet", async () => {
  await backUp(config(), copy);
  const target = join(dirname(context.file), "new", "data", "beatpass.db");
  expect(await restore({ ...config(), url: `file:${target}` }, copy)).toBeUndefined();
  expect(await titles(target)).toEqual(["t1"]);
});

test.each([
  ["is no database", () => Buffer.from("not a database at all ".repeat(100))],
  ["has lost its beginning", (bytes: Buffer) => Buffer.concat([Buffer.alloc(100), bytes.subarray(100)])],
  ["was cut off", (bytes: Buffer) => bytes.subarray(0, 5000)],
])("a file that %s is replaced, and kept with its write-ahead log", async (_, damage) => {
  await backUp(config(), copy);
  const damaged = join(dirname(context.file), "damaged.db");
  writeFileSync(damaged, damage(readFileSync(context.file)));
  copyFileSync(`${context.file}-wal`, `${damaged}-wal`);
  const was = readFileSync(damaged);
  const log = readFileSync(`${damaged}-wal`);
  const before = await restore({ ...config(), url: `file:${damaged}` }, copy);
  expect(await titles(damaged)).toEqual(["t1"]);
  expect(readFileSync(before!)).toEqual(was);
  expect(readFileSync(`${before}-wal`)).toEqual(log);
});

test("a database in use is not restored, and nothing is changed", async () => {
  await backUp(config(), copy);
  const other = await openDatabase(config());
  await other.$client.execute("SELECT count(*) FROM tracks");
  await record(context, track("t2", ["a1"]));
  await expect(restore(config(), copy)).rejects.toThrow("stop the server first");
  other.$client.close();
  expect(await titles(context.file)).toEqual(["t1", "t2"]);
});

test("what is no database of ours, damaged or newer is refused before anything is touched", async () => {
  const folder = dirname(context.file);
  const nothing = join(folder, "nothing.db");
  const text = join(folder, "text.db");
  writeFileSync(text, "not a database at all ".repeat(100));
  const foreign = join(folder, "foreign.db");
  const client = createClient({ url: `file:${foreign}` });
  await client.execute("CREATE TABLE songs (id)");
  client.close();
  await backUp(config(), copy);
  const newer = createClient({ url: `file:${copy}` });
  await newer.execute("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)");
  newer.close();
  const files = readdirSync(folder);
  for (const [file, reason] of [
    [nothing, "no file"],
    [text, "not a database"],
    [foreign, "no BeatPass Companion"],
    [copy, "newer version"],
  ] as const) {
    await expect(restore(config(), file)).rejects.toThrow(reason);
  }
  expect(readdirSync(folder)).toEqual(files);
});
