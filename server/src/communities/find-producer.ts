import type { ChatPlatform } from "@beatpass/shared/contracts";
import { plainText } from "@beatpass/shared/plain-text";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { closestToTyped, mayHold } from "../db/find-typed.ts";
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

/**
 * A member of the community by id or by an artist's name, case and accents aside; of several who share it the one
 * whose name is written as typed, then the one with most XP.
 */
export async function producerCalled(db: Reader, community: CommunityRow, query: string): Promise<string | undefined> {
  const called = await artistsLike(db, community, query);
  const [closest] = closestToTyped(called, ({ artist }) => [artist], query);
  return closest && isCalled(closest, query) ? closest.id : undefined;
}

const isCalled = ({ id, artist }: { id: string; artist: string }, query: string): boolean =>
  id === query.trim() || plainText(artist) === plainText(query.trim());

/** Members whose name or an artist's name holds what is typed, the closest first; only who is on boards. */
export async function producersLike(
  db: Reader,
  community: CommunityRow,
  typed: string,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  const called = (await artistsLike(db, community, typed)).filter(({ onBoards }) => onBoards);
  const closest = new Map<string, string>();
  for (const { id, name } of closestToTyped(called, ({ name, artist }) => [name, artist], typed)) closest.set(id, name);
  return [...closest].slice(0, limit).map(([id, name]) => ({ id, name }));
}

/** A row per artist of the members of whom one may be called so, by XP. */
const artistsLike = (db: Reader, community: CommunityRow, typed: string) =>
  db.all<{ id: string; name: string; artist: string; onBoards: number }>(sql`
    SELECT p.id, p.name, coalesce(a.name, p.name) AS artist, NOT EXISTS (
        SELECT 1 FROM privacy v WHERE v.producer_id = p.id AND v.choices ->> 'onBoards' = 0) AS "onBoards"
    FROM producers p LEFT JOIN artists a ON a.producer_id = p.id
    WHERE ${membersOf(community)} AND (p.id = ${typed.trim()} OR ${mayHold(sql`p.name`, typed)} OR ${mayHold(sql`a.name`, typed)})
    ORDER BY p.xp DESC, p.id`);

export async function producerIsDemo(db: Reader, producerId: string): Promise<boolean> {
  const rows = await db.all(sql`SELECT 1 FROM producers WHERE id = ${producerId} AND demo`);
  return rows.length > 0;
}

/** A condition on producers `p`. */
const membersOf = (community: CommunityRow): SQL =>
  community.members === "all"
    ? sql`p.demo = ${community.demo ? 1 : 0}`
    : sql`p.id IN (SELECT producer_id FROM community_members WHERE community_id = ${community.id})`;
