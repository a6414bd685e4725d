import type { ChatPlatform, Communities } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import type { Asker } from "./read-members.ts";

/** The communities whose boards the asker may choose, none that the bot was removed from, with how many producers belong to each. */
export async function listCommunities({ db }: ReadContext, { producerId, seesAll }: Asker): Promise<Communities> {
  const me = producerId ?? null;
  const rows = await db.all<{ id: string; platform: ChatPlatform; name: string; members: number; demo: number }>(sql`
    SELECT c.id, c.demo, c.platform, c.name, CASE c.members WHEN 'all' THEN (SELECT count(*) FROM producers p WHERE p.demo = c.demo)
      ELSE (SELECT count(DISTINCT m.producer_id) FROM community_members m WHERE m.community_id = c.id) END AS members
    FROM communities c WHERE c.left_at IS NULL AND (${seesAll ? 1 : 0}
      OR (c.members = 'all' AND c.demo = (SELECT demo FROM producers WHERE id = ${me}))
      OR EXISTS (SELECT 1 FROM community_members m WHERE m.community_id = c.id AND m.producer_id = ${me}))
    ORDER BY c.name COLLATE NOCASE, c.id`);
  return { communities: rows.map(({ demo, ...row }) => ({ ...row, ...(demo === 1 && { demo: true as const }) })) };
}
