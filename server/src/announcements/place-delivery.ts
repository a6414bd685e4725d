import type { AnnouncementKind } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { CommunityRow } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { quietUntil } from "./quiet-hours.ts";
import { newsTopicOf } from "./topics.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** More than three facts of one kind in an hour become one message (voice.md "fold"). */
const BURST = 3;
/** When the day's folded message goes out, in UTC. */
const EVENING = 18 * HOUR;

type Place = { status: "waiting" | "held"; notBefore: number };
const AT_ONCE: Place = { status: "waiting", notBefore: 0 };

/** The channel that hears of a kind: its topic's own, or the community's one. */
export function channelFor(community: CommunityRow, kind: AnnouncementKind): string | undefined {
  const topic = newsTopicOf(kind);
  return (topic && community.topicChannels[topic]) ?? community.channelId ?? undefined;
}

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

/** @param dailyPosts messages a UTC day, the folded one included; 0 for as many as there are, nothing folded */
async function placeByNumber(
  tx: Tx,
  { channelId, kind, dailyPosts }: { channelId: string; kind: AnnouncementKind; dailyPosts: number },
  now: number,
): Promise<Place> {
  if (dailyPosts === 0) return AT_ONCE;
  const today = Math.floor(now / DAY) * DAY;
  const ownMessages = await tx.all<{ kind: string; created_at: number }>(sql`
    SELECT a.kind, d.created_at FROM deliveries d JOIN announcements a ON a.id = d.announcement_id
    WHERE d.channel_id = ${channelId} AND d.created_at >= ${Math.min(today, now - HOUR)}
      AND d.status NOT IN ('held', 'folded', 'withdrawn') AND d.edits IS NULL`);
  const posted = ownMessages.filter(({ created_at }) => created_at >= today).length;
  if (posted >= dailyPosts - 1) return { status: "held", notBefore: nextEvening(today, now) };
  const burst = ownMessages.filter((row) => row.kind === kind && row.created_at > now - HOUR);
  if (burst.length < BURST) return AT_ONCE;
  return { status: "held", notBefore: Math.min(...burst.map(({ created_at }) => created_at)) + HOUR };
}

const nextEvening = (today: number, now: number): number =>
  now < today + EVENING ? today + EVENING : today + DAY + EVENING;
