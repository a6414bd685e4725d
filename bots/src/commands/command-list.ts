import { answeredCommands } from "./answered.ts";
import type { Command } from "./command.ts";
import { helpOn } from "./help.ts";
import { link } from "./link.ts";
import { privacy } from "./privacy.ts";
import { settings } from "./settings.ts";
import { test } from "./test.ts";
import { unlink } from "./unlink.ts";

const commands: readonly Command[] = [...answeredCommands, link, unlink, privacy, settings, test];

/**
 * What can be asked, in one place: Discord's registration, Slack's manifest, the help and both dispatchers are made
 * from it. A new command is a file of its own and a name here.
 */
export const COMMANDS: readonly Command[] = [...commands, helpOn(commands)];

/** Undefined for a name that no command has. */
export const commandCalled = (name: string): Command | undefined => COMMANDS.find((command) => command.name === name);
