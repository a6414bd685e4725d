import type { AnnouncementKind, ChatPlatform, NoticeKind } from "@beatpass/shared/contracts";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { notices } from "../db/schema/index.ts";
import { derivedId } from "../ids.ts";
import { tellAdministrator } from "./tell-administrator.ts";

/** So long a channel in trouble is left alone after it was tried. */
export const LEFT_ALONE_MS = 600_000;
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
 * Whether a delivery stays back because its channel was found in trouble minutes ago; it is counted then. One that is to
 * find out whether it still is, does not: see tryAgain.
 * @returns what the trouble is
 */
export async function keepBack(
  tx: Tx,
  { notBefore, ...place }: Place & { notBefore: number },
  now: number,
): Promise<string | undefined> {
  const [open] = await tx.all<{ detail: string | null }>(sql`
    UPDATE notices SET deliveries = deliveries + 1
    WHERE subject = ${channelSubject(place)} AND resolved_at IS NULL AND last_at > ${now - LEFT_ALONE_MS}
      AND last_at <> ${notBefore} RETURNING detail`);
  return open && (open.detail ?? "The channel is out of reach");
}

/** A message got through: what stood against it is over, and what it kept back of late is told after all. */
export const settleTrouble = (tx: Tx, place: Place, now: number): Promise<void> =>
  settle(tx, place, [channelSubject(place), tokenSubject(place.platform)], now);

/** Its community no longer uses the channel: what was kept back goes where it would go now. */
export const settleChannel = (tx: Tx, place: Place, now: number): Promise<void> =>
  settle(tx, place, [channelSubject(place)], now);

/** Some kinds go to another channel now, of a community that uses this one still: what was kept back of them goes there. */
export async function moveKeptBack(
  tx: Tx,
  place: Place & { communityId: string },
  to: { channelId: string; kinds: readonly AnnouncementKind[] },
  now: number,
): Promise<void> {
  const { rowsAffected } = await tx.run(sql`
    UPDATE deliveries SET status = 'held', not_before = ${AT_ONCE}, done_at = NULL, channel_id = ${to.channelId}
    WHERE channel_id = ${place.channelId} AND status = 'destination-gone' AND community_id = ${place.communityId}
      AND platform = ${place.platform} AND ${isToldAfterAll(now)}
      AND announcement_id IN (SELECT id FROM announcements WHERE kind IN ${idList(to.kinds)})`);
  await tx.run(sql`
    UPDATE notices SET deliveries = max(0, deliveries - ${rowsAffected})
    WHERE subject = ${channelSubject(place)} AND resolved_at IS NULL`);
}

/** What is held until no certain time goes out with the next look, as old as it was. */
const AT_ONCE = 0;

async function settle(tx: Tx, place: Place, subjects: readonly string[], now: number): Promise<void> {
  const over = await tx.all<{ subject: string; since: number }>(sql`
    UPDATE notices SET resolved_at = ${now} WHERE subject IN ${idList(subjects)} AND resolved_at IS NULL
    RETURNING subject, since`);
  for (const { subject, since } of over) {
    const [status, within] =
      subject === tokenSubject(place.platform)
        ? ["credentials-dead", sql`true`]
        : ["destination-gone", sql`channel_id = ${place.channelId}`];
    const keptBack = sql`platform = ${place.platform} AND status = ${status} AND ${within} AND done_at >= ${since}`;
    await tx.run(sql`
      UPDATE deliveries SET status = 'held', not_before = ${AT_ONCE}, done_at = NULL
      WHERE ${keptBack} AND ${isToldAfterAll(now)}`);
    // What is news no more is listed as given up: the notice that told of it is gone.
    await tx.run(sql`UPDATE deliveries SET status = 'rejected' WHERE ${keptBack} AND edits IS NULL`);
  }
}

/** What a trouble that is over still tells; that of private messages and of changed ones is past. */
export const isToldAfterAll = (now: number): SQL =>
  sql`edits IS NULL AND person_scope IS NULL AND coalesce(released_at, created_at) > ${now - NEWS_FOR_MS}`;

/** The bot is back in a community, or may give its roles again. */
export async function settleOfCommunity(tx: Tx, kind: OfCommunity, communityId: string, now: number): Promise<void> {
  await tx
    .update(notices)
    .set({ resolvedAt: now })
    .where(and(eq(notices.subject, communitySubject(kind, communityId)), isNull(notices.resolvedAt)));
}
