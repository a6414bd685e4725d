import { COMMAND_NAME, createTranslator } from "@beatpass/messages";
import { LINK_ACTION } from "@beatpass/messages/slack";
import { type App, type BlockAction, type ButtonAction, RespondError, type RespondFn } from "@slack/bolt";
import type { CommandDeps } from "../commands/command.ts";
import { createFirstPress } from "../commands/first-press.ts";
import { SHARE_ACTION } from "../commands/share.ts";
import { answerAsked, type Shown, type SlackAsked, sharedAnswer } from "./commands.ts";
import { type ImageOf, withImage } from "./images.ts";
import type { SlackPeople } from "./people.ts";
import { addTrackMenu } from "./track-choice.ts";

/** Who is to see it, and whether it takes the place of what was pressed. */
type As = { response_type: "ephemeral" | "in_channel"; replace_original: boolean };

/** To the asker alone, in place of what stands there. */
const ITS_OWN = { response_type: "ephemeral", replace_original: true } as const;

/** The command and the buttons of its answers, each acknowledged before anything is asked: Slack waits 3 seconds. */
export function addCommands(app: App, people: SlackPeople, imageOf: ImageOf, deps: CommandDeps): void {
  const isFirstPress = createFirstPress();
  const show = async (respond: RespondFn, as: As, { answer: { text, blocks }, picture }: Shown): Promise<void> => {
    const image = picture && (await imageOf(picture));
    if (!image) return void (await respond({ ...as, text, blocks }));
    try {
      await respond({ ...as, text, blocks: withImage(blocks, image) });
    } catch (error) {
      // Slack may not be done with the picture yet, and then takes none of the message.
      if (!(error instanceof RespondError)) throw error;
      await respond({ ...as, text, blocks });
    }
  };
  app.command(`/${COMMAND_NAME}`, async ({ ack, command, respond }) => {
    await ack();
    const onLate = (text: string) => respond({ response_type: "ephemeral", text });
    const answer = await answerAsked(command, people, deps, onLate);
    await show(respond, ITS_OWN, answer);
  });
  app.action<BlockAction<ButtonAction>>(
    { type: "block_actions", action_id: SHARE_ACTION },
    async ({ ack, body, action, respond }) => {
      await ack();
      if (!isFirstPress(messageOf(body))) return;
      // The button goes before anything is asked: nobody presses it again meanwhile.
      const text = createTranslator(people.rememberedLocale(body.user.id))("answer.share.under_way");
      await respond({ ...ITS_OWN, text });
      const answer = await sharedAnswer(askedBy(body, action.value ?? ""), people, deps);
      if (!answer.isShared) return show(respond, ITS_OWN, answer);
      await show(respond, { response_type: "in_channel", replace_original: false }, answer);
      await respond({ delete_original: true });
    },
  );
  const answerPicked = async (body: BlockAction, typed: string) => {
    const { answer } = await answerAsked(askedBy(body, typed), people, deps, async () => undefined);
    return answer;
  };
  addTrackMenu(app, answerPicked, deps);
  // Presses of link buttons are reported too.
  app.action(new RegExp(`^${LINK_ACTION}`), ({ ack }) => ack());
}

/** Which message of which channel was pressed. */
const messageOf = ({ channel, container }: BlockAction): string => `${channel?.id} ${container.message_ts}`;

/** Who pressed a button, as if they had typed its command. */
function askedBy({ user, team, channel }: BlockAction, text: string): SlackAsked {
  return {
    text,
    team_id: team?.id ?? user.team_id ?? "",
    team_domain: team?.domain ?? "",
    user_id: user.id,
    user_name: user.name ?? user.username ?? user.id,
    channel_id: channel?.id ?? "",
  };
}
