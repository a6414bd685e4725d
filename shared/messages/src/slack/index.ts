import type { AnnouncementView, Locale, StatsAnswer } from "@beatpass/shared/contracts";
import { announcementLines } from "../announcements/lines.ts";
import { type StatsContext, statsLines } from "../stats/lines.ts";
import { type SlackMessage, toSlackMessage } from "./message.ts";

export { escapeSlack, unescapeSlack } from "./escape.ts";
export { LINK_ACTION, type SlackBlock, type SlackMessage, type SlackText, toSlackMessage } from "./message.ts";

/** An announcement as Slack gets it. */
export function renderAnnouncement(view: AnnouncementView, locale: Locale): SlackMessage {
  const { context, list = [], ...rest } = announcementLines(view, locale);
  return toSlackMessage({ ...rest, lines: [context, ...list] });
}

/** The answer to `/beatpass stats` as Slack gets it. */
export const renderStats = (answer: StatsAnswer, locale: Locale, context: StatsContext): SlackMessage =>
  toSlackMessage(statsLines(answer, locale, context));
