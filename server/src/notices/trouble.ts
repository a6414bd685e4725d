import type { ChatPlatform, NoticeKind } from "@beatpass/shared/contracts";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Reader, Tx } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { notices } from "../db/schema/index.ts";
import { derivedId } from "../ids.ts";
import { tellAdministrator } from "./tell-administrator.ts";

/** So long a channel in trouble is left alone after it was tried. */
const LEFT_ALONE_MS = 600_000;
/** What was not sent so long after it might have been is news no more, whatever kept it back. */
export const NEWS_FOR_MS = 24 * 3_600_000;

type Place = { platform: ChatPlatform; channelId: string };
export type Trouble = Place & { kind: NoticeKind; communityId: string; detail: string | undefined };

/** The same trouble is one notice, however often it is met. */
const subjectOf = ({ kind, platform, communityId, channelId }: Omit<Trouble, "detail">): string => {
  if (kind === "credentials-dead") return tokenSubject(platform);
  return isOfCommunity(kind) ? communitySubject(kind, communityId) : channelSubject({ platform, channelId });
};
const tokenSubject = (platform: ChatPlatform): string => `token ${platform}`;
type OfCommunity = Extract<NoticeKind, "community-left" | "roles-missing">;
const isOfCommunity = (kind: NoticeKind): kind is OfCommunity => kind === "community-left" || kind === "roles-missing";
const communitySubject = (kind: OfCommunity, communityId: string): string =>
  `${kind === "community-left" ? "left" : "roles"} ${communityId}`;
const channelSubject = ({ platform, channelId }: Place): string => `channel ${platform} ${channelId}`;

/** Opens a notice, and tells whoever administers the community, once; an open one counts on. */
export async function noteTrouble(tx: Tx, trouble: Trouble, now: number): Promise<void> {
  const subject = subjectOf(trouble);
  const keptBack = isOfCommunity(trouble.kind) ? 0 : 1;
  const [open] = await tx
    .update(notices)
    .set({ deliveries: sql`deliveries + ${keptBack}`, lastAt: now, detail: trouble.detail ?? null, kind: trouble.kind })
    .where(and(eq(notices.subject, subject), isNull(notices.resolvedAt)))
    .returning({ id: notices.id });
  if (open) return;
  const isOfAll = trouble.kind === "credentials-dead";
  const begins = {
    kind: trouble.kind,
    communityId: isOfAll ? null : trouble.communityId,
    channelId: isOfAll || isOfCommunity(trouble.kind) ? null : trouble.channelId,
    detail: trouble.detail ?? null,
    deliveries: keptBack,
    since: now,
    lastAt: now,
    resolvedAt: null,
  };
  await tx
    .insert(notices)
    .values({ id: derivedId("not", subject), subject, platform: trouble.platform, ...begins })
    .onConflictDoUpdate({ target: notices.subject, set: begins });
  await tellAdministrator(tx, trouble, now);
}

/**
 * Whether a delivery stays back because its channel was found in trouble minutes ago; it is counted then.
 * @returns what the trouble is
 */
export async function keepBack(tx: Tx, place: Place, now: number): Promise<string | undefined> {
  const [open] = await tx.all<{ detail: string | null }>(sql`
    UPDATE notices SET deliveries = deliveries + 1
    WHERE subject = ${channelSubject(place)} AND resolved_at IS NULL AND last_at > ${now - LEFT_ALONE_MS} RETURNING detail`);
  return open && (open.detail ?? "The channel is out of reach");
}

/** A message got through: what stood against it is over, and what it kept back of late is told after all. */
export const settleTrouble = (tx: Tx, place: Place, now: number): Promise<void> =>
  settle(tx, place, [channelSubject(place), tokenSubject(place.platform)], now);

/** Its community no longer uses the channel: what was kept back goes where it would go now. */
export const settleChannel = (tx: Tx, place: Place, now: number): Promise<void> =>
  settle(tx, place, [channelSubject(place)], now);

async function settle(tx: Tx, place: Place, subjects: readonly string[], now: number): Promise<void> {
  const over = await tx.all<{ subject: string; since: number }>(sql`
    UPDATE notices SET resolved_at = ${now} WHERE subject IN ${idList(subjects)} AND resolved_at IS NULL
    RETURNING subject, since`);
  for (const { subject, since } of over) {
    const [status, within] =
      subject === tokenSubject(place.platform)
        ? ["credentials-dead", sql`true`]
        : ["destination-gone", sql`channel_id = ${place.channelId}`];
    await tx.run(sql`
      UPDATE deliveries SET status = 'held', not_before = ${now}, done_at = NULL
      WHERE platform = ${place.platform} AND status = ${status} AND ${within} AND ${isToldAfterAll(now)}
        AND done_at >= ${since}`);
  }
}

/** What a trouble that is over still tells; that of private messages and of changed ones is past. */
const isToldAfterAll = (now: number): SQL =>
  sql`edits IS NULL AND person_scope IS NULL AND coalesce(released_at, created_at) > ${now - NEWS_FOR_MS}`;

/**
 * Lets one delivery go of those that each trouble keeps back, once it was left alone for a while: nothing else may be there
 * to be sent that would show that it is over. One that fails again counts as before.
 * @returns how many
 */
export async function tryAgain(tx: Tx, now: number): Promise<number> {
  const found = await findAgain(tx, now);
  for (const { notice, delivery } of found) {
    await release(tx, delivery, now);
    await tx.run(sql`UPDATE notices SET deliveries = deliveries - 1 WHERE id = ${notice}`);
  }
  return found.length;
}

/** The oldest delivery of each trouble that may be tried again now. */
export const findAgain = async (reader: Reader, now: number): Promise<{ notice: string; delivery: string }[]> =>
  reader.all(sql`
    SELECT notice, delivery FROM (
      SELECT n.id AS notice, (SELECT id FROM deliveries d
        WHERE d.platform = n.platform AND d.status = iif(n.channel_id IS NULL, 'credentials-dead', 'destination-gone')
          AND (n.channel_id IS NULL OR d.channel_id = n.channel_id) AND d.done_at >= n.since AND ${isToldAfterAll(now)}
        ORDER BY d.seq LIMIT 1) AS delivery
      FROM notices n
      WHERE n.kind IN ('channel-gone', 'permission-missing', 'credentials-dead') AND n.resolved_at IS NULL
        AND n.last_at <= ${now - LEFT_ALONE_MS}
        AND NOT EXISTS (SELECT 1 FROM deliveries o WHERE o.platform = n.platform AND o.status IN ('waiting', 'leased')
          AND (n.channel_id IS NULL OR o.channel_id = n.channel_id)))
    WHERE delivery IS NOT NULL`);

/** To the end of the queue, where the bots look for something new; among the messages of the day it is told on. */
export async function release(tx: Tx, deliveryId: string, now: number): Promise<void> {
  await tx.run(sql`
    UPDATE deliveries SET status = 'waiting', not_before = ${now}, released_at = ${now}, done_at = NULL,
      seq = (SELECT max(seq) + 1 FROM deliveries) WHERE id = ${deliveryId}`);
}

/** The bot is back in a community, or may give its roles again. */
export async function settleOfCommunity(tx: Tx, kind: OfCommunity, communityId: string, now: number): Promise<void> {
  await tx
    .update(notices)
    .set({ resolvedAt: now })
    .where(and(eq(notices.subject, communitySubject(kind, communityId)), isNull(notices.resolvedAt)));
}
