export { announcementLines } from "./announcements/lines.ts";
export type { AnswerLines } from "./answers/answer-lines.ts";
export { HOME_REFRESH, homeLines } from "./answers/home.ts";
export { answerLines, downLines, isShareable, LINK_START } from "./answers/lines.ts";
export { CATALOGS, type MessageKey } from "./catalog/index.ts";
export { changesText } from "./changes/changes-text.ts";
export { ANSWERED } from "./commands/answered.ts";
export { type AnsweredCommandData, COMMAND_NAME, type CommandData, type CommandOption } from "./commands/command.ts";
export { helpLines } from "./commands/help-lines.ts";
export { readTyped, splitTyped } from "./commands/read-typed.ts";
export { readChoices } from "./linking/choices.ts";
export { CODE_MINUTES, LINK_REPLACE, linkStartLines, notLinkedLines, unlinkedLines } from "./linking/link-lines.ts";
export { type PrivacyForm, privacyForm, savedLines } from "./linking/privacy-form.ts";
export { metricWords } from "./metrics/metric-words.ts";
export { sampleAnnouncement } from "./samples/sample-announcement.ts";
export { createTranslator, isMessageKey, type Translate } from "./translator.ts";
export { cleanText } from "./wording/clean-text.ts";
export { clockText, momentText } from "./wording/clock.ts";
export { dateRangeText, dateText } from "./wording/dates.ts";
export { movementText } from "./wording/digests.ts";
export { percentText, periodName, platformName, scoreText } from "./wording/figures.ts";
export {
  closestFirst,
  isYesOrNo,
  newestFirst,
  rarestFirst,
  remainingText,
  shareDone,
  shownShare,
} from "./wording/how-far.ts";
export { moneyText } from "./wording/money.ts";
export { causeWords, namesWords, placesWords } from "./wording/rank-change-words.ts";
export { boardScore, changeText, gapText } from "./wording/scores.ts";
export { sinceText } from "./wording/since-text.ts";
export { whenText } from "./wording/when.ts";
