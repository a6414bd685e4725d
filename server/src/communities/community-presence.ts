import type { ChatPlatform, CommunitySeen } from "@beatpass/shared/contracts";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { jsonEach } from "../db/json-rows.ts";
import { communities } from "../db/schema/index.ts";
import { greetOwner, noteTrouble, settleOfCommunity } from "../notices/index.ts";
import { type CommunityRef, communityId, saveCommunity } from "./save-community.ts";

/**
 * A bot is in a community; it becomes known with no word in its channels, and one that was left is sent to again. Whoever
 * owns it is greeted privately the first time.
 */
export async function communitySeen(
  context: WriteContext,
  { ownerId, locale, ...seen }: CommunityRef & CommunitySeen,
): Promise<void> {
  const known = await context.db.$count(communities, eq(communities.id, communityId(seen)));
  // The platform's language is where a community begins; the one that somebody chose since stays.
  const id = await saveCommunity(context, known === 0 ? { ...seen, locale } : seen);
  await context.write(async (tx) => {
    await tx
      .update(communities)
      // Whoever set it up stays the one who is told.
      .set({ leftAt: null, administratorId: sql`coalesce(administrator_id, ${ownerId ?? null})` })
      .where(eq(communities.id, id));
    await settleOfCommunity(tx, "community-left", id, Date.now());
    if (known === 0) await greetOwner(tx, { platform: seen.platform, communityId: id }, Date.now());
  });
}

/** The bot was removed from a community or banned there: nothing is sent until it is seen again. */
export const communityLeft = (context: WriteContext, ref: CommunityRef): Promise<void> =>
  context.write((tx) => leave(tx, ref.platform, communityId(ref)));

/**
 * The communities that a bot is in, all of them: where it was before and is no longer, it was removed while it was
 * away. One that was set up by hand, and that no bot was in yet, waits for it.
 */
export async function communitiesPresent(
  context: WriteContext,
  { platform, guildIds }: { platform: ChatPlatform; guildIds: readonly string[] },
): Promise<void> {
  await context.write(async (tx) => {
    const gone = await tx
      .select({ id: communities.id })
      .from(communities)
      .where(
        and(
          eq(communities.platform, platform),
          eq(communities.demo, false),
          isNull(communities.leftAt),
          // Who administers a community is known from its bot alone.
          isNotNull(communities.administratorId),
          sql`guild_id NOT IN (SELECT value FROM ${jsonEach(guildIds)})`,
        ),
      );
    for (const { id } of gone) await leave(tx, platform, id);
  });
}

async function leave(tx: Tx, platform: ChatPlatform, id: string): Promise<void> {
  const now = Date.now();
  const left = await tx
    .update(communities)
    .set({ leftAt: now })
    .where(and(eq(communities.id, id), isNull(communities.leftAt)))
    .returning({ id: communities.id });
  if (left.length === 0) return;
  const detail = "The bot was removed";
  await noteTrouble(tx, { kind: "community-left", platform, communityId: id, channelId: "", detail }, now);
}
