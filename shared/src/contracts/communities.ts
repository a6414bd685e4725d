import { z } from "zod";
import { CHAT_PLATFORMS, LOCALES } from "./announcements.ts";
import { Id } from "./common.ts";

/** A Discord server or Slack workspace, as its bot reports it; it appears silently. */
export const CommunitySeen = z.object({
  name: z.string().max(200),
  locale: z.enum(LOCALES).optional(),
  ownerId: Id.optional().meta({ description: "Who administers it as far as the platform says: the server's owner" }),
});
export type CommunitySeen = z.infer<typeof CommunitySeen>;
/** Every community of a platform that its bot is in, as it comes online. */
export const CommunitiesPresent = z.object({ guildIds: z.array(Id).max(10_000) });
export const CommunityRef = z.object({ platform: z.enum(CHAT_PLATFORMS), guildId: Id });
