import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../../server/src/cli/main.ts", import.meta.url));

export type Environment = Record<string, string | undefined>;

/** Nothing but what is given, so that no variable of the machine gets in. */
export const serverEnvironment = (databaseFile: string, environment: Environment = {}): Environment => ({
  PATH: process.env.PATH,
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
