import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { channelFor } from "../announcements/index.ts";
import type { CommunityRow } from "../communities/index.ts";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { announcements, communities, deliveries } from "../db/schema/index.ts";
import { randomId } from "../ids.ts";
import { daysBefore, lastEvening, weekBefore } from "./local-day.ts";
import { weekOfMembers } from "./week-of-members.ts";

/**
 * Writes the digest of every community whose day and hour it is, once a community and day however many servers ask.
 * @param at machine time, ms
 * @returns how many are on their way
 */
export async function writeCommunityDigests(context: WriteContext, { at }: { at: number }): Promise<number> {
  return context.write(async (tx) => {
    let written = 0;
    for (const { community, date } of await dueCommunities(tx, at)) {
      if (await writeDigest(tx, community, date, at)) written++;
      await tx.update(communities).set({ digestedOn: date }).where(eq(communities.id, community.id));
    }
    return written;
  });
}

/** Those whose evening it is, or was yesterday while nobody wrote it; the latter where it had last week's. */
export async function dueCommunities(
  db: Pick<Tx, "select">,
  at: number,
): Promise<{ community: CommunityRow; date: string }[]> {
  const rows = await db
    .select()
    .from(communities)
    .where(and(isNotNull(communities.digestDay), isNull(communities.leftAt)));
  return rows.flatMap((community) => {
    const evening = lastEvening(at, community.timeZone);
    const { digestDay, digestedOn } = community;
    if (!evening) return [];
    const { date, isLate } = evening;
    if (evening.weekday !== digestDay || digestedOn === date || channelOf(community) === undefined) return [];
    return isLate && digestedOn !== daysBefore(date, 7) ? [] : [{ community, date }];
  });
}

const channelOf = (community: CommunityRow): string | undefined => channelFor(community, "community-digest");

async function writeDigest(tx: Tx, community: CommunityRow, date: string, at: number): Promise<boolean> {
  const week = weekBefore(date);
  const lines = await weekOfMembers(tx, community, week);
  if (!lines) return false;
  const id = randomId();
  const written = await tx
    .insert(announcements)
    .values({
      id,
      kind: "community-digest",
      producerId: "",
      cause: `digest:${community.id}:${date}`,
      view: {
        kind: "community-digest",
        occurredAt: new Date(at).toISOString(),
        demo: community.demo,
        community: { id: community.id, name: community.name },
        range: { from: week.from, to: week.to },
        lines,
      },
      occurredAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: announcements.id });
  if (written.length === 0) return false;
  await tx.insert(deliveries).values({
    id: randomId(),
    announcementId: id,
    communityId: community.id,
    platform: community.platform,
    channelId: channelOf(community)!,
    createdAt: Date.now(),
  });
  return true;
}
