import { pino } from "pino";
import { expect, test } from "vitest";
import { leaseOrNothing } from "./lease-or-nothing.ts";
import { ServerError } from "./server-error.ts";

async function leased(of: "deliveries" | "errands", lease: () => Promise<string[]>) {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  return { got: await leaseOrNothing(log, of, lease), logged: lines.map((line) => JSON.parse(line)) };
}
const fails = (status?: number) => () => Promise.reject(new ServerError("No", "r1", status));

test("what is leased is given on, and nothing is said of it", async () => {
  expect(await leased("errands", async () => ["a"])).toEqual({ got: ["a"], logged: [] });
});

test.each([
  ["deliveries", 403, 50],
  ["errands", 401, 50],
  ["deliveries", 503, 40],
  ["errands", undefined, 40],
] as const)("%s that are not leased, at status %s, are logged at level %i", async (of, status, level) => {
  const { got, logged } = await leased(of, fails(status));
  expect(got).toEqual([]);
  expect(logged).toMatchObject([{ level, event: "lease-failed", of, requestId: "r1", msg: "No" }]);
});

test("a fault of our own is none of the server's", async () => {
  await expect(leased("errands", () => Promise.reject(new TypeError("ours")))).rejects.toThrow("ours");
});
