import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "@beatpass/server/config.ts";
import { fillEmptyDatabase } from "@beatpass/server/first-steps.ts";
import { type RunningServer, startServer } from "@beatpass/server/start-server.ts";

/** Starts a server with the demo community, in a folder that goes when it stops. @param environment beside a port of its own */
export async function startDemoServer(environment: Record<string, string> = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), "beatpass-screenshots-"));
  const config = readConfig({
    PORT: "0",
    LOG_LEVEL: "error",
    DATABASE_URL: `file:${join(folder, "beatpass.db")}`,
    ...environment,
  });
  const server = await startServer(config, fillEmptyDatabase);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, stop };
}
