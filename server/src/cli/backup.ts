import type { Command } from "commander";
import { backUp, restore } from "../backup/index.ts";
import { readConfig } from "../config.ts";

export function addBackupCommands(program: Command): void {
  program
    .command("backup")
    .description("write a consistent copy of a file database, also while it is in use")
    .argument("<file>", "where the copy goes; nothing is overwritten")
    .action(async (file: string) => {
      const bytes = await backUp(readConfig(process.env).database, file);
      console.log(`Copied to ${file}, ${Math.ceil(bytes / 1024).toLocaleString("en")} KB.`);
      console.log("Not in it: SECRET_KEY (secret.key beside the database). Keep that one elsewhere.");
    });
  program
    .command("restore")
    .description("put a copy in the database's place; the server has to be stopped")
    .argument("<file>", "a copy made by backup")
    .action(async (file: string) => {
      const before = await restore(readConfig(process.env).database, file);
      console.log("Restored.");
      if (before) console.log(`What was there before: ${before}`);
    });
}
