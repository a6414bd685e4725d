import { and, eq } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { communityMembers } from "../db/schema/index.ts";
import { sinceRefresh } from "./since-refresh.ts";

/** A linked person in a community. */
export type Member = { communityId: string; platformUserId: string; producerId: string };

export async function isMember(db: Reader, { communityId, platformUserId, producerId }: Member): Promise<boolean> {
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

/** Somebody who ran a command in a community, or linked there, belongs to it from then on; nothing from before is told. */
export async function joinCommunity(context: WriteContext, member: Member): Promise<void> {
  const linkedAt = context.clock.now();
  await context.write((tx) =>
    tx
      .insert(communityMembers)
      .values({ ...member, linkedAt, sinceRefresh })
      .onConflictDoUpdate({
        target: [communityMembers.communityId, communityMembers.platformUserId],
        set: { producerId: member.producerId, linkedAt, sinceRefresh },
      }),
  );
}
