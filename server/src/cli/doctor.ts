import type { Command } from "commander";
import { examine } from "../doctor/index.ts";

const MARKS = { ok: "ok   ", off: "off  ", wrong: "wrong" } as const;

export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description(
      "look at configuration, database, clock, Discord, Slack, Stripe and BeatPass; exit 1 when something set is wrong",
    )
    .action(async () => {
      const findings = await examine(process.env);
      for (const { part, state, text } of findings) console.log(`${MARKS[state]}  ${part}: ${text}`);
      const wrong = findings.filter(({ state }) => state === "wrong").length;
      if (wrong === 0) return console.log("Nothing that is set up is wrong.");
      console.log(wrong === 1 ? "One thing is wrong." : `${wrong} things are wrong.`);
      process.exitCode = 1;
    });
}
