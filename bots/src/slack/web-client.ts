import { type Logger, LogLevel, webApi } from "@slack/bolt";
import type { SlackConfig } from "../config.ts";
import type { Log } from "../log.ts";

const TIMEOUT_MS = 10_000;

/** Slack's client without retries of its own: it would post a message again whose fate is not known. */
export const webClientOptions = (config: SlackConfig, log: Log): webApi.WebClientOptions => ({
  ...(config.apiUrl !== undefined && { slackApiUrl: config.apiUrl }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: TIMEOUT_MS,
  logger: slackLogger(log),
});

export const createWebClient = (config: SlackConfig, log: Log): webApi.WebClient =>
  new webApi.WebClient(config.botToken, webClientOptions(config, log));

/** Slack's libraries write through our log; not their finer lines, which hold request bodies. */
export function slackLogger(log: Log): Logger {
  const say = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.debug({ event: "slack-library" }, say(parts)),
    error: (...parts) => log.error({ event: "slack-library" }, say(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
