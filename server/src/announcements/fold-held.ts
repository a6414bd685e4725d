import type { AnnouncementView } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { jsonEach } from "../db/json-rows.ts";
import { announcements, deliveries } from "../db/schema/index.ts";
import { randomId } from "../ids.ts";
import { tryAgain } from "../notices/index.ts";
import { foldedLine, foldedView } from "./folded-view.ts";

type Held = {
  id: string;
  view: string;
  community_id: string;
  name: string;
  platform: "discord" | "slack";
  channel_id: string;
  demo: number;
  created_at: number;
};

/**
 * Tells what was held and is due: a single delivery as it is, several of a channel in one folded message. Where a trouble
 * keeps things back, one of them is tried again.
 * @returns how many messages are on their way now
 */
export async function foldHeld(context: WriteContext): Promise<number> {
  const now = Date.now();
  return context.write(async (tx) => {
    // Along the index of what is open: the plus keeps SQLite from looking through all deliveries in their order.
    const rows = await tx.all<Held>(sql`
      SELECT d.id, coalesce(d.view, a.view) AS view, d.community_id, c.name, d.platform, d.channel_id, c.demo, d.created_at
      FROM deliveries d JOIN communities c ON c.id = d.community_id JOIN announcements a ON a.id = d.announcement_id
      WHERE d.platform IN ('discord', 'slack') AND d.status = 'held' AND d.not_before <= ${now} ORDER BY +d.seq`);
    const channels = Map.groupBy(rows, (row) => `${row.community_id} ${row.channel_id}`);
    for (const held of channels.values()) {
      const withLine = held.filter(({ view }) => foldedLine(JSON.parse(view) as AnnouncementView).length > 0);
      // A digest is a message of its own.
      const alone = withLine.length > 1 ? held.filter((one) => !withLine.includes(one)) : held;
      if (withLine.length > 1) await foldInto(tx, withLine, now);
      for (const one of alone) await release(tx, one, now);
    }
    return channels.size + (await tryAgain(tx, now));
  });
}

/**
 * At the end of the queue, where the bots look for something new; among the messages of the day it is told on. What was held
 * until this hour is news from now on, the first time; what a trouble kept back is as old as it was.
 */
async function release(tx: Tx, { id }: Held, now: number): Promise<void> {
  await tx.run(sql`
    UPDATE deliveries SET status = 'waiting', not_before = ${now},
      released_at = coalesce(released_at, iif(not_before > 0, ${now}, NULL)),
      seq = (SELECT max(seq) + 1 FROM deliveries) WHERE id = ${id}`);
}

/** Its words are put together anew when it is sent. */
async function foldInto(tx: Tx, held: readonly Held[], now: number): Promise<void> {
  const [first] = held as [Held, ...Held[]];
  const view = foldedView(
    held.map((one) => JSON.parse(one.view) as AnnouncementView),
    {
      community: { id: first.community_id, name: first.name },
      demo: first.demo === 1,
      over: held.some(({ created_at }) => now - created_at > MS_PER_DAY / 24) ? "day" : "hour",
      at: now,
    },
  );
  if (!view) return;
  const [announcementId, id] = [randomId(), randomId()];
  await tx.insert(announcements).values({
    id: announcementId,
    kind: view.kind,
    producerId: "",
    cause: `folded:${first.id}:${now}`,
    view,
    occurredAt: now,
  });
  await tx.insert(deliveries).values({
    id,
    announcementId,
    communityId: first.community_id,
    platform: first.platform,
    channelId: first.channel_id,
    createdAt: now,
  });
  await tx.run(sql`
    UPDATE deliveries SET status = 'folded', folded_into = ${id}, done_at = ${now}
    WHERE id IN (SELECT value FROM ${jsonEach(held.map((one) => one.id))})`);
}
