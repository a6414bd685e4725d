import type { Finding, Patient } from "@beatpass/shared/contracts";
import { webApi } from "@slack/bolt";
import type { SlackConfig } from "../config.ts";
import type { Log } from "../log.ts";
import { SLACK_SCOPES } from "../manifests/slack-scopes.ts";
import { createSlackErrands } from "../slack/errand-runner.ts";
import { readSendError } from "../slack/slack-error.ts";
import { createWebClient } from "../slack/web-client.ts";
import { checkChannels } from "./check-channels.ts";

const part = "Slack";

/** Token, scopes, how commands arrive, and every channel; each fault with how to mend it. */
export async function checkSlack(
  config: SlackConfig | undefined,
  patients: readonly Patient[],
  log: Log,
): Promise<Finding[]> {
  if (!config) return [{ part, state: "off", text: "SLACK_BOT_TOKEN switches it on" }];
  const client = createWebClient(config, log);
  let answer: webApi.AuthTestResponse;
  try {
    answer = await client.auth.test();
  } catch (error) {
    return [{ part, state: "wrong", text: readFault(error) }];
  }
  const team = answer.team_id;
  return [
    { part, state: "ok", text: `the token is accepted, in “${answer.team ?? team}”` },
    checkScopes(answer),
    await checkCommands(config, client),
    ...(await checkChannels(
      part,
      createSlackErrands(client),
      patients.filter(({ guildId }) => guildId === team),
    )),
  ];
}

function checkScopes({ response_metadata }: webApi.AuthTestResponse): Finding {
  const granted = response_metadata?.scopes ?? [];
  const missing = SLACK_SCOPES.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return { part, state: "ok", text: "all scopes are granted" };
  const text = `missing scopes: ${missing.join(", ")}; paste the manifest anew (npm run beatpass -- manifest slack) and reinstall the app`;
  return { part, state: "wrong", text };
}

async function checkCommands({ commands }: SlackConfig, client: webApi.WebClient): Promise<Finding> {
  if (!commands)
    return {
      part,
      state: "off",
      text: "commands: SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (socket) switches them on",
    };
  if (commands.over === "http")
    return { part, state: "ok", text: `commands arrive over HTTP, on port ${commands.port}` };
  try {
    await client.apps.connections.open({ token: commands.appToken });
    return { part, state: "ok", text: "commands arrive over a socket" };
  } catch (error) {
    const text =
      error instanceof webApi.WebAPIPlatformError
        ? `Slack refuses SLACK_APP_TOKEN (${error.data.error}): it begins with xapp-, has the scope connections:write and stands on the app's Basic Information page, under App-Level Tokens`
        : readFault(error);
    return { part, state: "wrong", text };
  }
}

function readFault(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError)
    return `Slack refuses SLACK_BOT_TOKEN (${error.data.error}): copy the Bot User OAuth Token, which begins with xoxb-, anew from the app's OAuth & Permissions page`;
  return `Slack does not answer: ${readSendError(error).detail}`;
}
