import type { ChatPlatform } from "@beatpass/shared/contracts";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { communities, identities } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import { type CommunityRef, communityId } from "./save-community.ts";
import type { CommunityRow } from "./wants.ts";

/** @throws AppError not_found for a community that no bot has reported and nobody has set up */
export async function readCommunity(db: Reader, ref: CommunityRef): Promise<CommunityRow> {
  const [community] = await db
    .select()
    .from(communities)
    .where(eq(communities.id, communityId(ref)));
  if (!community) throw notFound();
  return community;
}

/** Where a platform's user ids are unique: "" for all of Discord, a workspace on Slack. */
export const identityScope = ({ platform, guildId }: { platform: ChatPlatform; guildId: string }): string =>
  platform === "slack" ? guildId : "";

/** The producer whom a platform user is linked to, wherever they linked. */
export async function linkedProducer(
  db: Reader,
  community: Pick<CommunityRow, "platform" | "guildId">,
  platformUserId: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ producerId: identities.producerId })
    .from(identities)
    .where(
      and(
        eq(identities.platform, community.platform),
        eq(identities.scope, identityScope(community)),
        eq(identities.platformUserId, platformUserId),
      ),
    );
  return row?.producerId;
}

/** The producer of another member, as far as it is known in this community that they are linked. */
export async function memberProducer(
  db: Reader,
  community: CommunityRow,
  platformUserId: string,
): Promise<string | undefined> {
  const producerId = await linkedProducer(db, community, platformUserId);
  if (producerId === undefined) return undefined;
  const rows = await db.all(sql`SELECT 1 FROM producers p WHERE p.id = ${producerId} AND ${membersOf(community)}`);
  return rows.length > 0 ? producerId : undefined;
}

/** A member of the community by id or, case aside, by an artist's name; the one with most XP where several share it. */
export async function producerCalled(db: Reader, community: CommunityRow, query: string): Promise<string | undefined> {
  const [row] = await db.all<{ id: string }>(sql`
    SELECT p.id FROM producers p WHERE ${membersOf(community)} AND (p.id = ${query}
      OR EXISTS (SELECT 1 FROM artists a WHERE a.producer_id = p.id AND lower(a.name) = lower(${query.trim()})))
    ORDER BY p.id = ${query} DESC, p.xp DESC LIMIT 1`);
  return row?.id;
}

/** Members whose name or an artist's name holds what is typed, those who begin with it first; only who is on boards. */
export const producersLike = (
  db: Reader,
  community: CommunityRow,
  typed: string,
  limit: number,
): Promise<{ id: string; name: string }[]> => {
  const text = typed.trim().toLowerCase();
  return db.all<{ id: string; name: string }>(sql`
    SELECT p.id, p.name FROM producers p WHERE ${membersOf(community)} AND instr(lower(p.name), ${text}) > 0
      AND NOT EXISTS (SELECT 1 FROM privacy v WHERE v.producer_id = p.id AND v.choices ->> 'onBoards' = 0)
    ORDER BY instr(lower(p.name), ${text}) = 1 DESC, p.xp DESC, p.id LIMIT ${limit}`);
};

export async function producerIsDemo(db: Reader, producerId: string): Promise<boolean> {
  const rows = await db.all(sql`SELECT 1 FROM producers WHERE id = ${producerId} AND demo`);
  return rows.length > 0;
}

/** A condition on producers `p`. */
const membersOf = (community: CommunityRow): SQL =>
  community.members === "all"
    ? sql`p.demo = ${community.demo ? 1 : 0}`
    : sql`p.id IN (SELECT producer_id FROM community_members WHERE community_id = ${community.id})`;
