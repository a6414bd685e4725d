import type { AnnouncementView, Locale, StatsAnswer } from "@beatpass/shared/contracts";
import { announcementLines } from "../announcements/lines.ts";
import { type StatsContext, statsLines } from "../stats/lines.ts";
import { type DiscordMessage, toDiscordMessage } from "./message.ts";

export { escapeDiscord } from "./escape.ts";
export { type DiscordMessage, toDiscordMessage } from "./message.ts";

/** An announcement as Discord gets it. */
export function renderAnnouncement(view: AnnouncementView, locale: Locale): DiscordMessage {
  const { context, list = [], ...rest } = announcementLines(view, locale);
  return toDiscordMessage({ ...rest, lines: [context, ...list] });
}

/** The answer to `/beatpass stats` as Discord gets it. */
export const renderStats = (answer: StatsAnswer, locale: Locale, context: StatsContext): DiscordMessage =>
  toDiscordMessage(statsLines(answer, locale, context));
