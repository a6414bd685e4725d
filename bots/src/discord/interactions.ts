import type { Interaction } from "discord.js";
import type { CommandDeps } from "../commands/command.ts";
import { SHARE_ACTION } from "../commands/share.ts";
import { replyTo, shareAnswer, suggestTo } from "./commands.ts";

/** Whatever a member types, picks or presses; what belongs to nobody here is left alone. */
export async function onInteraction(interaction: Interaction, deps: CommandDeps): Promise<void> {
  if (!interaction.inGuild()) return;
  if (interaction.isChatInputCommand()) return replyTo(interaction, deps);
  if (interaction.isAutocomplete()) return suggestTo(interaction, deps);
  if (!interaction.isButton()) return;
  const [action] = interaction.customId.split(":");
  if (action === SHARE_ACTION) return shareAnswer(interaction);
}
