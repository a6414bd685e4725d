import type { AnnouncementView, FoldedLine } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { announcements, deliveries } from "../db/schema/index.ts";
import { randomId } from "../ids.ts";

/** Lines of a folded message (voice.md); what is beyond is counted. */
const LINES = 10;
const DAY = 86_400_000;

type Held = {
  id: string;
  view: string;
  community_id: string;
  name: string;
  platform: "discord" | "slack";
  channel_id: string;
  demo: number;
  created_at: number;
  not_before: number;
};

/**
 * Tells what was held and is due: a single delivery as it is, several of a channel in one folded message.
 * @returns how many messages are on their way now
 */
export async function foldHeld(context: WriteContext): Promise<number> {
  const now = Date.now();
  return context.write(async (tx) => {
    const rows = await tx.all<Held>(sql`
      SELECT d.id, a.view, d.community_id, c.name, d.platform, d.channel_id, c.demo, d.created_at, d.not_before
      FROM deliveries d JOIN communities c ON c.id = d.community_id JOIN announcements a ON a.id = d.announcement_id
      WHERE d.status = 'held' AND d.not_before <= ${now} ORDER BY d.seq`);
    const channels = Map.groupBy(rows, (row) => `${row.community_id} ${row.channel_id}`);
    for (const held of channels.values()) {
      if (held.length === 1) await release(tx, held[0]!);
      else await foldInto(tx, held, now);
    }
    return channels.size;
  });
}

/** At the end of the queue, where the bots look for something new. */
async function release(tx: Tx, { id }: Held): Promise<void> {
  await tx.run(
    sql`UPDATE deliveries SET status = 'waiting', not_before = 0, seq = (SELECT max(seq) + 1 FROM deliveries) WHERE id = ${id}`,
  );
}

async function foldInto(tx: Tx, held: readonly Held[], now: number): Promise<void> {
  const [first] = held as [Held, ...Held[]];
  const views = held.map(({ view }) => JSON.parse(view) as AnnouncementView);
  const lines = views.flatMap(foldedLine).slice(0, LINES);
  const id = randomId();
  const view: AnnouncementView = {
    kind: "folded",
    occurredAt: new Date(now).toISOString(),
    demo: first.demo === 1,
    community: { id: first.community_id, name: first.name },
    over: held.some(({ created_at, not_before }) => not_before - created_at > DAY / 24) ? "day" : "hour",
    lines,
    more: views.length - lines.length,
  };
  await tx.insert(announcements).values({
    id,
    kind: view.kind,
    producerId: "",
    cause: `folded:${first.id}`,
    view,
    occurredAt: now,
  });
  await tx.insert(deliveries).values({
    id: randomId(),
    announcementId: id,
    communityId: first.community_id,
    platform: first.platform,
    channelId: first.channel_id,
    createdAt: now,
  });
  await tx.run(sql`
    UPDATE deliveries SET status = 'folded', done_at = ${now}
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(held.map((one) => one.id))}))`);
}

function foldedLine(view: AnnouncementView): FoldedLine[] {
  if (!("producer" in view)) return [];
  const { name } = view.producer;
  switch (view.kind) {
    case "level-up":
    case "joined":
      return [{ about: "level", name, level: view.level }];
    case "achievement-unlock": {
      const [{ slug, name: achievement }, ...others] = view.achievements as [
        (typeof view.achievements)[number],
        ...typeof view.achievements,
      ];
      return [{ about: "unlock", name, achievement: { slug, name: achievement }, more: others.length }];
    }
    case "tier-reached":
      return [{ about: "tier", name, tier: view.tier, category: view.category }];
    case "new-number-one":
      return [{ about: "rank", name, rank: 1, category: view.category, period: view.period }];
    case "spike":
    case "sale":
    case "refund":
      return [];
    case "own-digest":
      return [];
    default:
      return [{ about: "rank", name, rank: view.rank, category: view.category, period: view.period }];
  }
}
