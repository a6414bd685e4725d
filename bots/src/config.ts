import { z } from "zod";

const url = z.url({ protocol: /^https?$/, error: "an http or https address" });
const port = z.coerce.number({ error: "a port number" }).int().min(0).max(65_535);

const Environment = z.object({
  HOST: z.string().optional(),
  PORT: port.optional(),
  BOTS_PORT: port.optional(),
  BEATPASS_URL: url.optional(),
  BEATPASS_KEY: z.string().optional(),
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(
      /^\d{15,21}$/,
      "the Application ID, a number of 15 to 21 digits, from the application's General Information page",
    )
    .optional(),
  DISCORD_API_URL: url.optional(),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
  SLACK_API_URL: url.optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).optional(),
});

export type DiscordConfig = {
  token: string;
  /** Known from Discord once connected, where it is not given. */
  applicationId: string | undefined;
  /** Without version, for tests; undefined: Discord itself. */
  apiUrl: string | undefined;
};

/** How Slack's commands arrive; without either, announcements are posted and commands are off. */
export type SlackCommandsConfig =
  | { over: "http"; signingSecret: string; host: string; port: number }
  | { over: "socket"; appToken: string };

export type SlackConfig = {
  botToken: string;
  /** With a slash at its end, as Slack's library wants it; undefined: Slack itself. */
  apiUrl: string | undefined;
  commands: SlackCommandsConfig | undefined;
};

export type Config = {
  server: { url: string; key: string };
  logLevel: string;
  discord: DiscordConfig | undefined;
  slack: SlackConfig | undefined;
};

/**
 * Reads the environment, which README lists. Each platform is on when its token is there.
 * @throws Error with one line per wrong variable
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // An empty variable is an absent one.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  const wrong = parsed.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
  const lines = [...wrong, ...missingFrom(given)].map((line) => `  ${line}`);
  if (!parsed.success || lines.length > 0) throw new Error(`The environment has wrong values:\n${lines.join("\n")}`);
  const value = parsed.data;
  return {
    server: {
      url: (value.BEATPASS_URL ?? `http://127.0.0.1:${value.PORT ?? 8787}`).replace(/\/+$/, ""),
      key: value.BEATPASS_KEY ?? "",
    },
    logLevel: value.LOG_LEVEL ?? "info",
    discord: readDiscord(value),
    slack: readSlack(value),
  };
}

/** Beside the schema, so that everything wrong is told at once. */
function missingFrom(environment: Record<string, string | undefined>): string[] {
  const lines: string[] = [];
  if (!environment.BEATPASS_KEY) {
    lines.push("BEATPASS_KEY: missing; make one with: npm run beatpass -- key create --scope bot");
  }
  if (!environment.DISCORD_TOKEN && !environment.SLACK_BOT_TOKEN) {
    lines.push("DISCORD_TOKEN, SLACK_BOT_TOKEN: both missing; there is nothing to run without one of them");
  }
  return lines;
}

type Values = z.infer<typeof Environment>;

function readDiscord(value: Values): DiscordConfig | undefined {
  if (value.DISCORD_TOKEN === undefined) return undefined;
  return {
    token: value.DISCORD_TOKEN,
    applicationId: value.DISCORD_APPLICATION_ID,
    apiUrl: value.DISCORD_API_URL?.replace(/\/+$/, "").replace(/\/v\d+$/, ""),
  };
}

function readSlack(value: Values): SlackConfig | undefined {
  if (value.SLACK_BOT_TOKEN === undefined) return undefined;
  const apiUrl = value.SLACK_API_URL?.replace(/\/*$/, "/");
  return { botToken: value.SLACK_BOT_TOKEN, apiUrl, commands: readSlackCommands(value) };
}

function readSlackCommands(value: Values): SlackCommandsConfig | undefined {
  if (value.SLACK_APP_TOKEN !== undefined) return { over: "socket", appToken: value.SLACK_APP_TOKEN };
  if (value.SLACK_SIGNING_SECRET === undefined) return undefined;
  return {
    over: "http",
    signingSecret: value.SLACK_SIGNING_SECRET,
    host: value.HOST ?? "127.0.0.1",
    port: value.BOTS_PORT ?? 8788,
  };
}
