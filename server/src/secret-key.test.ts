import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { readSecretKey } from "./secret-key.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beatpass-key-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const configIn = (path: string) => readConfig({ DATABASE_URL: `file:${path}/beatpass.db` });
const read = () => readSecretKey(configIn(folder));
const file = () => join(folder, "secret.key");

test("the key is made once, for its owner alone, and nothing is left beside it", () => {
  const key = read();
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(read()).toBe(key);
  expect(readFileSync(file(), "utf8")).toBe(`${key}\n`);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["secret.key"]);
});

test.each(["", "\n", "too-short", " ".repeat(40)])(
  "a file that holds %j is no key: it says which file, and what to do",
  (text) => {
    writeFileSync(file(), text);
    expect(read).toThrow(`${file()} holds no key`);
    expect(read).toThrow("delete the file and start again");
    expect(readFileSync(file(), "utf8")).toBe(text);
  },
);

test("processes that start in the same moment have the same key", async () => {
  const script = new URL("./secret-key.ts", import.meta.url).href;
  const code = `
    import { parentPort, workerData } from "node:worker_threads";
    import { readSecretKey } from ${JSON.stringify(script)};
    parentPort.postMessage(readSecretKey(workerData));`;
  const keys = await Promise.all(
    Array.from({ length: 4 }, () => {
      const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
        workerData: configIn(join(folder, "new")),
      });
      return new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
    }),
  );
  expect(new Set(keys).size).toBe(1);
});
