import type { AnsweredCommand } from "@beatpass/shared/contracts";
import type { MessageKey } from "../catalog/index.ts";

/** Something a command can be given. */
export type CommandOption = { name: string; description: MessageKey; required?: boolean } & (
  | { takes: "text"; suggests?: "producer" | "track" }
  | { takes: "member" }
  | { takes: "choice"; choices: readonly { value: string; label: MessageKey }[] }
);

/** A subcommand of /beatpass as data: registration, help, parsing and both platforms' menus are made from it. */
export type CommandData = {
  name: string;
  description: MessageKey;
  options: readonly CommandOption[];
  /** Who may run it: everybody, or those who manage the community. */
  who: "everybody" | "admins";
  /** Whether its answer may be shown to the channel by the one who asked: never with money, listeners or losses. */
  shareable: boolean;
};

/** A command that asks the server for figures and changes nothing; its options are the fields of a `Question`. */
export type AnsweredCommandData = CommandData & { name: AnsweredCommand };

export const COMMAND_NAME = "beatpass";
