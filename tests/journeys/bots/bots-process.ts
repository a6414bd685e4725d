import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../../bots/src/main.ts", import.meta.url));

export type BotsProcess = {
  /** Every structured line so far. */
  log: Record<string, unknown>[];
  /** Where Slack's requests arrive, once the bots listen. */
  slackUrl: () => string | undefined;
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

type Ends = {
  server: { url: string; key: string };
  discord?: { token: string; applicationId: string; apiUrl: string };
  slack?: { botToken: string; signingSecret: string; appToken: string; apiUrl: string };
  slackOver?: "http" | "socket";
};

/** Runs the bots as they ship, as a process of their own, against these ends. */
export function startBots({ server, discord, slack, slackOver = "http" }: Ends): BotsProcess {
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      BEATPASS_URL: server.url,
      BEATPASS_KEY: server.key,
      BOTS_PORT: "0",
      ...(discord && {
        DISCORD_TOKEN: discord.token,
        DISCORD_APPLICATION_ID: discord.applicationId,
        DISCORD_API_URL: discord.apiUrl,
      }),
      ...(slack && {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_API_URL: slack.apiUrl,
        ...(slackOver === "http" ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
      }),
    },
  });
  const log = readLog(child);
  const slackUrl = () => {
    const port = log.find(({ event }) => event === "listening")?.port;
    return port === undefined ? undefined : `http://127.0.0.1:${port}/slack/commands`;
  };
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  return {
    log,
    slackUrl,
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  };
}

function readLog(child: ChildProcess): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  let rest = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) if (part.startsWith("{")) lines.push(JSON.parse(part) as Record<string, unknown>);
  });
  return lines;
}
