import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import type { Person } from "./person.ts";

/**
 * Takes a person out of every community of theirs: what waits to be said there about a producer who is then no member
 * any more is dropped; where a community hears of everybody, their hello. What a bot has in hand already may still
 * arrive.
 */
export async function leaveCommunities(tx: Tx, { platform, scope, platformUserId }: Person): Promise<void> {
  const theirs = sql`(SELECT id FROM communities WHERE platform = ${platform} AND (platform = 'discord' OR guild_id = ${scope}))`;
  const left = await tx.all<{ community_id: string; producer_id: string }>(sql`
    DELETE FROM community_members WHERE platform_user_id = ${platformUserId} AND community_id IN ${theirs}
    RETURNING community_id, producer_id`);
  for (const { community_id, producer_id } of left) {
    await tx.run(sql`
      DELETE FROM deliveries WHERE community_id = ${community_id} AND status IN ('waiting', 'held')
        AND announcement_id IN (SELECT id FROM announcements WHERE producer_id = ${producer_id}
          AND (kind = 'joined' OR (SELECT members FROM communities WHERE id = ${community_id}) = 'linked'))
        AND NOT EXISTS (SELECT 1 FROM community_members
          WHERE community_id = ${community_id} AND producer_id = ${producer_id})`);
  }
}
