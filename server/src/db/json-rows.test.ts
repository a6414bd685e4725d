import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestContext, type TestContext } from "../testing/index.ts";
import { idList, jsonEach, jsonRows, readRows } from "./json-rows.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(() => context.close());

test("half of a surrogate pair does not end the process: it comes back as the replacement character", async () => {
  const rows = await context.db.all(
    sql`SELECT value ->> 0 AS text FROM ${jsonRows([["a\ud83d"], ["\\ud83d"], ["😀"]])}`,
  );
  expect(rows).toEqual([{ text: "a\ufffd" }, { text: "\\ud83d" }, { text: "😀" }]);
});

test("ids are compared as they are: quotes, percent signs and braces mean nothing", async () => {
  const odd = [`'; DROP TABLE tracks; --`, `"%_{}[]`, "\\", ""];
  const rows = await context.db.all(
    sql`SELECT value AS id FROM ${jsonRows([])} UNION ALL SELECT * FROM ${idList(odd)}`,
  );
  expect(rows).toEqual(odd.map((id) => ({ id })));
});

test("rows read as one text are those the database has, with their numbers, absent values and odd characters", async () => {
  const rows = [
    ["__proto__", 1, null],
    [`"\\\n😀`, 9_007_199_254_740_991, 0.5],
  ];
  const columns = sql`value ->> 0, value ->> 1, value ->> 2`;
  expect(await readRows(context.db, columns, jsonRows(rows))).toEqual(rows);
  expect(await readRows(context.db, sql`value`, jsonEach([]))).toEqual([]);
});
