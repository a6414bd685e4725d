import { type AnnouncementKind, TOPIC_OF } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { sql } from "drizzle-orm";
import type { CommunityRow } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { quietUntil } from "./quiet-hours.ts";

const HOUR = 3_600_000;
/** More than three facts of one kind in an hour become one message. */
const BURST = 3;
/** From a burst or a full day to the next evening, and through the quiet hours after it. */
const LONGEST_HELD = 3 * MS_PER_DAY;
/** When the day's folded message goes out, in UTC. */
const EVENING = 18 * HOUR;

/** What a channel gets beside the messages of its day: the evening's folded one, for which one is left, and the digest. */
const OUTSIDE_THE_DAY: readonly AnnouncementKind[] = ["folded", "community-digest"];

type Place = { status: "waiting" | "held"; notBefore: number };
const AT_ONCE: Place = { status: "waiting", notBefore: 0 };

/** The channel that hears of a kind: its topic's own, or the community's one. */
export function channelFor(community: CommunityRow, kind: AnnouncementKind): string | undefined {
  const topic = TOPIC_OF[kind];
  return (topic && community.topicChannels[topic]) ?? community.channelId ?? undefined;
}

/** Whether a community has anything told in a channel. */
export const usesChannel = ({ channelId, topicChannels }: CommunityRow, channel: string): boolean =>
  [channelId, ...Object.values(topicChannels)].includes(channel);

/**
 * Whether a channel hears of something at once or later, with other things in one folded message: in an hour's time
 * where the same kind was told three times within the last one, in the evening where the day's number is reached
 * (spec §13), and never within the community's quiet hours.
 * @param now machine time
 */
export async function placeDelivery(
  tx: Tx,
  { community, channelId, kind }: { community: CommunityRow; channelId: string; kind: AnnouncementKind },
  now: number,
): Promise<Place> {
  const place = await placeByNumber(tx, { channelId, kind, dailyPosts: community.dailyPosts }, now);
  const quiet = quietUntil(community, Math.max(now, place.notBefore));
  return quiet === undefined ? place : { status: "held", notBefore: quiet };
}

/**
 * Until when something that may be posted now has to wait after all, as the channel had its day's messages: what was written
 * on days on which nobody sent anything would come all at once.
 */
export async function waitsForEvening(
  tx: Tx,
  { community, channelId, kind }: { community: CommunityRow; channelId: string; kind: AnnouncementKind },
  now: number,
): Promise<number | undefined> {
  if (community.dailyPosts === 0 || OUTSIDE_THE_DAY.includes(kind)) return undefined;
  const today = Math.floor(now / MS_PER_DAY) * MS_PER_DAY;
  const [row] = await tx.all<{ posted: number }>(sql`
    SELECT count(*) AS posted FROM deliveries
    WHERE channel_id = ${channelId} AND created_at >= ${today - LONGEST_HELD} AND done_at >= ${today}
      AND status IN ('delivered', 'unknown') AND edits IS NULL`);
  return row!.posted >= community.dailyPosts - 1 ? nextEvening(today, now) : undefined;
}

/** @param dailyPosts messages a UTC day, the folded one included; 0 for as many as there are, nothing folded */
async function placeByNumber(
  tx: Tx,
  { channelId, kind, dailyPosts }: { channelId: string; kind: AnnouncementKind; dailyPosts: number },
  now: number,
): Promise<Place> {
  if (dailyPosts === 0) return AT_ONCE;
  const today = Math.floor(now / MS_PER_DAY) * MS_PER_DAY;
  const evening = nextEvening(today, now);
  const ownMessages = await tx.all<{ kind: string; told_at: number }>(sql`
    SELECT a.kind, max(d.created_at, d.not_before) AS told_at FROM deliveries d
      JOIN announcements a ON a.id = d.announcement_id
    WHERE d.channel_id = ${channelId} AND d.created_at >= ${today - LONGEST_HELD}
      AND told_at >= ${Math.min(today, now - HOUR)}
      AND d.status IN ('waiting', 'leased', 'delivered', 'unknown') AND d.edits IS NULL`);
  // What is held until another time than the evening takes a message of the day too: one each time.
  const held = await tx.all<{ not_before: number }>(sql`
    SELECT DISTINCT not_before FROM deliveries WHERE channel_id = ${channelId} AND status = 'held'
      AND not_before < ${Math.min(evening, today + MS_PER_DAY)}`);
  const posted = ownMessages.filter(({ told_at }) => told_at >= today).length + held.length;
  const burst = ownMessages.filter((row) => row.kind === kind && row.told_at > now - HOUR);
  const burstEnds = Math.min(...burst.map(({ told_at }) => told_at)) + HOUR;
  if (burst.length >= BURST && held.some(({ not_before }) => not_before === burstEnds))
    return { status: "held", notBefore: burstEnds };
  if (posted >= dailyPosts - 1) return { status: "held", notBefore: evening };
  return burst.length < BURST ? AT_ONCE : { status: "held", notBefore: burstEnds };
}

const nextEvening = (today: number, now: number): number =>
  now < today + EVENING ? today + EVENING : today + MS_PER_DAY + EVENING;
