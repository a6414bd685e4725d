import { createTranslator } from "@beatpass/messages";
import { renderStats, type SlackMessage, toSlackMessage, unescapeSlack } from "@beatpass/messages/slack";
import type { Locale } from "@beatpass/shared/contracts";
import type { SlashCommand } from "@slack/bolt";
import { answerStats } from "../commands/answer-stats.ts";
import { BEATPASS_COMMAND } from "../commands/command-list.ts";
import { readQuestion } from "../commands/read-question.ts";
import type { Log } from "../log.ts";
import type { ServerApi } from "../server-api/server-api.ts";
import type { Time } from "../time.ts";

/** What `/beatpass …` answers, by the first word of its text; a word that is no subcommand gets the help. */
export async function answerCommand(
  command: Pick<SlashCommand, "text" | "team_id" | "user_id">,
  locale: Locale,
  deps: { server: ServerApi; time: Time; log: Log },
): Promise<SlackMessage> {
  const [, word = "", rest = ""] = /^\s*(\S*)\s*(.*)$/s.exec(command.text) ?? [];
  if (word.toLowerCase() !== "stats") return helpMessage(locale);
  const asked = readQuestion(rest);
  const reply = await answerStats(
    deps,
    { platform: "slack", guildId: command.team_id },
    asked.about === "producer"
      ? { producer: unescapeSlack(asked.producer) }
      : { user: asked.about === "member" ? asked.user : command.user_id },
  );
  if (reply.is === "down") {
    return toSlackMessage({ lines: [createTranslator(locale)("answer.down", { requestId: reply.requestId })] });
  }
  return renderStats(reply.answer, locale, {
    now: new Date(deps.time.now()),
    ...(asked.about === "member" && { member: unescapeSlack(asked.label ?? asked.user) }),
  });
}

/** Every subcommand with what it does. */
export function helpMessage(locale: Locale): SlackMessage {
  const t = createTranslator(locale);
  const lines = BEATPASS_COMMAND.subcommands.map(({ name, description, options }) => {
    const usage = options.map((option) => ` [${option.name}]`).join("");
    return t("answer.help.line", { command: `/${BEATPASS_COMMAND.name} ${name}${usage}`, description: t(description) });
  });
  return toSlackMessage({ title: t("answer.help"), lines });
}
