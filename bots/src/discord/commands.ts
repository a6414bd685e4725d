import { createTranslator, type MessageKey } from "@beatpass/messages";
import { renderStats, toDiscordMessage } from "@beatpass/messages/discord";
import type { Locale } from "@beatpass/shared/contracts";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  MessageFlags,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import { answerStats } from "../commands/answer-stats.ts";
import { BEATPASS_COMMAND } from "../commands/command-list.ts";
import { readQuestion } from "../commands/read-question.ts";
import type { Log } from "../log.ts";
import type { ServerApi } from "../server-api/server-api.ts";
import type { Time } from "../time.ts";

/** The command list as Discord registers it, in every language we speak. */
export function discordCommands(): RESTPutAPIApplicationCommandsJSONBody {
  const { name, description, subcommands } = BEATPASS_COMMAND;
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name,
      ...described(description),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      options: subcommands.map((subcommand) => ({
        type: ApplicationCommandOptionType.Subcommand as const,
        name: subcommand.name,
        ...described(subcommand.description),
        options: subcommand.options.map((option) => ({
          type: ApplicationCommandOptionType.String as const,
          name: option.name,
          ...described(option.description),
          required: false,
          max_length: 300,
        })),
      })),
    },
  ];
}

const described = (key: MessageKey) => ({
  description: createTranslator("en")(key),
  description_localizations: { fr: createTranslator("fr")(key) },
});

export const localeOf = (discordLocale: string): Locale => (discordLocale.startsWith("fr") ? "fr" : "en");

/** Answers `/beatpass stats` privately; acknowledged before anything else is asked, since Discord waits 3 seconds. */
export async function replyStats(
  interaction: ChatInputCommandInteraction<"cached" | "raw">,
  deps: { server: ServerApi; time: Time; log: Log },
): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const locale = localeOf(interaction.locale);
  const asked = readQuestion(interaction.options.getString("producer"));
  const reply = await answerStats(
    deps,
    { platform: "discord", guildId: interaction.guildId },
    asked.about === "producer"
      ? { producer: asked.producer }
      : { user: asked.about === "member" ? asked.user : interaction.user.id },
  );
  const { content, components, allowed_mentions } =
    reply.is === "down"
      ? toDiscordMessage({ lines: [createTranslator(locale)("answer.down", { requestId: reply.requestId })] })
      : renderStats(reply.answer, locale, {
          now: new Date(deps.time.now()),
          ...(asked.about === "member" && { member: await memberName(interaction, asked.user) }),
        });
  await interaction.editReply({ content, components, allowedMentions: allowed_mentions });
}

async function memberName(interaction: ChatInputCommandInteraction, userId: string): Promise<string> {
  const user = await interaction.client.users.fetch(userId).catch(() => undefined);
  return user?.displayName ?? userId;
}
