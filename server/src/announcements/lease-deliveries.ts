import type { AnnouncementView, ChatPlatform, LeasedDelivery } from "@beatpass/shared/contracts";
import { insightsPath, PAGES } from "@beatpass/shared/links";
import { sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import { isLoopbackUrl } from "../http/loopback-url.ts";
import { randomId } from "../ids.ts";

/**
 * Longer than any send with its waits; a bot that dies loses its leases after this. Well under the minute in which
 * Discord knows a nonce again.
 */
export const LEASE_MS = 30_000;

export type LeaseQuery = { platform: ChatPlatform; worker: string; limit: number; demo: boolean; publicUrl: string };

/** Since when it is not known whether it was sent: the first lease that ran out without an outcome. */
const DOUBT = sql.raw(`coalesce(in_doubt_since, CASE WHEN status = 'leased' THEN leased_until - ${LEASE_MS} END)`);

type Row = {
  id: string;
  channel_id: string;
  attempts: number;
  in_doubt_since: number | null;
  guild_id: string;
  locale: "en" | "fr";
  view: string;
};

/**
 * Hands out deliveries: the oldest open one of each channel, so that order within a channel is kept and one lease
 * per channel is out at a time. A lease that ran out without an outcome is handed out again, marked in doubt.
 */
export async function leaseDeliveries(context: WriteContext, query: LeaseQuery): Promise<LeasedDelivery[]> {
  // Leases are between programs: machine time, whatever the product clock says.
  const now = Date.now();
  return context.write(async (tx) => {
    const rows = await readOpen(tx, query, now);
    if (rows.length === 0) return [];
    const leased = rows.map((row) => ({ row, lease: randomId() }));
    const until = now + LEASE_MS;
    await tx.run(sql`
      UPDATE deliveries SET status = 'leased', lease = j.value ->> 1, leased_until = ${until}, attempts = attempts + 1,
        in_doubt_since = ${DOUBT}
      FROM ${jsonRows(leased.map(({ row, lease }) => [row.id, lease]))} AS j WHERE deliveries.id = j.value ->> 0`);
    return leased.map(({ row, lease }) => ({
      id: row.id,
      lease,
      leasedUntil: new Date(until).toISOString(),
      platform: query.platform,
      guildId: row.guild_id,
      channelId: row.channel_id,
      locale: row.locale,
      attempt: row.attempts + 1,
      ...(row.in_doubt_since !== null && { inDoubtSince: new Date(row.in_doubt_since).toISOString() }),
      view: withLink(JSON.parse(row.view) as AnnouncementView, query.publicUrl),
    }));
  });
}

function readOpen(tx: Tx, { platform, limit, demo }: LeaseQuery, now: number): Promise<Row[]> {
  return tx.all<Row>(sql`
    SELECT d.id, d.channel_id, d.attempts, c.guild_id, c.locale, a.view,
      ${DOUBT} AS in_doubt_since
    FROM deliveries d JOIN communities c ON c.id = d.community_id JOIN announcements a ON a.id = d.announcement_id
    WHERE d.seq IN (SELECT min(seq) FROM deliveries WHERE platform = ${platform} AND status IN ('waiting', 'leased') GROUP BY channel_id)
      AND c.demo = ${demo ? 1 : 0} AND d.not_before <= ${now}
      AND (d.status = 'waiting' OR d.leased_until <= ${now})
    ORDER BY d.seq LIMIT ${limit}`);
}

/** A link is never posted while PUBLIC_URL is loopback. */
export function withLink(view: AnnouncementView, publicUrl: string): AnnouncementView {
  return isLoopbackUrl(publicUrl) ? view : { ...view, url: `${publicUrl}${pageOf(view)}` };
}

function pageOf(view: AnnouncementView): string {
  if (view.kind === "spike") return insightsPath({ kind: "track", id: view.track.id });
  return view.kind === "sale" || view.kind === "refund" ? PAGES.finances : PAGES.home;
}
