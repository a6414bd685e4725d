import type { Locale } from "@beatpass/shared/contracts";
import { LOCALES } from "@beatpass/shared/contracts";
import { plainText } from "@beatpass/shared/plain-text";
import { createTranslator } from "../translator.ts";
import type { CommandData, CommandOption } from "./command.ts";

/** Options by name; `memberLabel` is how the platform wrote a mentioned member, where it did. */
type TypedOptions = {
  options: Record<string, string>;
  memberLabel?: string;
  /** Words that name nothing which the command takes, as they were typed. */
  notUnderstood?: string;
};

const TEXT_LENGTH = 300;
const MENTION = /<@!?([A-Za-z0-9]{1,100})(?:\|([^>]*))?>/;

/** The subcommand's word and the rest of a typed line. */
export function splitTyped(text: string): { word: string; rest: string } {
  const [, word = "", rest = ""] = /^\s*(\S*)\s*(.*)$/s.exec(text) ?? [];
  return { word: word.toLowerCase(), rest: rest.trim() };
}

/**
 * Reads what was typed after a subcommand, where no menu offers its options: a mention anywhere, words that name a
 * choice in either language and any order, whatever their case, accents and commas, and whatever is left as text.
 */
export function readTyped({ options }: Pick<CommandData, "options">, rest: string): TypedOptions {
  const read: Record<string, string> = {};
  const member = options.find(({ takes }) => takes === "member");
  const mention = member && MENTION.exec(rest);
  if (mention) read[member.name] = mention[1]!;
  const text = options.find(({ takes }) => takes === "text");
  const unread = (mention ? rest.replace(MENTION, " ") : rest).trim();
  if (text && !mention) {
    if (unread !== "") read[text.name] = unread.slice(0, TEXT_LENGTH);
    return { options: read };
  }
  let words = wordsOf(unread);
  for (const option of options) {
    if (option.takes !== "choice") continue;
    const found = findChoice(option, words);
    if (!found) continue;
    read[option.name] = found.value;
    words = found.left;
  }
  const label = mention?.[2];
  return {
    options: read,
    ...(label && { memberLabel: label }),
    ...(words.length > 0 && { notUnderstood: words.join(" ") }),
  };
}

type Choices = Extract<CommandOption, { takes: "choice" }>;

const wordsOf = (text: string): string[] => text.split(/[\s,;]+/).filter((word) => word !== "");
/** The longest wording that stands in the text as words of its own, and the words without it. */
function findChoice({ choices }: Choices, words: readonly string[]): { value: string; left: string[] } | undefined {
  const typed = words.map(plainText);
  const wordings = choices
    .flatMap(({ value, label }) =>
      [value, ...LOCALES.map((locale: Locale) => createTranslator(locale)(label))].map((wording) => ({
        value,
        wanted: wordsOf(plainText(wording)),
      })),
    )
    .sort((a, b) => b.wanted.length - a.wanted.length);
  for (const { value, wanted } of wordings) {
    const at = typed.findIndex((_, from) => wanted.every((word, index) => typed[from + index] === word));
    if (at !== -1) return { value, left: words.toSpliced(at, wanted.length) };
  }
  return undefined;
}
