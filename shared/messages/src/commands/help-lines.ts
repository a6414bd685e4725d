import type { Locale } from "@beatpass/shared/contracts";
import type { AnswerLines } from "../answers/answer-lines.ts";
import { createTranslator } from "../translator.ts";
import { COMMAND_NAME, type CommandData, type CommandOption } from "./command.ts";

/** Every subcommand with what it takes and does. */
export function helpLines(commands: readonly CommandData[], locale: Locale): AnswerLines {
  const t = createTranslator(locale);
  return {
    title: t("answer.help"),
    lines: commands.map(({ name, description, options }) => {
      const command = `/${COMMAND_NAME} ${name}`;
      const usage = options.map(usageOf).join(" ");
      return usage === ""
        ? t("answer.help.line", { command, description: t(description) })
        : t("answer.help.line_options", { command, options: usage, description: t(description) });
    }),
  };
}

const usageOf = ({ name, required }: CommandOption): string => (required ? `(${name})` : `[${name}]`);
