import { COMMAND_NAME } from "@beatpass/messages";
import { LINK_ACTION, type SlackAnswer, type SlackQuestion } from "@beatpass/messages/slack";
import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { CommandDeps } from "../commands/command.ts";
import { SHARE_ACTION } from "../commands/share.ts";
import type { Picture } from "../deliveries/sender.ts";
import { answerAsked, type SlackAsked, sharedAnswer } from "./commands.ts";
import { type ImageOf, withImage } from "./images.ts";
import type { SlackPeople } from "./people.ts";
import { addTrackMenu } from "./track-choice.ts";

/** The command and the buttons of its answers, each acknowledged before anything is asked: Slack waits 3 seconds. */
export function addCommands(app: App, people: SlackPeople, imageOf: ImageOf, deps: CommandDeps): void {
  const shown = async ({ text, blocks }: SlackAnswer | SlackQuestion, picture: Picture | undefined) => {
    const image = picture && (await imageOf(picture));
    return { text, blocks: image ? withImage(blocks, image) : blocks };
  };
  app.command(`/${COMMAND_NAME}`, async ({ ack, command, respond }) => {
    await ack();
    const onLate = (text: string) => respond({ response_type: "ephemeral", text });
    const { answer, picture } = await answerAsked(command, people, deps, onLate);
    await respond({ response_type: "ephemeral", replace_original: true, ...(await shown(answer, picture)) });
  });
  app.action<BlockAction<ButtonAction>>(
    { type: "block_actions", action_id: SHARE_ACTION },
    async ({ ack, body, action, respond }) => {
      await ack();
      const { answer, picture, isShared } = await sharedAnswer(askedBy(body, action.value ?? ""), people, deps);
      const response_type = isShared ? "in_channel" : "ephemeral";
      await respond({ response_type, replace_original: false, ...(await shown(answer, picture)) });
      if (isShared) await respond({ delete_original: true });
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
