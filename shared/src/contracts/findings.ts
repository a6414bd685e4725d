import { z } from "zod";
import { CHAT_PLATFORMS } from "./announcements.ts";

/**
 * What `beatpass doctor` found of one part. ok: it works. off: it is not set up, which is no fault. wrong: something set
 * is wrong, and the text says how to mend it.
 */
export const Finding = z.object({ part: z.string(), state: z.enum(["ok", "off", "wrong"]), text: z.string() });
export type Finding = z.infer<typeof Finding>;

/** A community whose channels the bots' part of the doctor looks at. */
export const Patient = z.object({
  platform: z.enum(CHAT_PLATFORMS),
  guildId: z.string(),
  name: z.string(),
  channelIds: z.array(z.string()),
});
export type Patient = z.infer<typeof Patient>;
