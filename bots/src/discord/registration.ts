import {
  COMMAND_NAME,
  type CommandData,
  type CommandOption,
  createTranslator,
  type MessageKey,
} from "@beatpass/messages";
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";

const TEXT_LENGTH = 300;

/** The command list as Discord registers it, in every language we speak. */
export function discordCommands(commands: readonly CommandData[]): RESTPutAPIApplicationCommandsJSONBody {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: COMMAND_NAME,
      ...described("command.beatpass.description"),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      options: commands.map(({ name, description, options }) => ({
        type: ApplicationCommandOptionType.Subcommand as const,
        name,
        ...described(description),
        options: options.map(optionOf),
      })),
    },
  ];
}

function optionOf(option: CommandOption): APIApplicationCommandBasicOption {
  const base = { name: option.name, ...described(option.description), required: option.required ?? false };
  switch (option.takes) {
    case "member":
      return { ...base, type: ApplicationCommandOptionType.User };
    case "choice":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: option.choices.map(({ value, label }) => ({ value, ...named(label) })),
      };
    case "text":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        max_length: TEXT_LENGTH,
        autocomplete: option.suggests !== undefined,
      } as APIApplicationCommandBasicOption;
  }
}

const inEnglish = createTranslator("en");
const inFrench = createTranslator("fr");
const described = (key: MessageKey) => ({
  description: inEnglish(key),
  description_localizations: { fr: inFrench(key) },
});
const named = (key: MessageKey) => ({ name: inEnglish(key), name_localizations: { fr: inFrench(key) } });
