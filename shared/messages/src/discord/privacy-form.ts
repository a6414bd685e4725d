import type { Locale } from "@beatpass/shared/contracts";
import { announcementLines } from "../announcements/lines.ts";
import type { PrivacyForm } from "../linking/privacy-form.ts";
import { escapeDiscord } from "./escape.ts";
import { toDiscordMessage } from "./message.ts";

export const CHOICES_SELECT = "choices";
export const CHOICES_SAVE = "save-choices";

const LABEL_LENGTH = 100;

export type DiscordSelect = {
  type: 3;
  custom_id: string;
  min_values: number;
  max_values: number;
  placeholder: string;
  options: { label: string; value: string; default: boolean }[];
};
export type DiscordForm = {
  content: string;
  flags: number;
  allowed_mentions: { parse: [] };
  components: [
    { type: 1; components: [DiscordSelect] },
    { type: 1; components: [{ type: 2; style: 1; label: string; custom_id: string }] },
  ];
};

/** The form as a private message: the announcement quoted as it would be posted, a select of what is ticked, one button. */
export function toDiscordForm(form: PrivacyForm, locale: Locale, placeholder: string): DiscordForm {
  const { title, lines, question, preview, choices, save, small } = form;
  const { context, list: _none, button: _way, ...words } = announcementLines(preview.view, locale);
  const { content: shown, flags, allowed_mentions } = toDiscordMessage({ ...words, lines: [context] });
  const content = [
    `**${escapeDiscord(title)}**`,
    ...lines.map(escapeDiscord),
    "",
    `**${escapeDiscord(question)}**`,
    escapeDiscord(preview.label),
    ...shown.split("\n").map((line) => `> ${line}`),
    ...(small === "" ? [] : [`-# ${escapeDiscord(small)}`]),
  ].join("\n");
  const select: DiscordSelect = {
    type: 3,
    custom_id: CHOICES_SELECT,
    min_values: 0,
    max_values: choices.length,
    placeholder: placeholder.slice(0, 150),
    options: choices.map(({ value, label, ticked }) => ({
      value,
      label: label.slice(0, LABEL_LENGTH),
      default: ticked,
    })),
  };
  return {
    content,
    flags,
    allowed_mentions,
    components: [
      { type: 1, components: [select] },
      { type: 1, components: [{ type: 2, style: 1, label: save, custom_id: CHOICES_SAVE }] },
    ],
  };
}
