import type { Command } from "commander";
import { rebuild } from "../rebuild/index.ts";
import { withContext } from "./context.ts";

export function addDatabaseCommands(program: Command): void {
  program
    .command("rebuild")
    .description("derive all state anew from the ledger")
    .option("--check", "compare instead of writing; exit 1 on any difference", false)
    .action(async ({ check }: { check: boolean }) => {
      const differences = await withContext((context) => rebuild(context, { check }));
      for (const { table, missing, unexpected, sample } of differences) {
        console.log(`${table}: ${missing} rows missing, ${unexpected} too many, for example ${sample}`);
      }
      if (differences.length === 0)
        console.log(check ? "The state is what the ledger gives." : "Rebuilt; nothing differed.");
      else if (check) process.exitCode = 1;
      else console.log("Rebuilt; the differences above are mended.");
    });
}
