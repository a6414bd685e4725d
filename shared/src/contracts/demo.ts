import { z } from "zod";
import { AnnouncementView, CHAT_PLATFORMS } from "./announcements.ts";
import { Id, Instant } from "./common.ts";

/** The demo's Channels page: what would be in the channels, from the real ledger and outbox (loopback only). */
export const DemoMessage = z.object({
  deliveryId: Id,
  platform: z.enum(CHAT_PLATFORMS),
  sentAt: Instant,
  view: AnnouncementView,
});
export const DemoChannels = z.object({
  producerId: Id,
  trackId: Id.meta({ description: "The track that Send a play plays" }),
  messages: z.array(DemoMessage).meta({ description: "Oldest first" }),
});
export type DemoChannels = z.infer<typeof DemoChannels>;

export const DEMO_ACTIONS = ["play", "unlock", "number-one"] as const;
export type DemoAction = (typeof DEMO_ACTIONS)[number];
