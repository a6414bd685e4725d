import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, vi } from "vitest";
import type { DiscordStandIn } from "../../stand-ins/discord.ts";
import type { SlackStandIn } from "../../stand-ins/slack.ts";

const program = (path: string) => fileURLToPath(new URL(`../../../server/src/${path}`, import.meta.url));

export type ServerWithBots = {
  url: string;
  /** Where the bots that run beside the server take Slack's commands. */
  slackUrl: () => string | undefined;
  /** The operator's command line; gives what it printed. */
  beatpass: (...args: string[]) => Promise<string>;
  stop: () => Promise<void>;
};

/** The server as `npm start` runs it, with an empty database of its own and the bots beside it. */
export async function startServerWithBots(discord: DiscordStandIn, slack: SlackStandIn): Promise<ServerWithBots> {
  const folder = mkdtempSync(join(tmpdir(), "beatpass-bots-"));
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    PORT: "0",
    BOTS_PORT: "0",
    DATABASE_URL: `file:${join(folder, "beatpass.db")}`,
    LEADERBOARD_REFRESH_MINUTES: "1440",
    DISCORD_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  const child = spawn(process.execPath, [program("main.ts"), "--empty"], { stdio: ["ignore", "pipe", "inherit"], env });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += String(chunk);
  });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.on("exit", (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
    child.stdout.on("data", () => {
      const found = /is running: (\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    });
  });
  // What is set of a community by hand must not meet the bots' first look at it.
  await vi.waitFor(() => expect(output.match(/"event":"community-seen"/g)).toHaveLength(2), { timeout: 60_000 });
  return {
    url,
    slackUrl() {
      const port = /"event":"listening","port":(\d+)/.exec(output)?.[1];
      return port && `http://127.0.0.1:${port}/slack/commands`;
    },
    async beatpass(...args) {
      const { stdout } = await promisify(execFile)(process.execPath, [program("cli/main.ts"), ...args], { env });
      return stdout;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
