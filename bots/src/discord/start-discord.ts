import {
  Client,
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
  type Guild,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import type { CommandDeps } from "../commands/command.ts";
import { COMMANDS } from "../commands/command-list.ts";
import { reportCommunity, reportLeft, reportPresent } from "../communities/report-community.ts";
import type { DiscordConfig } from "../config.ts";
import { backOff } from "../time.ts";
import { localeOf } from "./commands.ts";
import { excuseTo, onInteraction } from "./interactions.ts";
import { makeRequest } from "./make-request.ts";
import { discordCommands } from "./registration.ts";

/** Connects to the gateway, for commands and to see which guilds the bot is in; tries until stopped. */
export function startDiscord(config: DiscordConfig, deps: CommandDeps): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const log = deps.log.child({ platform: "discord" });
  let client: Client | undefined;

  async function connect(): Promise<void> {
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      client = createClient(config, { ...deps, log }, stopping.signal);
      try {
        await client.login(config.token);
        // Destroying a client that is still connecting does not keep it from doing so.
        if (stopping.signal.aborted) await client.destroy();
        return;
      } catch (error) {
        await client.destroy();
        if (isTokenRefused(error)) {
          log.error({ event: "credentials-dead" }, "Discord refuses DISCORD_TOKEN: commands stay off until a restart");
          return;
        }
        log.warn({ event: "gateway-unreachable", detail: error instanceof Error ? error.message : String(error) });
        await deps.time.sleep(backOff(attempt, 1000, 60_000), stopping.signal);
      }
    }
  }

  void connect();
  return {
    async stop() {
      stopping.abort();
      // A client that is still connecting waits for time-outs of its own, and there is nothing to lose by leaving it.
      await Promise.race([client?.destroy(), deps.time.sleep(1000)]);
    },
  };
}

function createClient(config: DiscordConfig, deps: CommandDeps, stopped: AbortSignal): Client {
  const { log } = deps;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { makeRequest, ...(config.apiUrl !== undefined && { api: config.apiUrl }) },
  });
  const seen = (guild: Guild) =>
    reportCommunity(
      deps,
      { platform: "discord", guildId: guild.id },
      { name: guild.name, locale: localeOf(guild.preferredLocale), ownerId: guild.ownerId },
      stopped,
    );
  client.on(Events.ClientReady, async (ready) => {
    log.info({ event: "ready", guilds: ready.guilds.cache.size });
    await register(ready, config, deps, stopped);
  });
  // Of a bot in several shards, each knows its own guilds alone.
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds, shard }: GatewayReadyDispatchData) => {
    const guildIds = guilds.map(({ id }) => id);
    if ((shard?.[1] ?? 1) === 1) void reportPresent(deps, "discord", guildIds, stopped);
  });
  // The guilds it is in already become available while it connects; a new one is created.
  client.on(Events.GuildAvailable, seen);
  client.on(Events.GuildCreate, seen);
  // Removed, kicked or banned; a guild that is merely out of order is another event.
  client.on(Events.GuildDelete, ({ id }) => reportLeft(deps, { platform: "discord", guildId: id }, stopped));
  client.on(Events.GuildUpdate, (_before, guild) => seen(guild));
  client.on(Events.Error, (error) => log.warn({ event: "gateway-error", detail: error.message }));
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await onInteraction(interaction, deps);
    } catch (error) {
      if (isTaken(error)) log.info({ event: "command", outcome: "answered-elsewhere" });
      else await excuseTo(interaction, error, log);
    }
  });
  return client;
}

async function register(
  client: Client<true>,
  config: DiscordConfig,
  deps: CommandDeps,
  stopped: AbortSignal,
): Promise<void> {
  const route = Routes.applicationCommands(config.applicationId ?? client.application.id);
  for (let attempt = 0; !stopped.aborted; attempt++) {
    try {
      await client.rest.put(route, { body: discordCommands(COMMANDS) });
      deps.log.info({ event: "commands-registered" });
      return;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      // What Discord refuses once it will refuse again.
      if (error instanceof DiscordAPIError) return deps.log.error({ event: "commands-refused", detail });
      deps.log.warn({ event: "commands-not-registered", detail });
      await deps.time.sleep(backOff(attempt, 2000, 300_000), stopped);
    }
  }
}

/** Several processes of a bot are all told of what a member does; the first to acknowledge it answers. */
const isTaken = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;

const isTokenRefused = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "TokenInvalid";
