import {
  ANNOUNCEMENT_KINDS,
  type AnnouncementView,
  type ChatPlatform,
  type LeasedDelivery,
} from "@beatpass/shared/contracts";
import { announcementPath } from "@beatpass/shared/links";
import { sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import { isLoopbackUrl } from "../http/loopback-url.ts";
import { randomId } from "../ids.ts";
import { moveKeptBack, settleChannel } from "../notices/index.ts";
import { type Decision, decide } from "./decide.ts";
import { channelFor, usesChannel } from "./place-delivery.ts";
import { type OpenDelivery, readOpen } from "./read-open.ts";
import type { RemakeDigest } from "./without-withdrawn.ts";

/**
 * Longer than any send with its waits; a bot that dies loses its leases after this. Well under the minute in which
 * Discord knows a nonce again.
 */
export const LEASE_MS = 30_000;

export type LeaseQuery = { platform: ChatPlatform; worker: string; limit: number; demo: boolean; publicUrl: string };

type Sent = { row: OpenDelivery; lease: string; says: Extract<Decision, { is: "send" }> };

/**
 * Hands out deliveries: the oldest open one of each channel, so that order within a channel is kept and one lease
 * per channel is out at a time. A lease that ran out without an outcome is handed out again, marked in doubt. What
 * nobody wants any more, or must wait for quiet hours to end, is set aside, and the next of its channel looked at.
 */
export async function leaseDeliveries(
  context: WriteContext,
  query: LeaseQuery,
  remakeDigest: RemakeDigest,
): Promise<LeasedDelivery[]> {
  // Leases are between programs: machine time, whatever the product clock says.
  const now = Date.now();
  const at = { now, productNow: context.clock.now() };
  const leased = await context.write((tx) => leaseWithin(tx, query, at, remakeDigest));
  return leased.map((one) => asLeased(one, now, query.publicUrl));
}

/** Begins with nothing each time it is run: a transaction that is undone is done again. */
async function leaseWithin(
  tx: Tx,
  query: LeaseQuery,
  at: Parameters<typeof decide>[2],
  remakeDigest: RemakeDigest,
): Promise<Sent[]> {
  const { now } = at;
  const leased: Sent[] = [];
  for (;;) {
    const rows = await readOpen(tx, { ...query, limit: query.limit - leased.length }, now);
    const sent: Sent[] = [];
    for (const row of rows) {
      const says = await decide(tx, row, at, remakeDigest);
      if (says.is === "send") sent.push({ row, lease: randomId(), says });
      else await setAside(tx, row, says, now);
    }
    if (sent.length > 0) await leaseOut(tx, sent, now + LEASE_MS);
    leased.push(...sent);
    // None was set aside, or there is nobody for whom to look at the next of its channel.
    if (sent.length === rows.length || leased.length === query.limit) return leased;
  }
}

type SetAside = Exclude<Decision, { is: "send" }>;

async function setAside(tx: Tx, row: OpenDelivery, says: SetAside, now: number): Promise<void> {
  const { id } = row.delivery;
  if (says.is === "moved") return move(tx, row, says.channelId, now);
  const [notBefore, doneAt] = says.is === "held" ? [says.until, null] : [0, now];
  const detail = says.is === "held" ? null : says.detail;
  await tx.run(sql`
    UPDATE deliveries SET status = ${says.is}, lease = NULL, leased_until = NULL, not_before = ${notBefore},
      done_at = ${doneAt}, detail = ${detail} WHERE id = ${id}`);
}

/** Behind what the other channel has to be told already, with what a trouble of the one before kept back. */
async function move(tx: Tx, { delivery, community }: OpenDelivery, channelId: string, now: number): Promise<void> {
  await tx.run(sql`
    UPDATE deliveries SET channel_id = ${channelId}, seq = (SELECT max(seq) + 1 FROM deliveries) WHERE id = ${delivery.id}`);
  if (!usesChannel(community!, delivery.channelId)) return settleChannel(tx, delivery, now);
  const kinds = ANNOUNCEMENT_KINDS.filter((kind) => channelFor(community!, kind) === channelId);
  await moveKeptBack(tx, delivery, { channelId, kinds }, now);
}

async function leaseOut(tx: Tx, sent: readonly Sent[], until: number): Promise<void> {
  const rows = sent.map(({ row: { delivery }, lease, says }) => [
    delivery.id,
    lease,
    inDoubtSince(delivery),
    JSON.stringify(says.view),
    says.edits?.deliveryId ?? null,
  ]);
  await tx.run(sql`
    UPDATE deliveries SET status = 'leased', lease = j.value ->> 1, leased_until = ${until}, attempts = attempts + 1,
      in_doubt_since = j.value ->> 2, view = j.value ->> 3, edits = j.value ->> 4
    FROM ${jsonRows(rows)} AS j WHERE deliveries.id = j.value ->> 0`);
}

/** Since when it is not known whether it was sent: the first lease that ran out without an outcome. */
function inDoubtSince({ inDoubtSince, status, leasedUntil }: OpenDelivery["delivery"]): number | null {
  return inDoubtSince ?? (status === "leased" ? (leasedUntil ?? 0) - LEASE_MS : null);
}

function asLeased({ row, lease, says }: Sent, now: number, publicUrl: string): LeasedDelivery {
  const { delivery, community, person } = row;
  const doubt = inDoubtSince(delivery);
  const to = delivery.personScope === null ? "channel" : "person";
  return {
    id: delivery.id,
    lease,
    leasedUntil: new Date(now + LEASE_MS).toISOString(),
    platform: delivery.platform,
    guildId: community?.guildId ?? delivery.personScope ?? "",
    to,
    channelId: delivery.channelId,
    locale: community?.locale ?? person?.locale ?? (says.view.kind === "notice" ? says.view.locale : "en"),
    attempt: delivery.attempts + 1,
    ...(says.mention !== undefined && { mention: says.mention }),
    ...(says.edits && { edits: says.edits }),
    ...(doubt !== null && { inDoubtSince: new Date(doubt).toISOString() }),
    view: withLink(says.view, to, publicUrl),
  };
}

/** A link is never posted while PUBLIC_URL is loopback, nor one that leads each reader of a channel to a page of their own. */
function withLink(view: AnnouncementView, to: LeasedDelivery["to"], publicUrl: string): AnnouncementView {
  const path = isLoopbackUrl(publicUrl) ? undefined : announcementPath(view, to);
  return path === undefined ? view : { ...view, url: publicUrl + path };
}
