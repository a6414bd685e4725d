import type { AnnouncementView, Answer, Locale } from "@beatpass/shared/contracts";
import { announcementLines } from "../announcements/lines.ts";
import type { AnswerContext } from "../answers/answer-lines.ts";
import { answerLines } from "../answers/lines.ts";
import { type SlackAnswer, toSlackAnswer } from "./answer.ts";
import { type SlackMessage, toSlackMessage } from "./message.ts";

export { type SlackAnswer, type SlackAnswerBlock, type SlackButton, toSlackAnswer } from "./answer.ts";
export { unescapeSlack } from "./escape.ts";
export { homeView } from "./home-view.ts";
export { LINK_ACTION, type SlackBlock, type SlackText } from "./message.ts";
export { type SlackQuestion, toTrackQuestion } from "./track-question.ts";
export {
  CHOICES_FIELD,
  CODE_FIELD,
  CODE_VIEW,
  codeView,
  FORM_VIEW,
  formView,
  type SlackView,
  wordsView,
} from "./views.ts";

/**
 * An announcement as Slack gets it.
 * @param mention the one user whom it mentions
 */
export function renderAnnouncement(view: AnnouncementView, locale: Locale, mention?: string): SlackMessage {
  const { context, list = [], ...rest } = announcementLines(view, locale);
  return toSlackMessage({ ...rest, lines: [context, ...list], mention });
}

/** A command's answer as Slack gets it, which offers nothing while somebody types. */
export const renderAnswer = (answer: Answer, locale: Locale, context: AnswerContext): SlackAnswer =>
  toSlackAnswer(answerLines(answer, locale, { ...context, hasNoList: true }));
