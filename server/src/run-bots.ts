import { type ChildProcess, spawn } from "node:child_process";
import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { and, eq } from "drizzle-orm";
import { createApiKey } from "./accounts/index.ts";
import type { Database } from "./db/client.ts";
import { apiKeys } from "./db/schema/index.ts";
import type { Log } from "./log.ts";

const BOTS = fileURLToPath(new URL("../../bots/src/main.ts", import.meta.url));
const NOTE = "bots beside the server";
/** A bot process that ends is started again after this, longer each time up to a minute. */
const RESTART_MS = 2000;

/**
 * Runs the bots as a process of their own beside the server, with a key that is new at every start. It goes by where
 * the server listens: another server on the same database has bots and a key of its own.
 */
export async function runBots(db: Database, url: string, log: Log): Promise<{ stop(): Promise<void> }> {
  const note = `${NOTE} ${hostname()}:${new URL(url).port}`;
  // Deleted, not revoked: nobody made them by hand, and the list of keys would grow with every start.
  const deleteKey = () => db.delete(apiKeys).where(and(eq(apiKeys.note, note), eq(apiKeys.scope, "bot")));
  // Of a server here that was killed.
  await deleteKey();
  const key = await createApiKey(db, { scope: "bot", note });
  let child: ChildProcess | undefined;
  let stopped = false;
  let wait = RESTART_MS;
  const start = () => {
    if (stopped) return;
    child = spawn(process.execPath, [BOTS], {
      // The channel tells the bots when this process is gone, however it went.
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: { ...process.env, BEATPASS_URL: url, BEATPASS_KEY: key },
    });
    child.once("exit", (code) => {
      if (stopped) return;
      log.error({ event: "bots", outcome: "ended", code, againInMs: wait });
      setTimeout(start, wait).unref();
      wait = Math.min(wait * 2, 60_000);
    });
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      child?.kill("SIGTERM");
      // A key that stays is deleted at the next start here.
      await deleteKey().catch(() => undefined);
    },
  };
}
