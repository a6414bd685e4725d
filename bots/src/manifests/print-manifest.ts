import { parseArgs } from "node:util";
import { COMMANDS } from "../commands/command-list.ts";
import { discordManifest } from "./discord-manifest.ts";
import { slackManifest } from "./slack-manifest.ts";

/** Prints what a platform wants to know of the app, as JSON; run by the operator's command line. */
function print(): void {
  const options = { url: { type: "string" }, socket: { type: "boolean" }, application: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  console.log(JSON.stringify(manifestOf(positionals[0], values), null, 2));
}

type Wanted = { url?: string; socket?: boolean; application?: string };

function manifestOf(platform: string | undefined, { url, socket, application }: Wanted): object {
  if (platform === "discord") {
    const id = application ?? process.env.DISCORD_APPLICATION_ID;
    if (!id || !/^\d{15,21}$/.test(id))
      throw new Error("Name the application: --application ID, or DISCORD_APPLICATION_ID.");
    return discordManifest(COMMANDS, id);
  }
  if (platform !== "slack") throw new Error("Which one: slack or discord?");
  if (socket === true || (url === undefined && process.env.SLACK_APP_TOKEN))
    return slackManifest(COMMANDS, { over: "socket" });
  if (url === undefined || !/^https:\/\/./.test(url))
    throw new Error("Say how Slack reaches the bots: --url https://… (where BOTS_PORT is reachable), or --socket.");
  return slackManifest(COMMANDS, { over: "http", url });
}

try {
  print();
} catch (error) {
  console.error(`manifest: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
