import type { Locale } from "@beatpass/shared/contracts";
import { LOCALES } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import type { CommandData, CommandOption } from "./command.ts";

/** Options by name; `memberLabel` is how the platform wrote a mentioned member, where it did. */
export type TypedOptions = { options: Record<string, string>; memberLabel?: string };

const TEXT_LENGTH = 300;
const MENTION = /^<@!?([A-Za-z0-9]{1,100})(?:\|([^>]*))?>$/;

/** The subcommand's word and the rest of a typed line. */
export function splitTyped(text: string): { word: string; rest: string } {
  const [, word = "", rest = ""] = /^\s*(\S*)\s*(.*)$/s.exec(text) ?? [];
  return { word: word.toLowerCase(), rest: rest.trim() };
}

/**
 * Reads what was typed after a subcommand, where no menu offers its options: a mention, words that name a choice in
 * either language and any order, and whatever is left as text.
 */
export function readTyped({ options }: Pick<CommandData, "options">, rest: string): TypedOptions {
  const mention = MENTION.exec(rest);
  const member = options.find(({ takes }) => takes === "member");
  if (mention && member) {
    const label = mention[2];
    return { options: { [member.name]: mention[1]! }, ...(label && { memberLabel: label }) };
  }
  const read: Record<string, string> = {};
  let left = rest;
  for (const option of options) {
    if (option.takes !== "choice") continue;
    const found = findChoice(option, left);
    if (!found) continue;
    read[option.name] = found.value;
    left = found.left;
  }
  const text = options.find(({ takes }) => takes === "text");
  if (text && left !== "") read[text.name] = left.slice(0, TEXT_LENGTH);
  return { options: read };
}

type Choices = Extract<CommandOption, { takes: "choice" }>;

/** The longest wording that stands in the text as words of its own, and the text without it. */
function findChoice({ choices }: Choices, text: string): { value: string; left: string } | undefined {
  const wordings = choices
    .flatMap(({ value, label }) =>
      [value, ...LOCALES.map((locale: Locale) => createTranslator(locale)(label))].map((words) => ({ value, words })),
    )
    .sort((a, b) => b.words.length - a.words.length);
  for (const { value, words } of wordings) {
    const at = ` ${text.toLowerCase()} `.indexOf(` ${words.toLowerCase()} `);
    if (at === -1) continue;
    return { value, left: `${text.slice(0, at)} ${text.slice(at + words.length)}`.trim() };
  }
  return undefined;
}
