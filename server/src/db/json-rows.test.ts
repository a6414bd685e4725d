import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestContext, type TestContext } from "../testing/index.ts";
import { idList, jsonRows } from "./json-rows.ts";

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
