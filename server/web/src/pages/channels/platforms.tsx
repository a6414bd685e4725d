import { createTranslator } from "@beatpass/messages";
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
    Reply: ({ reply, locale, ...frame }) => {
      const message =
        reply.is === "answer"
          ? discord.renderStats(reply.answer, locale, { now: new Date() })
          : discord.toDiscordMessage({ lines: linesOf(reply, locale) });
      return <DiscordMessageView message={message} {...frame} />;
    },
  },
  slack: {
    name: "Slack",
    Announcement: ({ view, locale, ...frame }) => (
      <SlackMessageView message={slack.renderAnnouncement(view, locale)} {...frame} />
    ),
    Reply: ({ reply, locale, ...frame }) => {
      const message =
        reply.is === "answer"
          ? slack.renderStats(reply.answer, locale, { now: new Date() })
          : slack.toSlackMessage({ lines: linesOf(reply, locale) });
      return <SlackMessageView message={message} {...frame} />;
    },
  },
};

function linesOf(reply: Exclude<Reply, { is: "answer" }>, locale: Locale): string[] {
  const t = createTranslator(locale);
  if (reply.is === "down") return [t("answer.down", { requestId: reply.requestId })];
  return [
    t("answer.help"),
    t("answer.help.line", { command: "/beatpass stats [producer]", description: t("command.stats.description") }),
  ];
}
