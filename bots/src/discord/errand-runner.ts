import type { ResultOf } from "@beatpass/shared/contracts";
import { REST } from "discord.js";
import type { DiscordConfig } from "../config.ts";
import type { ErrandRunner, Outcome } from "../errands/runner.ts";
import { readSendError } from "./discord-error.ts";
import { createGuildReader, type GuildReader, isGone } from "./guild-reader.ts";
import { holdRoles } from "./hold-roles.ts";
import { guildPermissions, mayManageGuild } from "./permissions.ts";
import { readPlaces } from "./read-places.ts";

const TIMEOUT_MS = 5_000;

/** Asks Discord itself, each time anew: rights are never remembered. */
export function createDiscordErrands(config: Pick<DiscordConfig, "token" | "apiUrl">): ErrandRunner {
  const rest = new REST({
    ...(config.apiUrl !== undefined && { api: config.apiUrl }),
    timeout: TIMEOUT_MS,
    retries: 0,
    rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > TIMEOUT_MS,
  }).setToken(config.token);
  const guilds = createGuildReader(rest);
  return {
    platform: "discord",
    mayManage: (guildId, userId) => settled(mayManage(guilds, guildId, userId)),
    places: (guildId, userId) => settled(readPlaces(guilds, guildId, userId)),
    holdRoles: (guildId, errand) => settled(holdRoles(guilds, guildId, errand)),
  };
}

async function mayManage(guilds: GuildReader, guildId: string, userId: string): Promise<ResultOf<"may-manage">> {
  try {
    const [guild, member] = await Promise.all([guilds.guild(guildId), guilds.member(guildId, userId)]);
    return { is: "may-manage", may: mayManageGuild(guildPermissions(guild, member)) };
  } catch (error) {
    if (isGone(error)) return { is: "may-manage", may: false };
    throw error;
  }
}

async function settled<Result>(work: Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { is: "done", result: await work };
  } catch (error) {
    const { detail, ...reading } = readSendError(error);
    return { is: "later", detail, ...("retryAfterMs" in reading && { retryAfterMs: reading.retryAfterMs }) };
  }
}
