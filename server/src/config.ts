import { RULEBOOKS, type RulebookName } from "@beatpass/shared/rules";
import { z } from "zod";

const url = z.url({ protocol: /^https?$/ });
/** Pages, sign-in and links are at the root of a host. */
const origin = url.refine((value) => {
  const { pathname, search, hash } = new URL(value);
  return /^\/*$/.test(pathname) && search === "" && hash === "" && !/[?#]$/.test(value);
}, "only scheme, host and port, as in https://stats.example: no path, no ? and no #");

const Environment = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  PUBLIC_URL: origin.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|libsql:|https?:|wss?:)/, "begins with file:, libsql:, http: or https:")
    .default("file:./data/beatpass.db"),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  SECRET_KEY: z.string().min(32, "at least 32 characters").optional(),
  RULEBOOK: z.enum(Object.keys(RULEBOOKS) as [RulebookName, ...RulebookName[]]).default("classic"),
  LEADERBOARD_REFRESH_MINUTES: z.coerce.number().positive().max(1440).default(30),
  BEATPASS_CLOCK: z.iso.datetime({ offset: true }).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_API_URL: url.optional(),
  BEATPASS_API_URL: url.optional(),
  DISCORD_TOKEN: z.string().optional(),
  SLACK_BOT_TOKEN: z.string().optional(),
});

export type DatabaseConfig = {
  url: string;
  authToken: string | undefined;
  /** How long one attempt waits for a file that another process has locked. */
  busyTimeoutMs?: number;
};

export type Config = {
  host: string;
  port: number;
  /** Where people reach the server; undefined: derived from host and port once it listens. */
  publicUrl: string | undefined;
  database: DatabaseConfig;
  secretKey: string | undefined;
  rulebook: RulebookName;
  refreshMinutes: number;
  /** The product clock stands still here, in ms. */
  clockAt: number | undefined;
  logLevel: string;
  stripe: { secretKey: string | undefined; webhookSecret: string | undefined; apiUrl: string | undefined };
  /** Where the BeatPass API is; undefined: at BeatPass. */
  beatpassApiUrl: string | undefined;
  /** Whether the bots' tokens are there, so that they are started beside the server. */
  bots: boolean;
};

/**
 * Reads the environment, which README lists.
 * @throws Error with one line per wrong variable
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // An empty variable is an absent one.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment has wrong values:\n${lines.join("\n")}`);
  }
  const value = parsed.data;
  return {
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, ""),
    database: { url: value.DATABASE_URL, authToken: value.DATABASE_AUTH_TOKEN },
    secretKey: value.SECRET_KEY,
    rulebook: value.RULEBOOK,
    refreshMinutes: value.LEADERBOARD_REFRESH_MINUTES,
    clockAt: value.BEATPASS_CLOCK === undefined ? undefined : Date.parse(value.BEATPASS_CLOCK),
    logLevel: value.LOG_LEVEL,
    stripe: {
      secretKey: value.STRIPE_SECRET_KEY,
      webhookSecret: value.STRIPE_WEBHOOK_SECRET,
      apiUrl: value.STRIPE_API_URL,
    },
    beatpassApiUrl: value.BEATPASS_API_URL?.replace(/\/+$/, ""),
    bots: value.DISCORD_TOKEN !== undefined || value.SLACK_BOT_TOKEN !== undefined,
  };
}
