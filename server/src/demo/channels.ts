import type { AnnouncementView, DemoChannels, DemoMessage } from "@beatpass/shared/contracts";
import { CHAT_PLATFORMS } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { randomId } from "../ids.ts";
import type { DemoContext } from "./load-demo.ts";
import { HERO } from "./people.ts";

const SHOWN = 40;

/** The demo's channels: leases its deliveries as a bot would, and shows what was delivered, oldest first. */
export async function demoChannels(context: DemoContext & { publicUrl: string }): Promise<DemoChannels> {
  await deliverAll(context);
  const rows = await context.db.all<{
    id: string;
    platform: DemoMessage["platform"];
    done_at: number;
    view: string;
  }>(sql`
    SELECT * FROM (
      SELECT d.seq, d.id, d.platform, d.done_at, a.view FROM deliveries d JOIN announcements a ON a.id = d.announcement_id
      JOIN communities c ON c.id = d.community_id WHERE c.demo AND d.status = 'delivered' ORDER BY d.seq DESC LIMIT ${2 * SHOWN}
    ) ORDER BY seq`);
  return {
    producerId: HERO.producerId,
    track: { id: HERO.trackId, title: HERO.trackTitle },
    siteUrl: `${context.publicUrl}/demo/beatpass`,
    messages: rows.map(({ id, platform, done_at, view }) => ({
      deliveryId: id,
      platform,
      sentAt: new Date(done_at).toISOString(),
      view: JSON.parse(view) as AnnouncementView,
    })),
  };
}

async function deliverAll({ writer, publicUrl }: DemoContext & { publicUrl: string }): Promise<void> {
  for (const platform of CHAT_PLATFORMS) {
    for (;;) {
      const leased = await writer.run("leaseDeliveries", {
        platform,
        worker: "demo",
        limit: 50,
        demo: true,
        publicUrl,
      });
      if (leased.length === 0) break;
      for (const { id, lease } of leased)
        await writer.run("recordOutcome", { id, lease, outcome: "delivered", messageId: randomId() });
    }
  }
}
