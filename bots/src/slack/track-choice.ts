import { cleanText, createTranslator } from "@beatpass/messages";
import { type SlackAnswer, type SlackQuestion, toTrackQuestion } from "@beatpass/messages/slack";
import type { Suggestions } from "@beatpass/shared/contracts";
import type { App, BlockAction, ExternalSelectAction } from "@slack/bolt";
import type { Asking, CommandDeps } from "../commands/command.ts";
import { ServerError } from "../server-api/server-error.ts";

/** Names the menu from which one of one's own tracks is picked. */
export const PICK_TRACK = "pick-track";

const LABEL_LENGTH = 75;
const VALUE_LENGTH = 150;
type Choices = Suggestions["choices"];

/**
 * The question which track is meant, where what was typed after `insights` does not say: Slack offers nothing while a
 * command is typed. Undefined where there is nothing to ask, or nobody to ask about.
 */
export async function askWhichTrack(
  { community, user, locale, options }: Asking,
  { server }: CommandDeps,
): Promise<SlackQuestion | undefined> {
  const typed = options.track ?? "";
  const choices = await ownTracks(server, { teamId: community.guildId, user: user.id, typed });
  if (choices.length === 0 || (typed !== "" && isPlain(choices, typed))) return undefined;
  const t = createTranslator(locale);
  const question =
    typed === "" ? t("answer.insights.which") : t("answer.insights.several", { typed: cleanText(typed, 60) });
  return toTrackQuestion({ question, placeholder: t("answer.insights.pick"), action: PICK_TRACK });
}

/** One track alone fits, is called exactly so, or has this id. */
function isPlain(choices: Choices, typed: string): boolean {
  const called = choices.filter(({ name }) => name.trim().toLowerCase() === typed.trim().toLowerCase());
  return choices.length === 1 || called.length === 1 || choices.some(({ value }) => value === typed);
}

/** Answers the menu while somebody looks or types in it, with their own tracks and nobody else's. */
export function addTrackMenu(
  app: App,
  answerPicked: (body: BlockAction, typed: string) => Promise<Pick<SlackAnswer | SlackQuestion, "text" | "blocks">>,
  { server }: CommandDeps,
): void {
  app.options<"block_suggestion">(PICK_TRACK, async ({ ack, body }) => {
    const teamId = body.team?.id ?? "";
    const choices = await ownTracks(server, { teamId, user: body.user.id, typed: body.value });
    await ack({ options: choices.map(toOption) });
  });
  app.action<BlockAction<ExternalSelectAction>>(
    { type: "block_actions", action_id: PICK_TRACK },
    async ({ ack, body, action, respond }) => {
      await ack();
      const { text, blocks } = await answerPicked(body, `insights ${action.selected_option?.value ?? ""}`);
      await respond({ response_type: "ephemeral", replace_original: true, text, blocks });
    },
  );
}

/** None where the server does not answer in time: the command itself tells of that. */
async function ownTracks(
  server: CommandDeps["server"],
  { teamId, user, typed }: { teamId: string; user: string; typed: string },
): Promise<Choices> {
  try {
    const community = { platform: "slack" as const, guildId: teamId };
    return (await server.suggest(community, { user, of: "track", typed: typed.slice(0, 300) })).choices;
  } catch (error) {
    if (error instanceof ServerError) return [];
    throw error;
  }
}

const toOption = ({ name, value }: Choices[number]) => ({
  text: { type: "plain_text" as const, text: cleanText(name, 60).slice(0, LABEL_LENGTH), emoji: false },
  value: value.slice(0, VALUE_LENGTH),
});
