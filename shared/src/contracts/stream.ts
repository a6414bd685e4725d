import { z } from "zod";
import { ANNOUNCEMENT_KINDS } from "./announcements.ts";
import { Count, Id, Instant } from "./common.ts";

/** Server-sent events of the signed-in producer on `/v1/stream`; each names what to read anew. */
export const StreamEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("progress"), producerId: Id, xp: Count, level: Count, at: Instant }),
  z.object({ type: z.literal("plays"), producerId: Id, plays: Count, at: Instant }),
  z.object({ type: z.literal("unlock"), producerId: Id, slugs: z.array(z.string()), at: Instant }),
  z.object({ type: z.literal("announcement"), producerId: Id, id: Id, kind: z.enum(ANNOUNCEMENT_KINDS), at: Instant }),
  z.object({ type: z.literal("rank"), producerId: Id, at: Instant }),
]);
export type StreamEvent = z.infer<typeof StreamEvent>;
