import type { AnnouncementView, Answer, Locale } from "@beatpass/shared/contracts";
import { announcementLines } from "../announcements/lines.ts";
import type { AnswerContext } from "../answers/answer-lines.ts";
import { answerLines } from "../answers/lines.ts";
import { type DiscordAnswer, toDiscordAnswer } from "./answer.ts";
import { type DiscordMessage, toDiscordMessage } from "./message.ts";

export { type DiscordAnswer, toDiscordAnswer } from "./answer.ts";
export { CODE_FIELD, CODE_MODAL, codeModal, type DiscordModal } from "./code-modal.ts";
export { escapeDiscord } from "./escape.ts";
export type { DiscordMessage } from "./message.ts";
export { CHOICES_SAVE, CHOICES_SELECT, type DiscordForm, type DiscordSelect, toDiscordForm } from "./privacy-form.ts";

/**
 * An announcement as Discord gets it.
 * @param mention the one user whom it mentions
 */
export function renderAnnouncement(view: AnnouncementView, locale: Locale, mention?: string): DiscordMessage {
  const { context, list = [], ...rest } = announcementLines(view, locale);
  return toDiscordMessage({ ...rest, lines: [context, ...list], mention });
}

/** A command's answer as Discord gets it. */
export const renderAnswer = (answer: Answer, locale: Locale, context: AnswerContext): DiscordAnswer =>
  toDiscordAnswer(answerLines(answer, locale, context));
