import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUp } from "../backup/index.ts";
import { type Database, migrateDatabase, openDatabase } from "../db/client.ts";
import { createTestContext, type TestContext } from "../testing/index.ts";
import { readPseudonyms } from "./pseudonym.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(() => context.close());

const IDS = Array.from({ length: 20 }, (_, id) => `${id}`);
const namesIn = async (db: Database) => IDS.map(await readPseudonyms(db));

async function withDatabase<T>(file: string, use: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ url: `file:${file}`, authToken: undefined });
  try {
    await migrateDatabase(db);
    return await use(db);
  } finally {
    db.$client.close();
  }
}

test("an account has one pseudonym, on every start and in a copy", async () => {
  const names = await namesIn(context.db);
  expect(names.every((name) => /^Listener [0-9A-F]{6}$/.test(name))).toBe(true);
  expect(new Set(names).size).toBe(IDS.length);
  expect(await withDatabase(context.file, namesIn)).toEqual(names);
  const copy = join(dirname(context.file), "copy.db");
  await backUp({ url: `file:${context.file}`, authToken: undefined }, copy);
  expect(await withDatabase(copy, namesIn)).toEqual(names);
});

test("an id alone tells nobody the pseudonym: another database has others", async () => {
  const others = await withDatabase(join(dirname(context.file), "other.db"), namesIn);
  const names = await namesIn(context.db);
  expect(names.filter((name, index) => name === others[index])).toEqual([]);
});
