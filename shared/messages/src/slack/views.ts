import type { Locale } from "@beatpass/shared/contracts";
import { announcementLines } from "../announcements/lines.ts";
import type { AnswerLines } from "../answers/answer-lines.ts";
import { LINK_REPLACE } from "../linking/link-lines.ts";
import type { PrivacyForm } from "../linking/privacy-form.ts";
import { createTranslator } from "../translator.ts";
import { plainText, type SlackAnswerBlock, toSlackAnswer } from "./answer.ts";
import { type SlackBlock, type SlackPlainText, toSlackMessage } from "./message.ts";

export const CODE_VIEW = "link-code";
export const FORM_VIEW = "privacy-form";
export const CODE_FIELD = "code";
export const CHOICES_FIELD = "choices";

const TITLE_LENGTH = 24;
const LABEL_LENGTH = 75;

type CheckboxOption = { text: SlackPlainText; value: string };
type InputBlock = {
  type: "input";
  block_id: string;
  label: SlackPlainText;
  hint?: SlackPlainText;
  optional?: boolean;
  element:
    | { type: "plain_text_input"; action_id: string; min_length: number; max_length: number }
    | { type: "checkboxes"; action_id: string; options: CheckboxOption[]; initial_options?: CheckboxOption[] };
};
export type SlackView = {
  type: "modal";
  callback_id: string;
  title: SlackPlainText;
  submit?: SlackPlainText;
  close: SlackPlainText;
  blocks: (SlackAnswerBlock | SlackBlock | InputBlock | { type: "divider" })[];
};

const titled = (locale: Locale) => {
  const t = createTranslator(locale);
  return {
    title: plainText(t("link.code.title").slice(0, TITLE_LENGTH)),
    close: plainText(t("link.form.close")),
  };
};

/** Where the person types their code; after a wrong one with what became of it. */
export function codeView(locale: Locale, minutes: number, problem?: AnswerLines): SlackView {
  const t = createTranslator(locale);
  return {
    type: "modal",
    callback_id: CODE_VIEW,
    ...titled(locale),
    submit: plainText(t("link.code.submit")),
    blocks: [
      ...(problem ? toSlackAnswer({ lines: problem.lines }).blocks : []),
      {
        type: "input",
        block_id: CODE_FIELD,
        label: plainText(t("link.code.label")),
        hint: plainText(t("link.code.hint", { minutes })),
        element: { type: "plain_text_input", action_id: CODE_FIELD, min_length: 4, max_length: 40 },
      },
    ],
  };
}

/** Words and nothing to fill in: while the server is asked, and at the end. */
export const wordsView = (lines: AnswerLines, locale: Locale): SlackView => ({
  type: "modal",
  callback_id: "words",
  ...titled(locale),
  blocks: toSlackAnswer({
    ...lines,
    buttons: (lines.buttons ?? []).filter((one) => !("url" in one) && one.action === LINK_REPLACE),
  }).blocks,
});

/** The form as checkboxes, with the announcement as it would be posted. */
export function formView(form: PrivacyForm, locale: Locale): SlackView {
  const { title, lines, question, preview, choices, save, small } = form;
  const { context, list: _none, button: _way, ...words } = announcementLines(preview.view, locale);
  const options = choices.map(({ value, label, ticked }) => ({
    ticked,
    option: { value, text: plainText(label.slice(0, LABEL_LENGTH)) },
  }));
  const initial = options.filter(({ ticked }) => ticked).map(({ option }) => option);
  return {
    type: "modal",
    callback_id: FORM_VIEW,
    ...titled(locale),
    submit: plainText(save),
    blocks: [
      ...toSlackAnswer({ title, lines }).blocks,
      { type: "divider" },
      { type: "context", elements: [plainText(preview.label)] },
      ...toSlackMessage({ ...words, lines: [context] }).blocks,
      { type: "divider" },
      {
        type: "input",
        block_id: CHOICES_FIELD,
        optional: true,
        label: plainText(question),
        ...(small !== "" && { hint: plainText(small) }),
        element: {
          type: "checkboxes",
          action_id: CHOICES_FIELD,
          options: options.map(({ option }) => option),
          ...(initial.length > 0 && { initial_options: initial }),
        },
      },
    ],
  };
}
