import type { Command } from "commander";
import { removeDemo } from "../demo/index.ts";
import { withContext } from "./context.ts";

export function addDemoCommands(program: Command): void {
  program
    .command("demo")
    .description("the demo community")
    .command("remove")
    .description("remove the demo community and everything of it")
    .action(async () => {
      const people = await withContext((context) => removeDemo(context));
      console.log(
        people > 0 ? `Removed ${people} made-up producers and everything of theirs.` : "There is no demo here.",
      );
    });
}
