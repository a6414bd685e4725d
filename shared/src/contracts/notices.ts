import { z } from "zod";
import { ANNOUNCEMENT_KINDS, CHAT_PLATFORMS } from "./announcements.ts";
import { Count, Id, Instant, NamedRef } from "./common.ts";

/**
 * Where someone must act. channel-gone, permission-missing: nothing can be posted in a channel. credentials-dead: a
 * platform refuses the bot's token. community-left: the bot was removed or banned. roles-missing: the bot may not give
 * the roles that a community gives by level.
 */
export const NOTICE_KINDS = [
  "channel-gone",
  "permission-missing",
  "credentials-dead",
  "community-left",
  "roles-missing",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const ListedDelivery = z.object({
  deliveryId: Id,
  platform: z.enum(CHAT_PLATFORMS),
  community: NamedRef.optional().meta({ description: "Absent for a private message" }),
  channelId: Id.optional().meta({ description: "Absent for a private message" }),
  kind: z.enum(ANNOUNCEMENT_KINDS),
  producer: NamedRef.optional().meta({ description: "Absent for a folded message" }),
  at: Instant,
  detail: z.string().optional(),
});
/** A message that is missing, or may be. */
export type ListedDelivery = z.infer<typeof ListedDelivery>;

/** Open notices, the newest first; each goes by itself once it works again. */
export const Notices = z.object({
  notices: z.array(
    z.object({
      id: Id,
      kind: z.enum(NOTICE_KINDS),
      platform: z.enum(CHAT_PLATFORMS),
      community: NamedRef.optional(),
      channelId: Id.optional(),
      detail: z.string().optional().meta({ description: "In the platform's own words" }),
      deliveries: Count.meta({ description: "How many it kept back so far" }),
      since: Instant,
      lastAt: Instant,
    }),
  ),
  unknown: z
    .array(ListedDelivery)
    .meta({ description: "Deliveries that may or may not have been seen: nobody can tell, and they are not repeated" }),
  unsent: z.array(ListedDelivery).meta({
    description: "Deliveries of the last 30 days that were given up: refused by the platform, or no news any more",
  }),
});
export type Notices = z.infer<typeof Notices>;
