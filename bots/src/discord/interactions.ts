import { LINK_REPLACE, LINK_START } from "@beatpass/messages";
import { CHOICES_SAVE, CHOICES_SELECT, CODE_MODAL, toDiscordAnswer } from "@beatpass/messages/discord";
import { type ButtonInteraction, type Interaction, MessageFlags } from "discord.js";
import type { CommandDeps } from "../commands/command.ts";
import { excuse } from "../commands/excuse.ts";
import { SHARE_ACTION } from "../commands/share.ts";
import type { Log } from "../log.ts";
import { localeOf, replyTo, shareAnswer, suggestTo } from "./commands.ts";
import { keepTicked, openCodeModal, replaceLink, saveForm, takeCode } from "./linking.ts";

/** Whatever a member types, picks or presses; what belongs to nobody here is left alone. */
export async function onInteraction(interaction: Interaction, deps: CommandDeps): Promise<void> {
  if (!interaction.inGuild()) return;
  if (interaction.isChatInputCommand()) return replyTo(interaction, deps);
  if (interaction.isAutocomplete()) return suggestTo(interaction, deps);
  if (interaction.isModalSubmit() && interaction.customId === CODE_MODAL) return takeCode(interaction, deps);
  if (interaction.isStringSelectMenu() && interaction.customId === CHOICES_SELECT) return keepTicked(interaction);
  if (interaction.isButton()) return onButton(interaction, deps);
}

/** Tells a member that nothing came of it, where Discord still takes an answer: nobody is left with “thinking…”. */
export async function excuseTo(interaction: Interaction, error: unknown, log: Log): Promise<void> {
  const { content } = toDiscordAnswer(excuse(error, nameOf(interaction), localeOf(interaction.locale), log));
  if (!interaction.isRepliable() || !(interaction.deferred || interaction.replied)) return;
  // What was pressed stands under a message that stays as it is.
  const told = interaction.isMessageComponent()
    ? interaction.followUp({ content, flags: MessageFlags.Ephemeral })
    : interaction.editReply({ content });
  await told.catch((cause: unknown) => log.error({ event: "command", outcome: "not-answered", err: cause }));
}

const nameOf = (interaction: Interaction): string =>
  interaction.isChatInputCommand() ? (interaction.options.getSubcommand(false) ?? "") : "interaction";

async function onButton(interaction: ButtonInteraction<"cached" | "raw">, deps: CommandDeps): Promise<void> {
  const [action, ...rest] = interaction.customId.split(":");
  switch (action) {
    case SHARE_ACTION:
      return shareAnswer(interaction, deps, rest.join(":"));
    case LINK_START:
      return openCodeModal(interaction);
    case LINK_REPLACE:
      return replaceLink(interaction, deps, rest.join(":"));
    case CHOICES_SAVE:
      return saveForm(interaction, deps);
  }
}
