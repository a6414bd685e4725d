import { parentPort, workerData } from "node:worker_threads";
import type { Config } from "../config.ts";
import { openDatabase } from "../db/client.ts";
// From its own file: this thread, new for each refresh, loads little beside it.
import { workOutRefresh } from "../leaderboards/work-out.ts";

const { config, now } = workerData as { config: Config; now: number };
const db = await openDatabase(config.database);
try {
  parentPort!.postMessage(await workOutRefresh(db, now));
} finally {
  db.$client.close();
}
