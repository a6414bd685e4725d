import type { AnnouncementView, LeasedDelivery } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { leaseDeliveries } from "../announcements/index.ts";
import { type CommunityChange, saveCommunity } from "../communities/index.ts";
import type { WriteContext } from "../context.ts";
import { communityMembers } from "../db/schema/index.ts";
import { remakeDigest } from "../digests/index.ts";

/** A community whose channel is its guild's id with "-channel"; it hears of everybody, at once, unless told. */
export const community = (
  context: WriteContext,
  guildId: string,
  change: Partial<CommunityChange> = {},
): Promise<string> =>
  saveCommunity(context, {
    platform: "discord",
    guildId,
    channelId: `${guildId}-channel`,
    members: "all",
    dailyPosts: 0,
    ...change,
  });

/** Links a producer to a community, as /beatpass link will. */
export const link = (context: WriteContext, communityId: string, producerId: string) =>
  context.db
    .insert(communityMembers)
    .values({ communityId, producerId, platformUserId: `user-${producerId}`, linkedAt: 0 });

/** What was announced to each community, in order: [guild, view]. What it hears of it is decided when it is said: see lease. */
export async function announcedTo(context: WriteContext): Promise<[guildId: string, view: AnnouncementView][]> {
  const rows = await context.db.all<{ guild_id: string; view: string }>(sql`
    SELECT c.guild_id, a.view FROM deliveries d JOIN communities c ON c.id = d.community_id
    JOIN announcements a ON a.id = d.announcement_id ORDER BY d.seq`);
  return rows.map(({ guild_id, view }) => [guild_id, JSON.parse(view) as AnnouncementView]);
}

/** The producer an announcement is about; none of a folded one. */
export const aboutWhom = (view: AnnouncementView): string | undefined =>
  "producer" in view ? view.producer.id : undefined;

/** Leases as the bot of a platform does. */
export const lease = (
  context: WriteContext,
  {
    platform = "discord",
    limit = 10,
    demo = false,
    publicUrl = "http://localhost:8787",
  }: { platform?: "discord" | "slack"; limit?: number; demo?: boolean; publicUrl?: string } = {},
): Promise<LeasedDelivery[]> =>
  leaseDeliveries(context, { platform, worker: "w", limit, demo, publicUrl }, remakeDigest);
