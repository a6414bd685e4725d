import type { ChatPlatform, Errand, LeasedErrand } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { jsonRows } from "../db/json-rows.ts";
import { randomId } from "../ids.ts";

/** Every errand may be done twice without harm, so a lease that ran out is simply handed out again. */
const LEASE_MS = 15_000;

type Row = { id: string; guild_id: string; attempts: number; errand: string };

/** Hands out open errands, oldest first. Machine time, as for deliveries. */
export async function leaseErrands(
  context: WriteContext,
  { platform, limit }: { platform: ChatPlatform; limit: number },
): Promise<LeasedErrand[]> {
  const now = Date.now();
  return context.write(async (tx) => {
    const rows = await tx.all<Row>(sql`
      SELECT id, guild_id, attempts, errand FROM errands WHERE platform = ${platform} AND status IN ('waiting', 'leased')
        AND not_before <= ${now} AND expires_at > ${now} AND (status = 'waiting' OR leased_until <= ${now})
      ORDER BY seq LIMIT ${limit}`);
    if (rows.length === 0) return [];
    const leased = rows.map((row) => ({ row, lease: randomId() }));
    await tx.run(sql`
      UPDATE errands SET status = 'leased', lease = j.value ->> 1, leased_until = ${now + LEASE_MS}, attempts = attempts + 1
      FROM ${jsonRows(leased.map(({ row, lease }) => [row.id, lease]))} AS j WHERE errands.id = j.value ->> 0`);
    return leased.map(({ row, lease }) => ({
      id: row.id,
      lease,
      leasedUntil: new Date(now + LEASE_MS).toISOString(),
      guildId: row.guild_id,
      attempt: row.attempts + 1,
      errand: JSON.parse(row.errand) as Errand,
    }));
  });
}
