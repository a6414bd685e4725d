import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../../server/src/cli/main.ts", import.meta.url));

export type Environment = Record<string, string | undefined>;

/** Nothing but what is given and where Node keeps what it compiled, so that no variable of the machine gets in. */
export const serverEnvironment = (databaseFile: string, environment: Environment = {}): Environment => ({
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  DATABASE_URL: `file:${databaseFile}`,
  ...environment,
});

/** Runs `beatpass …` as the operator does. */
export function runBeatpass(databaseFile: string, args: readonly string[], environment: Environment = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: serverEnvironment(databaseFile, environment),
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}
