import { z } from "zod";
import { CHAT_PLATFORMS } from "./announcements.ts";
import { Count, Id, Instant, isCleanText, NamedRef, UNCLEAN } from "./common.ts";

/** What an administrator sees and does at /admin, beside accounts (people.ts) and claims (claims.ts). */
export const KEY_SCOPES = ["ingest", "read", "bot", "admin"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export const ApiKey = z.object({
  id: Id,
  scope: z.enum(KEY_SCOPES),
  producer: NamedRef.optional().meta({ description: "Reads as this producer" }),
  owner: z.string().optional().meta({ description: "E-mail of the person who made it in Settings" }),
  sources: z.array(z.string()).meta({ description: 'Event sources it may speak for; "*" is any' }),
  trusted: z.boolean().meta({ description: "May set producerId and vouched in events" }),
  note: z.string().optional(),
  createdAt: Instant,
  revokedAt: Instant.optional(),
});
export type ApiKey = z.infer<typeof ApiKey>;
export const ApiKeys = z.object({ keys: z.array(ApiKey) });

export const ApiKeyWanted = z.object({
  scope: z.enum(KEY_SCOPES),
  note: z.string().trim().min(1).max(60).refine(isCleanText, UNCLEAN),
  sources: z.array(Id).max(20).default(["*"]),
  trusted: z.boolean().default(false),
  producerId: Id.optional(),
});
export type ApiKeyWanted = z.infer<typeof ApiKeyWanted>;

export const AdminCommunity = z.object({
  id: Id,
  platform: z.enum(CHAT_PLATFORMS),
  name: z.string(),
  guildId: Id,
  channelId: Id.optional(),
  demo: z.boolean(),
  members: Count.meta({ description: "Producers whose news it hears and who are on its boards" }),
  linked: Count.meta({ description: "Producers who linked themselves there" }),
  leftAt: Instant.optional().meta({ description: "The bot was removed, or its token no longer works" }),
  problem: z
    .object({ status: z.string(), detail: z.string().optional(), at: Instant })
    .optional()
    .meta({ description: "The last delivery that failed since the last one that arrived" }),
});
export type AdminCommunity = z.infer<typeof AdminCommunity>;
export const AdminCommunities = z.object({ communities: z.array(AdminCommunity) });

export const AdminDemo = z.object({ producers: Count.meta({ description: "Made-up producers; 0: there is no demo" }) });
