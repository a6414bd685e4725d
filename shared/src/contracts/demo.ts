import { z } from "zod";
import { AnnouncementView, CHAT_PLATFORMS } from "./announcements.ts";
import { ANSWERED_COMMANDS, Question } from "./answers.ts";
import { Count, Id, Instant } from "./common.ts";

/** The demo's Channels page: what would be in the channels, from the real ledger and outbox (loopback only). */
export const DemoMessage = z.object({
  deliveryId: Id,
  platform: z.enum(CHAT_PLATFORMS),
  sentAt: Instant,
  view: AnnouncementView,
});
export type DemoMessage = z.infer<typeof DemoMessage>;

export const DemoChannels = z.object({
  producerId: Id,
  track: z.object({ id: Id, title: z.string() }).meta({ description: "The track that Send a play plays" }),
  siteUrl: z.url().meta({ description: "The BeatPass stand-in page to try the extension on" }),
  messages: z.array(DemoMessage).meta({ description: "Oldest first" }),
});
export type DemoChannels = z.infer<typeof DemoChannels>;

/** play: one play of the producer's track. unlock: a picture, bio and links. number-one: plays enough to lead a board. */
export const DEMO_ACTIONS = ["play", "unlock", "number-one"] as const;
export const DemoAction = z.object({ action: z.enum(DEMO_ACTIONS) });
export type DemoActionName = (typeof DEMO_ACTIONS)[number];

/** A command as typed into one of the demo's channels. */
export const DemoQuestion = z.object({
  platform: z.enum(CHAT_PLATFORMS),
  command: z.enum(ANSWERED_COMMANDS),
  question: Question,
});

/** What the stand-in page lists: made-up artists and tracks with BeatPass's address shapes. */
export const DemoSite = z.object({
  artists: z.array(z.object({ id: Id, name: z.string() })),
  tracks: z.array(
    z.object({
      id: Id,
      title: z.string(),
      artists: z.array(z.object({ id: Id, name: z.string() })),
      album: z.object({ id: Id, title: z.string() }).optional(),
      durationMs: Count.optional(),
    }),
  ),
});
export type DemoSite = z.infer<typeof DemoSite>;
