import type { CommunitySeen } from "@beatpass/shared/contracts";
import { eq, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { communities } from "../db/schema/index.ts";
import { noteTrouble, settleLeft } from "../notices/index.ts";
import { type CommunityRef, communityId, saveCommunity } from "./save-community.ts";

/** A bot is in a community; it becomes known silently, and one that was left is sent to again. */
export async function communitySeen(
  context: WriteContext,
  { ownerId, ...seen }: CommunityRef & CommunitySeen,
): Promise<void> {
  const id = await saveCommunity(context, seen);
  await context.write(async (tx) => {
    await tx
      .update(communities)
      // Whoever set it up stays the one who is told.
      .set({ leftAt: null, administratorId: sql`coalesce(administrator_id, ${ownerId ?? null})` })
      .where(eq(communities.id, id));
    await settleLeft(tx, id, Date.now());
  });
}

/** The bot was removed from a community or banned there: nothing is sent until it is seen again. */
export async function communityLeft(context: WriteContext, { platform, guildId }: CommunityRef): Promise<void> {
  const now = Date.now();
  const id = communityId({ platform, guildId });
  await context.write(async (tx) => {
    const left = await tx
      .update(communities)
      .set({ leftAt: now })
      .where(sql`id = ${id} AND left_at IS NULL`)
      .returning({ id: communities.id });
    if (left.length === 0) return;
    const detail = "The bot was removed";
    await noteTrouble(tx, { kind: "community-left", platform, communityId: id, channelId: "", detail }, now);
  });
}
