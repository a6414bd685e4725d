import { type AnswerLines, cleanText, createTranslator, readTyped, splitTyped } from "@beatpass/messages";
import { type SlackAnswer, type SlackQuestion, toSlackAnswer, unescapeSlack } from "@beatpass/messages/slack";
import type { Locale } from "@beatpass/shared/contracts";
import { leadsEverybody } from "@beatpass/shared/links";
import type { SlashCommand } from "@slack/bolt";
import type { Asking, Command, CommandDeps } from "../commands/command.ts";
import { commandCalled } from "../commands/command-list.ts";
import { excuse } from "../commands/excuse.ts";
import { runCommand } from "../commands/run-command.ts";
import { notShared, withShare } from "../commands/share.ts";
import type { Picture } from "../deliveries/sender.ts";
import { OPEN_FORM } from "./linking.ts";
import type { SlackPeople } from "./people.ts";
import { askWhichTrack } from "./track-choice.ts";

export type SlackAsked = Pick<
  SlashCommand,
  "text" | "team_id" | "team_domain" | "user_id" | "user_name" | "channel_id"
>;

/** What a typed line asks, and which words of it say nothing; a word that is no subcommand asks for help. */
export async function readAsked(
  asked: SlackAsked,
  people: SlackPeople,
): Promise<{ command: Command; asking: Asking; notUnderstood?: string }> {
  const { word, rest } = splitTyped(asked.text);
  const known = commandCalled(word);
  const command = known ?? commandCalled("help")!;
  const { options, memberLabel, notUnderstood } = readTyped(command, rest);
  const read = Object.entries(options).map(([name, value]) => [name, unescapeSlack(value)] as const);
  const asking: Asking = {
    community: { platform: "slack", guildId: asked.team_id, name: await people.teamName(asked.team_domain) },
    user: { id: asked.user_id, name: asked.user_name },
    locale: await people.localeOf(asked.user_id),
    channelId: asked.channel_id,
    options: Object.fromEntries(read),
    memberName: async () => unescapeSlack(memberLabel ?? options.member ?? ""),
    isAdmin: () => people.isAdmin(asked.user_id),
  };
  return { command, asking, ...(known && notUnderstood && { notUnderstood: unescapeSlack(notUnderstood) }) };
}

/** An answer with its picture, where it has one. */
export type Shown = { answer: SlackAnswer | SlackQuestion; picture: Picture | undefined };

/** The answer for whoever asked; its button to share it asks again, since Slack does not give back private messages. */
export async function answerAsked(
  asked: SlackAsked,
  people: SlackPeople,
  deps: CommandDeps,
  onLate: (text: string) => Promise<unknown>,
): Promise<Shown> {
  const { command, asking, notUnderstood } = await readAsked(asked, people);
  try {
    const question = command.name === "insights" ? await askWhichTrack(asking, deps) : undefined;
    if (question) return { answer: question, picture: undefined };
    const reply = await runCommand(command, asking, deps, onLate);
    const lines = reply.form ? opensForm(reply.lines, asking.locale) : withShare(reply, asking, asked.text);
    return { answer: toSlackAnswer(namingWhatIsLeft(lines, notUnderstood, asking.locale)), picture: reply.picture };
  } catch (error) {
    return { answer: toSlackAnswer(excuse(error, command.name, asking.locale, deps.log)), picture: undefined };
  }
}

/** For whoever asked alone: to the channel it would say nothing. */
function namingWhatIsLeft(lines: AnswerLines, words: string | undefined, locale: Locale): AnswerLines {
  if (words === undefined) return lines;
  const text = createTranslator(locale)("answer.not_understood", { words: cleanText(words) });
  return { ...lines, lines: [...lines.lines, text] };
}

/** The same answer for the channel; nothing where it may not be shown there. */
export async function sharedAnswer(
  asked: SlackAsked,
  people: SlackPeople,
  deps: CommandDeps,
): Promise<Shown & { isShared: boolean }> {
  const { command, asking } = await readAsked(asked, people);
  const { lines, picture, shareable } = command.shareable
    ? await runCommand(command, asking, deps, async () => undefined)
    : notShared(asking);
  const links = (lines.buttons ?? []).filter((button) => "url" in button && leadsEverybody(button.url));
  return { answer: toSlackAnswer({ ...lines, buttons: links }), picture, isShared: shareable };
}

/** Slack opens a form only when somebody presses something. */
const opensForm = (lines: AnswerLines, locale: Locale): AnswerLines => ({
  ...lines,
  buttons: [{ label: createTranslator(locale)("link.form.pick"), action: OPEN_FORM, style: "primary" }],
});
