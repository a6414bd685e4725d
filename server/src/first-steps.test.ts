import { afterEach, beforeEach, expect, test } from "vitest";
import { extensionLines, fillEmptyDatabase } from "./first-steps.ts";
import { checkLedger, createTestContext, rowsOf, type TestContext } from "./testing/index.ts";
import { createDirectWriter, type Writer } from "./writer/index.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(() => context.close());

/** A writer of a process that is killed when the demo comes to a verb. */
function killedAt(verb: string): Writer {
  const writer = createDirectWriter(context);
  return {
    ...writer,
    run: (name, input) => (name === verb ? Promise.reject(new Error("killed")) : writer.run(name, input)),
  };
}

const demoAccounts = () =>
  rowsOf(context.db, "SELECT u.name FROM user u JOIN producers p ON p.id = u.producer_id AND p.demo");

test("a demo whose loading was interrupted is loaded anew at the next start, once", async () => {
  const start = (writer: Writer) => fillEmptyDatabase({ dependencies: { ...context, writer } });
  await expect(start(killedAt("refreshLeaderboards"))).rejects.toThrow("killed");
  // As the start before this one left it, where half a demo was taken for somebody's data.
  await context.db.run(`INSERT INTO user (id, name, email, admin, created_at, updated_at)
    VALUES ('u1', 'Admin', 'admin@beatpass-companion.invalid', 1, 0, 0)`);
  await start(createDirectWriter(context));
  expect(await demoAccounts()).toHaveLength(1);
  expect(await checkLedger(context)).toEqual([]);
  await start(killedAt("recordEvents"));
  expect(await demoAccounts()).toHaveLength(1);
}, 60_000);

test("the start says how to pair the extension where the server is not the one that it proposes", () => {
  expect(extensionLines("http://localhost:8904").join("\n")).toContain("http://localhost:8904/pair");
  expect(extensionLines("http://localhost:8787").join("\n")).not.toContain("/pair");
});
