import { existsSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "@beatpass/server/config.ts";
import { fillEmptyDatabase } from "@beatpass/server/first-steps.ts";
import { startServer } from "@beatpass/server/start-server.ts";
import { inject, vi } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Made for one run of the journeys and removed after it. */
    runFolder: string;
  }
}

/** Puts a database with the demo community into the folder. It is made once a run, as a first start makes it. */
export async function copyDemoDatabase(folder: string): Promise<string> {
  const made = join(inject("runFolder"), "demo");
  const ready = join(inject("runFolder"), "demo-ready");
  if (await isFirst(made)) {
    const config = { PORT: "0", LOG_LEVEL: "error", DATABASE_URL: `file:${join(made, "beatpass.db")}` };
    const server = await startServer(readConfig(config), fillEmptyDatabase);
    // Whole, in one file: threads that still close the database take its log away in the middle of a copy.
    await server.dependencies.db.$client.execute(`VACUUM INTO '${join(made, "whole.db")}'`);
    await server.stop();
    await mkdir(ready);
  } else await vi.waitUntil(() => existsSync(ready), { timeout: 100_000, interval: 100 });
  await copyFile(join(made, "whole.db"), join(folder, "beatpass.db"));
  return `file:${join(folder, "beatpass.db")}`;
}

/** Of several journeys that run at once, one makes it and the others wait. */
const isFirst = (folder: string): Promise<boolean> =>
  mkdir(folder).then(
    () => true,
    () => false,
  );
