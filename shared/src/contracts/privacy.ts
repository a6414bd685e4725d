import { z } from "zod";
import { CHAT_PLATFORMS, type ChatPlatform } from "./announcements.ts";
import { NEWS_TOPICS } from "./community-news.ts";

/** What is told to the producer alone, on a linked platform. */
export const PRIVATE_TOPICS = ["spike", "sale", "digest"] as const;
export type PrivateTopic = (typeof PRIVATE_TOPICS)[number];

const switches = <Topic extends string>(topics: readonly Topic[]) => z.record(z.enum(topics), z.boolean());
const perPlatform = <Schema extends z.ZodType>(schema: Schema) => z.record(z.enum(CHAT_PLATFORMS), schema);

/**
 * What a producer agreed to; it goes before whatever a community has switched on. Written by the consent of linking,
 * by `/beatpass privacy` and on the settings page alike.
 */
export const Privacy = z.object({
  onBoards: z.boolean().meta({ description: "Appears on leaderboards that others see" }),
  named: z.boolean().meta({ description: "May be named when someone moves ahead" }),
  announced: perPlatform(switches(NEWS_TOPICS)).meta({ description: "What communities of a platform may hear" }),
  told: perPlatform(switches(PRIVATE_TOPICS)).meta({ description: "What is sent privately, where linked" }),
});
export type Privacy = z.infer<typeof Privacy>;

const onEach = <Value>(value: Value) =>
  Object.fromEntries(CHAT_PLATFORMS.map((platform) => [platform, value])) as Record<ChatPlatform, Value>;

/** Calm by default: gains may be announced; nobody is named as passed; sales and digests are asked for. */
export const DEFAULT_PRIVACY: Privacy = {
  onBoards: true,
  named: false,
  announced: onEach({ "level-up": true, achievement: true, leaderboard: true }),
  told: onEach({ spike: true, sale: false, digest: false }),
};

/** Of who is gone: shown nowhere, told of nowhere. */
export const NOTHING_AGREED: Privacy = {
  onBoards: false,
  named: false,
  announced: onEach({ "level-up": false, achievement: false, leaderboard: false }),
  told: onEach({ spike: false, sale: false, digest: false }),
};
