import { COMMAND_NAME } from "@beatpass/messages";
import type { Finding, Patient } from "@beatpass/shared/contracts";
import { type APIApplication, type APIApplicationCommand, DiscordAPIError, REST, Routes } from "discord.js";
import { COMMANDS } from "../commands/command-list.ts";
import type { DiscordConfig } from "../config.ts";
import { createDiscordErrands } from "../discord/errand-runner.ts";
import { installLink } from "../manifests/discord-manifest.ts";
import { checkChannels } from "./check-channels.ts";

const TIMEOUT_MS = 8000;
const part = "Discord";

/** Token, application, commands and every channel of every server; each fault with how to mend it. */
export async function checkDiscord(
  config: DiscordConfig | undefined,
  patients: readonly Patient[],
): Promise<Finding[]> {
  if (!config) return [{ part, state: "off", text: "DISCORD_TOKEN switches it on" }];
  const rest = new REST({
    ...(config.apiUrl !== undefined && { api: config.apiUrl }),
    timeout: TIMEOUT_MS,
    retries: 0,
  }).setToken(config.token);
  let application: APIApplication;
  try {
    application = (await rest.get(Routes.currentApplication())) as APIApplication;
  } catch (error) {
    return [{ part, state: "wrong", text: readFault(error) }];
  }
  const findings: Finding[] = [{ part, state: "ok", text: `the token is accepted, as “${application.name}”` }];
  if (config.applicationId !== undefined && config.applicationId !== application.id) {
    const text = `DISCORD_APPLICATION_ID is ${config.applicationId}, but the token is of ${application.id}: set that one`;
    findings.push({ part, state: "wrong", text });
  }
  findings.push(await checkCommands(rest, application.id));
  if (patients.length === 0) {
    const text = `the bot was seen in no server yet: add it with ${installLink(application.id)} while npm start runs`;
    findings.push({ part, state: "off", text });
  }
  return [...findings, ...(await checkChannels(part, createDiscordErrands(config), patients))];
}

async function checkCommands(rest: REST, applicationId: string): Promise<Finding> {
  const registered = (await rest.get(Routes.applicationCommands(applicationId))) as APIApplicationCommand[];
  const ours = registered.find(({ name }) => name === COMMAND_NAME);
  const names = new Set(ours?.options?.map(({ name }) => name));
  const missing = COMMANDS.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  if (missing.length === 0)
    return { part, state: "ok", text: `/${COMMAND_NAME} is registered with all its subcommands` };
  const text = `/${COMMAND_NAME} ${missing.join(", ")} not registered: start the bots once, with this token (npm start)`;
  return { part, state: "wrong", text };
}

function readFault(error: unknown): string {
  if (error instanceof DiscordAPIError && error.status === 401)
    return "DISCORD_TOKEN is refused: Reset Token on the application's Bot page gives a new one";
  return `Discord does not answer: ${error instanceof Error ? error.message : String(error)}`;
}
