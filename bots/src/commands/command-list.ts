import type { MessageKey } from "@beatpass/messages";

export type CommandOption = { name: string; description: MessageKey };
export type Subcommand = { name: string; description: MessageKey; options: readonly CommandOption[] };

/** What can be asked, in one place: Discord's registration and Slack's help are made from it. */
export const BEATPASS_COMMAND = {
  name: "beatpass",
  description: "command.beatpass.description",
  subcommands: [
    {
      name: "stats",
      description: "command.stats.description",
      options: [{ name: "producer", description: "command.stats.producer.description" }],
    },
  ],
} as const satisfies { name: string; description: MessageKey; subcommands: readonly Subcommand[] };
