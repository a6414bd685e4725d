import type { ChatPlatform, NoticeKind } from "@beatpass/shared/contracts";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { notices } from "../db/schema/index.ts";
import { derivedId } from "../ids.ts";
import { tellAdministrator } from "./tell-administrator.ts";

/** So long a channel in trouble is left alone after it was tried. */
const LEFT_ALONE_MS = 600_000;
/** What a trouble kept back is told when it is over, as far as it is no older than this. */
export const CATCH_UP_MS = 24 * 3_600_000;

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
export async function settleTrouble(tx: Tx, place: Place, now: number): Promise<void> {
  const [channel, token] = [channelSubject(place), tokenSubject(place.platform)];
  const over = await tx.all<{ subject: string; since: number }>(sql`
    UPDATE notices SET resolved_at = ${now} WHERE subject IN (${channel}, ${token}) AND resolved_at IS NULL
    RETURNING subject, since`);
  for (const { subject, since } of over) {
    const [status, within] =
      subject === token ? ["credentials-dead", sql`true`] : ["destination-gone", sql`channel_id = ${place.channelId}`];
    await tx.run(sql`
      UPDATE deliveries SET status = 'held', not_before = ${now}, done_at = NULL
      WHERE platform = ${place.platform} AND status = ${status} AND ${within} AND edits IS NULL AND person_scope IS NULL
        AND created_at > ${now - CATCH_UP_MS} AND done_at >= ${since}`);
  }
}

/** The bot is back in a community, or may give its roles again. */
export async function settleOfCommunity(tx: Tx, kind: OfCommunity, communityId: string, now: number): Promise<void> {
  await tx
    .update(notices)
    .set({ resolvedAt: now })
    .where(and(eq(notices.subject, communitySubject(kind, communityId)), isNull(notices.resolvedAt)));
}
