import { sql } from "drizzle-orm";
import type { Database } from "../db/client.ts";

/** Grows whenever there is something new for a bot to send or to find out. */
export async function newestDelivery(db: Database): Promise<number> {
  const [row] = await db.all<{ seq: number }>(sql`
    SELECT coalesce(max(seq), 0) + (SELECT coalesce(max(seq), 0) FROM errands) AS seq FROM deliveries`);
  return row!.seq;
}
