import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import type { CommunityRow } from "./wants.ts";

/** The producer whom a platform user is linked to in this community. */
export async function linkedProducer(
  db: Reader,
  community: CommunityRow,
  platformUserId: string,
): Promise<string | undefined> {
  const [row] = await db.all<{ producer_id: string }>(sql`
    SELECT producer_id FROM community_members WHERE community_id = ${community.id} AND platform_user_id = ${platformUserId}`);
  return row?.producer_id;
}

/** A member of the community by id or, case aside, by an artist's name; the one with most XP where several share it. */
export async function producerCalled(db: Reader, community: CommunityRow, query: string): Promise<string | undefined> {
  const members =
    community.members === "all"
      ? sql`p.demo = ${community.demo ? 1 : 0}`
      : sql`p.id IN (SELECT producer_id FROM community_members WHERE community_id = ${community.id})`;
  const [row] = await db.all<{ id: string }>(sql`
    SELECT p.id FROM producers p WHERE ${members} AND (p.id = ${query}
      OR EXISTS (SELECT 1 FROM artists a WHERE a.producer_id = p.id AND lower(a.name) = lower(${query.trim()})))
    ORDER BY p.id = ${query} DESC, p.xp DESC LIMIT 1`);
  return row?.id;
}
