import { type CommandData, helpLines } from "@beatpass/messages";
import { type Command, privately } from "./command.ts";

/** What there is to ask, from the list itself. */
export const helpOn = (commands: readonly CommandData[]): Command => {
  const help: Command = {
    name: "help",
    description: "command.help.description",
    options: [],
    who: "everybody",
    shareable: false,
    answer: async ({ locale }) => privately(helpLines([...commands, help], locale)),
  };
  return help;
};
