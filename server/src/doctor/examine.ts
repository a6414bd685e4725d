import type { Finding } from "@beatpass/shared/contracts";
import { type Config, readConfig } from "../config.ts";
import { isLoopbackUrl } from "../http/loopback-url.ts";
import { BEATPASS_API } from "../sources/beatpass/index.ts";
import { checkBeatPass } from "./check-beatpass.ts";
import { checkBots } from "./check-bots.ts";
import { checkClock } from "./check-clock.ts";
import { checkDatabase, openExisting } from "./check-database.ts";
import { checkStripe } from "./check-stripe.ts";

/** Everything that can be found out from here, part by part; nothing is changed. */
export async function examine(environment: Record<string, string | undefined>): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    return [{ part: "configuration", state: "wrong", text: error instanceof Error ? error.message : String(error) }];
  }
  const opened = await openExisting(config, Boolean(environment.DATABASE_URL));
  try {
    const { db } = opened;
    const database = db ? await checkDatabase(db, config) : [opened.finding];
    const others =
      db && database.every(({ state }) => state === "ok")
        ? [checkStripe(config), checkBeatPass(config, db), checkBots(db)]
        : [checkStripe(config)];
    const [clock, ...rest] = await Promise.all([checkClock(config, farEnds(config, environment)), ...others]);
    return [...checkConfig(config), ...database, ...clock!, ...rest.flat()];
  } finally {
    opened.db?.$client.close();
  }
}

function checkConfig({ publicUrl, rulebook, secretKey }: Config): Finding[] {
  const part = "configuration";
  const isPublic = publicUrl !== undefined && !isLoopbackUrl(publicUrl);
  return [
    { part, state: "ok", text: `every variable is as it should be; rulebook “${rulebook}”` },
    isPublic
      ? { part, state: "ok", text: `links lead to ${publicUrl}` }
      : {
          part,
          state: "off",
          text: "links in messages: PUBLIC_URL with an address that others reach switches them on",
        },
    ...(isPublic && secretKey === undefined
      ? [{ part, state: "off" as const, text: "SECRET_KEY is not set: the one kept beside the database is used" }]
      : []),
  ];
}

const farEnds = (config: Config, environment: Record<string, string | undefined>): string[] => [
  environment.DISCORD_API_URL || "https://discord.com/api",
  environment.SLACK_API_URL || "https://slack.com/api/api.test",
  config.stripe.apiUrl ?? "https://api.stripe.com",
  config.beatpassApiUrl ?? BEATPASS_API,
];
