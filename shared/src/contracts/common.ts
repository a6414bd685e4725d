import { z } from "zod";

/** Text that every store and platform takes: no null character, no half of a surrogate pair. */
export const isCleanText = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000");
export const UNCLEAN = "holds a null character or half of a surrogate pair";

/** Ids are BeatPass's own (for imported data the file's), as strings. */
export const Id = z.string().min(1).max(200).refine(isCleanText, UNCLEAN);
export const Instant = z.iso.datetime().meta({ description: "UTC, ISO 8601" });
export const IsoDate = z.iso.date().meta({ description: "A UTC day" });
export const Ratio = z.number().meta({ description: "A ratio: 0.12 = 12 %" });
export const Count = z.number().int().nonnegative();

export const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, "is no time zone of the IANA database, such as Europe/Paris")
  .meta({ description: 'IANA name, e.g. "Europe/Paris"' });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const NamedRef = z.object({ id: Id, name: z.string() });
export type NamedRef = z.infer<typeof NamedRef>;
