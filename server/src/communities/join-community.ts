import { and, eq, ne } from "drizzle-orm";
import type { ReadContext, WriteContext } from "../context.ts";
import type { Reader, Tx } from "../db/client.ts";
import { communityMembers } from "../db/schema/index.ts";
import type { Writer } from "../writer/index.ts";
import { sinceRefresh } from "./since-refresh.ts";

/** A linked person in a community. */
type Member = { communityId: string; platformUserId: string; producerId: string };

async function isMember(db: Reader, { communityId, platformUserId, producerId }: Member): Promise<boolean> {
  const rows = await db
    .select({ id: communityMembers.producerId })
    .from(communityMembers)
    .where(
      and(
        eq(communityMembers.communityId, communityId),
        eq(communityMembers.platformUserId, platformUserId),
        eq(communityMembers.producerId, producerId),
      ),
    );
  return rows.length > 0;
}

/**
 * Somebody who ran a command in a community, or linked there, belongs to it from then on; nothing from before is told.
 * Whoever belongs to it already stays as they are.
 */
export const joinCommunity = (context: WriteContext, member: Member): Promise<void> =>
  context.write((tx) => addMember(tx, member, context.clock.now()));

/** As {@link joinCommunity}, in the caller's transaction. @param linkedAt product time, ms */
export async function addMember(tx: Tx, member: Member, linkedAt: number): Promise<void> {
  await tx
    .insert(communityMembers)
    .values({ ...member, linkedAt, sinceRefresh })
    .onConflictDoUpdate({
      target: [communityMembers.communityId, communityMembers.platformUserId],
      set: { producerId: member.producerId, linkedAt, sinceRefresh },
      setWhere: ne(communityMembers.producerId, member.producerId),
    });
}

/** Joins whoever runs a command. Written once: most who do belong here already. */
export async function joinOnce(
  { db, writer }: Pick<ReadContext, "db"> & { writer: Writer },
  member: Member,
): Promise<void> {
  if (!(await isMember(db, member))) await writer.run("joinCommunity", member);
}
