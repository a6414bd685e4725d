import { ANSWERED, type AnswerLines, answerLines, downLines, helpLines } from "@beatpass/messages";
import * as discord from "@beatpass/messages/discord";
import * as slack from "@beatpass/messages/slack";
import type { AnnouncementView, ChatPlatform, Locale } from "@beatpass/shared/contracts";
import type { FunctionComponent } from "preact";
import { DiscordMessageView } from "./discord-message-view.tsx";
import type { MessageFrame } from "./message-frame.ts";
import { SlackMessageView } from "./slack-message-view.tsx";
import type { Reply } from "./use-questions.ts";

type Platform = {
  name: string;
  /** An announcement, as the bot's own renderer makes it and the platform draws it. */
  Announcement: FunctionComponent<MessageFrame & { view: AnnouncementView; locale: Locale }>;
  /** An answer to what was typed, likewise. */
  Reply: FunctionComponent<MessageFrame & { reply: Reply; locale: Locale }>;
};

/** The one table in which both platforms meet. */
export const PLATFORMS: Record<ChatPlatform, Platform> = {
  discord: {
    name: "Discord",
    Announcement: ({ view, locale, ...frame }) => (
      <DiscordMessageView message={discord.renderAnnouncement(view, locale)} {...frame} />
    ),
    Reply: ({ reply, locale, ...frame }) => (
      <DiscordMessageView message={discord.toDiscordAnswer(linesOf(reply, locale, false))} {...frame} />
    ),
  },
  slack: {
    name: "Slack",
    Announcement: ({ view, locale, ...frame }) => (
      <SlackMessageView message={slack.renderAnnouncement(view, locale)} {...frame} />
    ),
    Reply: ({ reply, locale, ...frame }) => (
      <SlackMessageView message={slack.toSlackAnswer(linesOf(reply, locale, true))} {...frame} />
    ),
  },
};

function linesOf(reply: Reply, locale: Locale, hasNoList: boolean): AnswerLines {
  switch (reply.is) {
    case "answer":
      return answerLines(reply.answer, locale, { now: new Date(), hasNoList });
    case "down":
      return downLines(reply.requestId, locale);
    case "help":
      return helpLines(Object.values(ANSWERED), locale);
  }
}
