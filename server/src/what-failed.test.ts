import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { storageFault } from "./db/storage-fault.ts";
import { AppError } from "./errors.ts";
import { createLog } from "./log.ts";
import { whatFailed } from "./what-failed.ts";
import { packError, unpackError } from "./writer/worker-messages.ts";

const SECRETS = ["kaya@example.org", "a-session-token"];
const full = Object.assign(new Error("SQLITE_FULL: database or disk is full"), { code: "SQLITE_FULL" });
const query = new DrizzleQueryError(
  "update session set token = ?",
  ["kaya@example.org\n    at", "a-session-token"],
  full,
);
const wrapped = new Error("Failed to get session", { cause: query });

function logged(error: unknown): string {
  const lines: string[] = [];
  createLog("info", { write: (line) => lines.push(line) }).error({ event: "request", err: error });
  return lines.join("");
}

test.each([
  ["as it is thrown", query],
  ["as another's cause", wrapped],
  ["from the writing thread", unpackError(structuredClone(packError(query)))],
  ["from the writing thread, as another's cause", unpackError(structuredClone(packError(wrapped)))],
])("a failed query is logged with what failed and where, and not with its parameters: %s", (_, error) => {
  const line = logged(error);
  for (const secret of SECRETS) expect(line).not.toContain(secret);
  expect(line).toContain("database or disk is full");
  expect(line).toContain("what-failed.test.ts");
  expect(storageFault(error)).toBe("full");
});

test("what failed is said in the words of the first cause, or in ours", () => {
  expect(whatFailed(wrapped)).toBe("SQLITE_FULL: database or disk is full");
  expect(whatFailed(new AppError("busy", "The database is locked; try again.", { cause: query }))).toBe(
    "The database is locked; try again.",
  );
  expect(whatFailed(new DrizzleQueryError("select ?", SECRETS))).toBe("Failed query: select ?");
  expect(whatFailed(new TypeError("fetch failed", { cause: new AggregateError([]) }))).toBe("fetch failed");
  expect(whatFailed("a text")).toBe("a text");
});
