import type { Insights, Locale, PublicArtist } from "@beatpass/shared/contracts";
import { SUBJECT_KINDS } from "@beatpass/shared/links";
import { z } from "zod";
import { LANGUAGES, NOTICES, THEMES, type Theme } from "../storage/settings.ts";

/** The messages of the extension. The background checks each one; content scripts and pages import only types. */
const subject = z.object({ kind: z.enum(SUBJECT_KINDS), id: z.string().regex(/^\d{1,20}$/) });

/** What the checks of a page of the site found: names of patterns, counts and the shape of its address. */
const SiteReport = z.object({
  map: z.number().int(),
  path: z.string().max(200),
  counts: z.record(z.string().max(40), z.number().int().nonnegative()),
  missing: z.array(z.string().max(40)).max(20),
});
export type SiteReport = z.infer<typeof SiteReport>;

/** What a content script may ask of the background. */
export const ContentRequest = z.discriminatedUnion("type", [
  z.object({ type: z.literal("insights.read"), subject }),
  z.object({ type: z.literal("insights.open"), subject }),
  z.object({ type: z.literal("insights.compare"), subject }),
  z.object({ type: z.literal("insights.show"), subject }),
  z.object({ type: z.literal("artists.open") }),
  z.object({ type: z.literal("pairing.show") }),
  z.object({ type: z.literal("switches.read") }),
  z.object({ type: z.literal("side.open") }),
  z.object({ type: z.literal("site.changed"), report: SiteReport }),
]);

/** What is named is changed; an absent one stays. */
const may = <T extends z.ZodType>(type: T) => type.exactOptional();
const SettingsChange = z.strictObject({
  language: may(z.enum(LANGUAGES)),
  theme: may(z.enum(THEMES)),
  menu: may(z.boolean()),
  longPress: may(z.boolean()),
  badge: may(z.boolean()),
  notify: may(z.partialRecord(z.enum(NOTICES), z.boolean())),
  saleAmount: may(z.boolean()),
});
export type SettingsChange = z.infer<typeof SettingsChange>;

/** What the extension's own pages may ask. */
export const PageRequest = z.discriminatedUnion("type", [
  z.object({ type: z.literal("figures.refresh") }),
  z.object({ type: z.literal("figures.look") }),
  z.object({ type: z.literal("pairing.start"), server: z.string().max(2000).optional() }),
  z.object({ type: z.literal("pairing.ask") }),
  z.object({ type: z.literal("pairing.cancel") }),
  z.object({ type: z.literal("server.set"), address: z.string().max(2000) }),
  z.object({ type: z.literal("unpair") }),
  z.object({ type: z.literal("settings.change"), change: SettingsChange }),
  z.object({ type: z.literal("site.dismiss") }),
  z.object({ type: z.literal("storage.list") }),
  z.object({ type: z.literal("everything.clear") }),
]);

export type Request = z.infer<typeof ContentRequest> | z.infer<typeof PageRequest>;

export type InsightsAnswer =
  | { status: "ok"; insights: Insights; kept?: KeptBecause }
  | { status: "denied"; artist?: PublicArtist }
  | { status: "unpaired" | "expired" | "offline" | "unreachable" }
  | { status: "failed"; requestId?: string };

/** Why figures that were read earlier are shown, and when that was. */
export type KeptBecause = { why: "offline" | "unreachable" | "failed"; readAt: string; requestId?: string };

/** "elsewhere": the page around the frame is not one that we run in. */
export type InsightsShownAnswer = { status: "shown" | "elsewhere" };

export type PairingStartAnswer =
  | { status: "started" | "no-server" | "offline" }
  | { status: "not-reached"; server: string };

export type ServerSetAnswer = { status: "set"; server: string } | { status: "not-allowed" };

/** What of the settings a page of the site is to follow. */
export type Switches = { menu: boolean; longPress: boolean; locale: Locale; theme: Theme };

/** What the extension keeps in this browser, by the name it is kept under. */
export type StoredItem = { name: string; bytes: number };

/** What each request is answered with. */
export type Answers = {
  "insights.read": InsightsAnswer;
  "insights.open": undefined;
  "insights.compare": undefined;
  "insights.show": InsightsShownAnswer;
  "artists.open": undefined;
  "pairing.show": undefined;
  "figures.refresh": undefined;
  "figures.look": undefined;
  "pairing.start": PairingStartAnswer;
  "pairing.ask": undefined;
  "pairing.cancel": undefined;
  "server.set": ServerSetAnswer;
  unpair: undefined;
  "switches.read": Switches;
  "side.open": undefined;
  "site.changed": undefined;
  "site.dismiss": undefined;
  "settings.change": undefined;
  "storage.list": StoredItem[];
  "everything.clear": undefined;
};

/** From the background to a tab's page: from the browser's own menu, or from a frame in which the panel would be lost. */
export type ShowInsights = { type: "insights.show"; subject: z.infer<typeof subject> };

/** From the background to every content script: the person changed a setting that the site's pages follow. */
export type SwitchesChanged = { type: "switches.changed"; switches: Switches };

/** From the background to the page of an active tab: is it what the person has before them? Answered with true. */
export type FrontAsked = { type: "front.ask" };
