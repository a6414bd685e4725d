import { sql } from "drizzle-orm";
import type { Database } from "../db/client.ts";

/** The number of the newest delivery: it grows whenever there is something new to send. */
export async function newestDelivery(db: Database): Promise<number> {
  const [row] = await db.all<{ seq: number }>(sql`SELECT coalesce(max(seq), 0) AS seq FROM deliveries`);
  return row!.seq;
}
