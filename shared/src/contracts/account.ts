import { z } from "zod";
import { LOCALES } from "./announcements.ts";
import { Count, Id, Instant, isCleanText, TimeZone, UNCLEAN } from "./common.ts";

/** One's own account: what the settings page shows and changes. */
export const Account = z.object({
  name: z.string(),
  email: z.string(),
  admin: z.boolean(),
  demo: z.boolean(),
  locale: z.enum(LOCALES).optional().meta({ description: "Absent: the browser's own" }),
  timeZone: TimeZone.optional().meta({ description: "Absent: unknown, and UTC in the rules" }),
  artists: z.array(
    z.object({
      id: Id,
      name: z.string(),
      image: z.string().optional(),
      pictures: Count,
      hasBio: z.boolean(),
      links: Count,
      completed: z.boolean().meta({ description: "Earns XP: a picture and a bio, or vouched for (spec §1)" }),
    }),
  ),
});
export type Account = z.infer<typeof Account>;

/** What is absent stays as it is. */
export const AccountChange = z
  .object({
    name: z.string().trim().min(1).max(100).refine(isCleanText, UNCLEAN),
    locale: z.enum(LOCALES),
    timeZone: TimeZone.nullable().meta({ description: "null: unknown" }),
  })
  .partial();
export type AccountChange = z.infer<typeof AccountChange>;

/** Browsers that were let in by a pairing code. */
export const PairedBrowser = z.object({
  id: Id,
  browser: z.string().meta({ description: 'As it called itself, e.g. "Firefox · Linux"' }),
  pairedAt: Instant,
  lastSeenAt: Instant.meta({ description: "To the hour" }),
  current: z.boolean().meta({ description: "The one that asks" }),
});
export type PairedBrowser = z.infer<typeof PairedBrowser>;
export const PairedBrowsers = z.object({ browsers: z.array(PairedBrowser) });

/** API keys of one's own: they read one's figures and do nothing else. */
export const OwnKey = z.object({ id: Id, note: z.string(), createdAt: Instant });
export type OwnKey = z.infer<typeof OwnKey>;
export const OwnKeys = z.object({ keys: z.array(OwnKey) });
export const OwnKeyWanted = z.object({
  note: z.string().trim().min(1).max(60).refine(isCleanText, UNCLEAN).meta({ description: "What it is for" }),
});
export const NewKey = z.object({ id: Id, key: z.string().meta({ description: "Shown this once" }) });
export type NewKey = z.infer<typeof NewKey>;
