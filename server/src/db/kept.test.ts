import { createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestContext, type TestContext } from "../testing/index.ts";
import type { Tx } from "./client.ts";
import { type Kept, keepWhileUnchanged } from "./kept.ts";
import { createWrites, type Write } from "./write.ts";

type Value = { name: string };

let context: TestContext;
let kept: Kept<Value>;
let write: Write;
let made: number;
beforeEach(async () => {
  context = await createTestContext();
  made = 0;
  kept = keepWhileUnchanged(() => ({ name: `value ${++made}` }));
  ({ write } = createWrites({ db: context.db, onUndone: kept.forget }));
});
afterEach(() => context.close());

const insert = (id: string) => sql`INSERT INTO producers (id, name) VALUES (${id}, 'P')`;

/** A transaction that takes the value, writes and keeps it. */
const use = (id: string, then: () => void = () => undefined): Promise<string> =>
  write(async (tx) => {
    const value = await kept.take(tx);
    await tx.run(insert(id));
    await kept.keep(tx, value);
    then();
    return value.name;
  });

test("a value is kept from one transaction to the next, whatever they write themselves", async () => {
  expect([await use("a"), await use("b"), await use("c")]).toEqual(["value 1", "value 1", "value 1"]);
});

test("a value that its transaction did not keep is not there for the next one", async () => {
  await use("a");
  await write((tx) => kept.take(tx));
  expect(await use("b")).toBe("value 2");
});

test.each<[string, () => Promise<unknown>]>([
  ["another transaction", () => write((tx) => tx.run(insert("other")))],
  ["a statement of its own", () => context.db.run(insert("other"))],
  [
    "another connection, as another process has it",
    async () => {
      const other = createClient({ url: `file:${context.file}` });
      await other.execute("INSERT INTO producers (id, name) VALUES ('other', 'P')");
      other.close();
    },
  ],
  [
    "a transaction that was undone",
    () =>
      write(async (tx) => {
        await tx.run(insert("other"));
        throw new Error("undone");
      }).catch(() => undefined),
  ],
])("a value goes when the database was changed by %s", async (_, change) => {
  await use("a");
  await change();
  expect(await use("b")).toBe("value 2");
  expect(await use("c")).toBe("value 2");
});

test("a value goes with its connection, even where another one has changed and seen as much", async () => {
  await use("a");
  context.db.$client.reconnect();
  await write((tx) => tx.run(insert("other")));
  expect(await use("b")).toBe("value 2");
});

test("a value goes with the transaction that kept it and was undone at its end", async () => {
  await use("a");
  const failing = use("b", () => {
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  expect(await use("c")).toBe("value 2");
});

test("a value is kept across writes that it has nothing to do with, and not across what comes with them", async () => {
  const across = (tx: Tx) => kept.across(tx, () => tx.run(insert("unrelated")));
  await use("a");
  await write(across);
  expect(await use("b")).toBe("value 1");
  await context.db.run(insert("other"));
  await write((tx) => kept.across(tx, () => tx.run(insert("unrelated too"))));
  expect(await use("c")).toBe("value 2");
});
