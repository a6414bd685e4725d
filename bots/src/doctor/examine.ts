import { Patient } from "@beatpass/shared/contracts";
import { z } from "zod";
import { readConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { checkDiscord } from "./check-discord.ts";
import { checkSlack } from "./check-slack.ts";

/** The bots' part of `beatpass doctor`: reads the communities, writes its findings, both as JSON. */
async function examine(): Promise<void> {
  let input = "";
  for await (const chunk of process.stdin) input += String(chunk);
  const patients = z.array(Patient).parse(JSON.parse(input));
  // Neither the key nor a platform must be there to be looked at.
  const config = readConfig({ ...process.env, BEATPASS_KEY: "none", ...(noPlatform() && { SLACK_BOT_TOKEN: "none" }) });
  const of = (platform: Patient["platform"]) => patients.filter((one) => one.platform === platform);
  const slack = noPlatform() ? undefined : config.slack;
  const findings = [
    ...(await checkDiscord(config.discord, of("discord"))),
    ...(await checkSlack(slack, of("slack"), createLog("silent"))),
  ];
  process.stdout.write(JSON.stringify(findings));
}

const noPlatform = (): boolean => !process.env.DISCORD_TOKEN && !process.env.SLACK_BOT_TOKEN;

try {
  await examine();
} catch (error) {
  process.stdout.write(
    JSON.stringify([{ part: "bots", state: "wrong", text: error instanceof Error ? error.message : String(error) }]),
  );
}
