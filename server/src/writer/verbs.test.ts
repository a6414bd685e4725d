import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const LOADED = `
  import { registerHooks } from "node:module";
  registerHooks({ load: (url, context, next) => (console.log(url), next(url, context)) });
  await import("${new URL("./verbs.ts", import.meta.url)}");`;

test("the writing thread loads neither routes nor sign-in: verbs know no Hono", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", LOADED]);
  const files = stdout.trim().split("\n");
  expect(files.some((file) => file.endsWith("/activity/record-events.ts"))).toBe(true);
  const heavy = /\/node_modules\/(@?hono|better-auth|kysely)\/|routes\.ts$/;
  expect(files.filter((file) => heavy.test(file))).toEqual([]);
});
