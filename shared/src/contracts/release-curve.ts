import { z } from "zod";
import { HistoryStart } from "./beatpass-source.ts";
import { Count, Id, Instant, IsoDate, NamedRef } from "./common.ts";

/** A track's plays by its age: what two tracks are compared by. */
export const ReleaseCurve = z.object({
  track: z.object({ id: Id, title: z.string(), artists: z.array(NamedRef), image: z.string().optional() }),
  publishedOn: IsoDate,
  plays: z.array(Count.nullable()).meta({
    description:
      "Plays of each UTC day since the one of its publication, today last; null before daily figures begin, which on their first day are of a part of it",
  }),
  historyStart: HistoryStart.optional().meta({
    description:
      "Where daily figures begin, be it on the day of its publication; its plays come before those of `plays`",
  }),
  earlier: Count.meta({ description: "Plays dated before its publication, which are in no day" }),
  asOf: Instant,
});
export type ReleaseCurve = z.infer<typeof ReleaseCurve>;
