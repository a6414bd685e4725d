import { z } from "zod";
import { AnnouncementView, CHAT_PLATFORMS, LOCALES } from "./announcements.ts";
import { PlatformUser } from "./answers.ts";
import { Count, Id, Instant, NamedRef } from "./common.ts";
import { Privacy } from "./privacy.ts";

/** The platform users who are linked to one's producer. */
export const Identities = z.object({
  identities: z.array(
    z.object({
      platform: z.enum(CHAT_PLATFORMS),
      id: Id.meta({ description: "The platform's user id" }),
      name: z.string().meta({ description: "As the platform shows the person" }),
      workspace: z.string().optional().meta({ description: "Slack: the workspace in which the user is one" }),
      linkedAt: Instant,
      unreachableSince: Instant.optional().meta({ description: "The last private message could not reach the person" }),
    }),
  ),
});
export type Identities = z.infer<typeof Identities>;
export const IdentityRef = z.object({ platform: z.enum(CHAT_PLATFORMS), id: Id });

/** Shown once to the person, who types it in Discord or Slack; the hash alone is kept. */
export const LinkCode = z.object({ code: z.string(), expiresAt: Instant });
export type LinkCode = z.infer<typeof LinkCode>;

export const MemberRef = z.object({ platform: z.enum(CHAT_PLATFORMS), guildId: Id, user: PlatformUser });

export const LinkRequest = z.object({
  code: z.string().min(1).max(40).meta({ description: "As typed: case, spaces and dashes do not matter" }),
  name: z.string().min(1).max(200).meta({ description: "As the platform shows the person" }),
  replace: z.boolean().default(false).meta({ description: "Also where the person is linked to another producer" }),
  locale: z.enum(LOCALES).default("en").meta({ description: "The person's own; private messages are written in it" }),
});

/** A linked person: what they agreed to, how it would look, and their own number. */
export const LinkedMember = z.object({
  producer: NamedRef,
  level: Count,
  tracks: Count,
  plays: Count,
  privacy: Privacy,
  preview: AnnouncementView.meta({ description: "An announcement as it would be posted" }),
});
export type LinkedMember = z.infer<typeof LinkedMember>;

export const LinkAnswer = z.discriminatedUnion("is", [
  LinkedMember.extend({
    is: z.literal("linked"),
    isFirst: z
      .boolean()
      .default(true)
      .meta({ description: "No other account of the producer is linked on the platform" }),
  }),
  z.object({ is: z.literal("already"), producer: NamedRef }),
  z
    .object({ is: z.literal("other"), producer: NamedRef, wanted: NamedRef })
    .meta({ description: "Linked to another producer: asked again with `replace`, the code is still good" }),
  z.object({ is: z.literal("wrong-code") }),
  z.object({ is: z.literal("expired-code") }),
  z.object({ is: z.literal("too-many-tries"), until: Instant }),
]);
export type LinkAnswer = z.infer<typeof LinkAnswer>;

export const MemberAnswer = z.discriminatedUnion("is", [
  LinkedMember.extend({ is: z.literal("linked") }),
  z.object({
    is: z.literal("unlinked"),
    settingsUrl: z.url().optional().meta({ description: "Where the code is shown; absent while it is loopback" }),
  }),
]);
export type MemberAnswer = z.infer<typeof MemberAnswer>;

/** What a person ticked on one platform; what is of the other platform stays as it is. */
export const MemberChoices = z.object({
  onBoards: z.boolean(),
  named: z.boolean(),
  announced: Privacy.shape.announced.valueType,
  told: Privacy.shape.told.valueType,
  hello: z.boolean().default(false).meta({ description: "Announce the arrival in this community, once" }),
});
export type MemberChoices = z.input<typeof MemberChoices>;

/**
 * What the community still has of whoever was unlinked. link: another account of theirs is linked, and what they agreed
 * to goes on. boards: nothing is announced, but its boards show every producer.
 */
export const UnlinkAnswer = z.object({ wasLinked: z.boolean(), stays: z.enum(["link", "boards"]).optional() });
export type UnlinkAnswer = z.infer<typeof UnlinkAnswer>;
