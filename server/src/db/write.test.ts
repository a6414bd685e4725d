import { createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  artist,
  checkLedger,
  createTestContext,
  plays,
  record,
  rowsOf,
  stateOf,
  type TestContext,
  track,
} from "../testing/index.ts";
import type { Tx } from "./client.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext({ busyTimeoutMs: 20 });
  await record(context, artist("a1"), track("t1", ["a1"]));
});
afterEach(async () => {
  expect(await checkLedger(context)).toEqual([]);
  context.close();
});

const countPlays = async () => (await rowsOf(context.db, "SELECT count(*) AS n FROM plays"))[0]!.n;

describe("a database that another connection has locked", () => {
  test("is waited for", async () => {
    const other = createClient({ url: `file:${context.file}` });
    const holder = await other.transaction("write");
    const written = record(context, ...plays("t1", 3));
    setTimeout(() => holder.rollback(), 60);
    expect(await written).toMatchObject({ accepted: 3 });
    other.close();
  });

  test("is an error that says so when it stays locked; nothing is kept, and later writes work", async () => {
    const other = createClient({ url: `file:${context.file}` });
    const holder = await other.transaction("write");
    await expect(record(context, ...plays("t1", 3))).rejects.toMatchObject({
      code: "busy",
      message: expect.stringContaining("locked by another process"),
    });
    expect(await countPlays()).toBe(0);
    await holder.rollback();
    other.close();
    expect(await record(context, ...plays("t1", 3))).toMatchObject({ accepted: 3 });
  });
});

test("a single statement that found the database locked does not spoil those after it", async () => {
  const other = createClient({ url: `file:${context.file}`, timeout: 20 });
  const holder = await other.transaction("write");
  const insert = (id: string) => context.db.run(sql`INSERT INTO producers (id, name) VALUES (${id}, 'P')`);
  await expect(insert("lost")).rejects.toThrow();
  await holder.rollback();
  await insert("kept");
  const { rows } = await other.execute("SELECT id FROM producers WHERE name = 'P'");
  expect(rows).toEqual([{ id: "kept" }]);
  await other.execute("DELETE FROM producers WHERE name = 'P'");
  other.close();
});

test("a statement that was run before gives the columns that another connection has added since", async () => {
  const read = () => rowsOf(context.db, "SELECT * FROM changing");
  await context.db.run(sql`CREATE TABLE changing AS SELECT 1 AS a`);
  expect([await read(), await read()]).toEqual([[{ a: 1 }], [{ a: 1 }]]);
  const other = createClient({ url: `file:${context.file}` });
  await other.execute("ALTER TABLE changing ADD COLUMN b DEFAULT 2");
  other.close();
  expect(await read()).toEqual([{ a: 1, b: 2 }]);
  await context.db.run(sql`DROP TABLE changing`);
});

describe("a disk without room", () => {
  /** Lets the file grow no more: SQLite then fails exactly as on a full disk. */
  const full = () => ({
    ...context,
    write: <T>(work: Parameters<typeof context.write<T>>[0]) =>
      context.write<T>(async (tx) => {
        await tx.run(sql`PRAGMA max_page_count = 1`);
        return work(tx);
      }),
  });

  test("is an error that says so; nothing is half written, and later writes work", async () => {
    const before = await stateOf(context.db);
    await expect(record(full(), ...plays("t1", 5000))).rejects.toMatchObject({
      code: "storage_full",
      message: expect.stringContaining("disk"),
    });
    expect(await stateOf(context.db)).toEqual(before);
    expect(await countPlays()).toBe(0);
    await context.write((tx) => tx.run(sql`PRAGMA max_page_count = 1000000`));
    expect(await record(context, ...plays("t1", 5000))).toMatchObject({ accepted: 5000 });
  });
});

test("a write that fails in the middle leaves nothing behind, and the next one does not notice", async () => {
  const failing = context.write(async (tx) => {
    await tx.run(sql`UPDATE producers SET xp = 1000000`);
    throw new Error("in the middle");
  });
  const next = record(context, ...plays("t1", 1));
  await expect(failing).rejects.toThrow("in the middle");
  expect(await next).toMatchObject({ progress: [{ xp: 101 }] });
});

test("writes of one process never overlap, however many are asked for at once", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => record(context, ...plays("t1", 2))));
  expect(answers.map(({ progress }) => progress[0]!.xp)).toEqual(answers.map((_, index) => 102 + 2 * index));
});

test("a transaction's commit reaches the disk before it is acknowledged: synchronous FULL in the write-ahead log", async () => {
  const [journal] = await context.db.all(sql`PRAGMA journal_mode`);
  const [synchronous] = await context.write((tx) => tx.all(sql`PRAGMA synchronous`));
  expect([journal, synchronous]).toEqual([{ journal_mode: "wal" }, { synchronous: 2 }]);
});

describe("items that wait for the same work", () => {
  const calls: string[][] = [];
  const insertAll = async (tx: Tx, ids: readonly string[]) => {
    calls.push([...ids]);
    for (const id of ids) await tx.run(sql`INSERT INTO producers (id, name) VALUES (${id}, 'Shared')`);
    if (ids.includes("lost")) throw new Error("in the middle");
    return ids.map((id) => `${id} is in`);
  };
  const kept = async () =>
    (await rowsOf(context.db, "SELECT id FROM producers WHERE name = 'Shared' ORDER BY id")).map(({ id }) => id);
  beforeEach(() => calls.splice(0));
  afterEach(() => context.db.run(sql`DELETE FROM producers WHERE name = 'Shared'`));

  test("are handed to it at once, in one transaction, and each has its own result", async () => {
    const answers = await Promise.all(["s1", "s2", "s3"].map((id) => context.writeTogether(insertAll, id)));
    expect(answers).toEqual(["s1 is in", "s2 is in", "s3 is in"]);
    expect(calls).toEqual([["s1", "s2", "s3"]]);
    expect(await kept()).toEqual(["s1", "s2", "s3"]);
  });

  test("keep their order around a write of another kind", async () => {
    await Promise.all([
      context.writeTogether(insertAll, "s1"),
      context.write((tx) => insertAll(tx, ["s2"])),
      context.writeTogether(insertAll, "s3"),
    ]);
    expect(calls).toEqual([["s1"], ["s2"], ["s3"]]);
    expect(await kept()).toEqual(["s1", "s2", "s3"]);
  });

  test("are not undone by one among them that fails, and nothing of that one is kept", async () => {
    const outcomes = await Promise.allSettled(["s1", "lost", "s3"].map((id) => context.writeTogether(insertAll, id)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await kept()).toEqual(["s1", "s3"]);
  });
});
