import { sql } from "drizzle-orm";
import type { Config } from "../config.ts";
import type { Database } from "../db/client.ts";
import { type WorkOut, workOutRefresh } from "../leaderboards/index.ts";
import { workOutInThread } from "./work-out-thread.ts";

/** So few producers and tracks are worked out in less time than a thread needs to start. */
const FEW = 500;

/** Works refreshes out where it costs least: here while there is little to work out, else in a thread. */
export function workOutWhereItFits(config: Config, db: Database): WorkOut {
  const inThread = workOutInThread(config);
  return async (now) => ((await hasFew(db)) ? workOutRefresh(db, now) : inThread(now));
}

async function hasFew(db: Database): Promise<boolean> {
  const rows = await db.all(sql`SELECT 1 FROM producers UNION ALL SELECT 1 FROM tracks LIMIT ${FEW + 1}`);
  return rows.length <= FEW;
}
