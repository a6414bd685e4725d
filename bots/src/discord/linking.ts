import { CODE_FIELD, codeModal, toDiscordAnswer } from "@beatpass/messages/discord";
import {
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from "discord.js";
import type { CommandDeps } from "../commands/command.ts";
import { type Linking, linkByCode, type Step, saveTicked } from "../commands/linking.ts";
import { localeOf } from "./commands.ts";
import { editOf, formOf } from "./edit-of.ts";

type Pressed = ButtonInteraction<"cached" | "raw">;

/** Opens the form for the code; nothing is asked before, since Discord takes a form as the first answer alone. */
export async function openCodeModal(interaction: Pressed): Promise<void> {
  await interaction.showModal(codeModal(localeOf(interaction.locale)));
}

/** The code as it was typed: links, and asks what may be posted. */
export async function takeCode(
  interaction: ModalSubmitInteraction<"cached" | "raw">,
  deps: CommandDeps,
): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const code = interaction.fields.getTextInputValue(CODE_FIELD);
  await show(interaction, await linkByCode(linkingOf(interaction), deps, { code, replace: false }));
}

/** Confirmed that the person is another producer now. */
export async function replaceLink(interaction: Pressed, deps: CommandDeps, code: string): Promise<void> {
  await interaction.deferUpdate();
  await show(interaction, await linkByCode(linkingOf(interaction), deps, { code, replace: true }));
}

/** Ticks stay in the message itself, so that any bot process may take the next step. */
export async function keepTicked(interaction: StringSelectMenuInteraction): Promise<void> {
  const rows = interaction.message.components.map((row) => row.toJSON()) as Row[];
  for (const { options = [] } of rows.flatMap(({ components }) => components)) {
    for (const option of options) option.default = interaction.values.includes(option.value);
  }
  await interaction.update({ components: rows as never[], allowedMentions: { parse: [] } });
}

type Row = { components: { options?: { value: string; default?: boolean }[] }[] };

/** Keeps what is ticked in the message. */
export async function saveForm(interaction: Pressed, deps: CommandDeps): Promise<void> {
  await interaction.deferUpdate();
  const rows = interaction.message.components.map((row) => row.toJSON()) as Row[];
  const options = rows.flatMap(({ components }) => components.flatMap((one) => one.options ?? []));
  const ticked = options.filter((option) => option.default === true).map(({ value }) => value);
  await show(interaction, await saveTicked(linkingOf(interaction), deps, ticked));
}

function linkingOf({ guildId, guild, user, locale }: Pressed | ModalSubmitInteraction<"cached" | "raw">): Linking {
  return {
    community: { platform: "discord", guildId, name: guild?.name ?? "Discord" },
    user: { id: user.id, name: user.displayName },
    locale: localeOf(locale),
  };
}

async function show(interaction: Pressed | ModalSubmitInteraction<"cached" | "raw">, step: Step): Promise<void> {
  const locale = localeOf(interaction.locale);
  await interaction.editReply(
    step.is === "words" ? editOf(toDiscordAnswer(step.lines)) : editOf(formOf(step.form, locale)),
  );
}
