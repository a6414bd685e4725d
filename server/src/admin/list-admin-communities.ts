import type { AdminCommunity, ChatPlatform } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";

type Row = {
  id: string;
  platform: ChatPlatform;
  name: string;
  guild_id: string;
  channel_id: string | null;
  demo: number;
  left_at: number | null;
  members: number;
  linked: number;
  status: string | null;
  detail: string | null;
  at: number | null;
};

/** Every community, with what last went wrong there and has not been put right by a message that arrived since. */
export async function listAdminCommunities(db: Reader): Promise<AdminCommunity[]> {
  const rows = await db.all<Row>(sql`
    SELECT c.id, c.platform, c.name, c.guild_id, c.channel_id, c.demo, c.left_at,
      CASE c.members WHEN 'all' THEN (SELECT count(*) FROM producers p WHERE p.demo = c.demo)
        ELSE c.linked END AS members, c.linked,
      d.status, d.detail, d.done_at AS at
    FROM (SELECT c.*, (SELECT count(DISTINCT m.producer_id) FROM community_members m WHERE m.community_id = c.id) AS linked
      FROM communities c) c LEFT JOIN deliveries d ON d.seq = (
      SELECT max(f.seq) FROM deliveries f WHERE f.community_id = c.id
        AND f.status IN ('destination-gone', 'credentials-dead', 'rejected', 'unknown')
        AND f.seq > coalesce((SELECT max(g.seq) FROM deliveries g WHERE g.community_id = c.id AND g.status = 'delivered'), 0))
    ORDER BY c.demo, c.name COLLATE NOCASE, c.id`);
  return rows.map((row) => ({
    id: row.id,
    platform: row.platform,
    name: row.name,
    guildId: row.guild_id,
    ...(row.channel_id !== null && { channelId: row.channel_id }),
    demo: row.demo === 1,
    members: row.members,
    linked: row.linked,
    ...(row.left_at !== null && { leftAt: new Date(row.left_at).toISOString() }),
    ...(row.status !== null &&
      row.at !== null && {
        problem: {
          status: row.status,
          ...(row.detail !== null && { detail: row.detail }),
          at: new Date(row.at).toISOString(),
        },
      }),
  }));
}
