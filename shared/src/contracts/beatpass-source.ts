import { z } from "zod";
import { Count, Instant, IsoDate, NamedRef } from "./common.ts";

/** The connection of a producer with the BeatPass API (spec §9). The token goes in and never comes out again. */

/** A token as BeatPass shows it: one word of printable characters. */
export const BeatPassToken = z
  .string()
  .trim()
  .min(8, "is too short for a token")
  .max(1000, "is too long for a token")
  .regex(/^[\x21-\x7e]+$/, "holds spaces, or characters that no token has");

export const ConnectBeatPass = z.object({ token: BeatPassToken });

/** soon: it ends within 14 days. ended: 90 days have passed. refused: BeatPass took it once and does so no more. */
export const TOKEN_STATES = ["valid", "soon", "ended", "refused", "no-upload"] as const;

/** Why the last attempt to read brought nothing. */
export const READ_PROBLEMS = ["unavailable", "unreadable"] as const;

/** Where daily figures begin: what was played before it is in the totals, without a date. */
export const HistoryStart = z.object({
  date: IsoDate.meta({ description: "The UTC day of the first reading" }),
  plays: Count.meta({ description: "Plays before it; no day, range or series has them" }),
});
export type HistoryStart = z.infer<typeof HistoryStart>;

export const BeatPassConnection = z.object({
  artist: NamedRef,
  connectedAt: Instant,
  token: z.object({
    state: z.enum(TOKEN_STATES),
    addedAt: Instant,
    expiresAt: Instant.meta({ description: "90 days after it was pasted; BeatPass does not say when it was made" }),
    days: Count.meta({ description: "Days left, begun ones counted" }),
  }),
  reading: z
    .object({ done: Count, total: Count.optional(), problem: z.enum(READ_PROBLEMS).optional() })
    .optional()
    .meta({ description: "The catalog is being read, or will be as soon as BeatPass answers again" }),
  lastReadAt: Instant.optional(),
  nextReadingAt: Instant.optional().meta({ description: "From then on one may ask for another reading" }),
  tracks: Count.optional().meta({ description: "In the catalog as it was last read" }),
  historyStart: HistoryStart.optional(),
  caughtUp: Count.optional().meta({ description: "After a renewal: plays that were missed and have been added" }),
});
export type BeatPassConnection = z.infer<typeof BeatPassConnection>;

export const BeatPassSource = z.object({
  connection: BeatPassConnection.optional().meta({ description: "Absent: not connected" }),
  asOf: Instant,
});
export type BeatPassSource = z.infer<typeof BeatPassSource>;

/** What the connection with BeatPass wants its producer to know, the most pressing alone. */
export const SourceNotice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("first-read"), done: Count, total: Count.optional() }),
  z.object({ kind: z.literal("token-soon"), days: Count, expiresAt: Instant }),
  z.object({ kind: z.literal("token-ended"), figuresFrom: Instant.optional() }),
  z.object({ kind: z.literal("token-refused") }),
]);
export type SourceNotice = z.infer<typeof SourceNotice>;
