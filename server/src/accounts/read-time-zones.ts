import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";

/**
 * The time zone of each producer whose account has one; of several accounts the oldest decides.
 * @param of these alone, everybody where absent
 */
export async function readTimeZones(db: Reader, of?: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.all<{ producer_id: string; time_zone: string }>(sql`
    SELECT producer_id, time_zone FROM user WHERE producer_id IS NOT NULL AND time_zone IS NOT NULL
      ${of ? sql`AND producer_id IN ${idList(of)}` : sql.empty()}
    ORDER BY created_at DESC`);
  return new Map(rows.map(({ producer_id, time_zone }) => [producer_id, time_zone]));
}
