import { App, HTTPReceiver, type Receiver, SocketModeReceiver, type webApi } from "@slack/bolt";
import type { CommandDeps } from "../commands/command.ts";
import { reportCommunity, reportLeft } from "../communities/report-community.ts";
import type { SlackCommandsConfig, SlackConfig } from "../config.ts";
import type { Log } from "../log.ts";
import { backOff } from "../time.ts";
import { addCommands } from "./add-commands.ts";
import { addHome } from "./home.ts";
import { createImages } from "./images.ts";
import { addLinking } from "./linking.ts";
import { handleEventsOnce } from "./once.ts";
import { createSlackPeople } from "./people.ts";
import { primaryOwner } from "./primary-owner.ts";
import { readSendError } from "./slack-error.ts";
import { createWebClient, slackLogger, webClientOptions } from "./web-client.ts";

/**
 * Answers Slack's commands and makes the workspace known to the server; Slack may come and go meanwhile.
 * @throws Error when the port for Slack's requests is not to be had
 */
export async function startSlack(config: SlackConfig, deps: CommandDeps): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  const log = deps.log.child({ platform: "slack" });
  const client = createWebClient(config, log);
  const app = config.commands && createApp(config, config.commands, client, { ...deps, log }, stopping.signal);
  if (app && config.commands?.over === "http") await listen(app, config.commands, log);
  else if (app) void connect(app, { ...deps, log }, stopping.signal);
  else log.warn({ event: "commands-off" }, "Slack commands are off: set SLACK_SIGNING_SECRET or SLACK_APP_TOKEN");
  void introduce(client, { ...deps, log }, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await app?.stop().catch(() => undefined);
    },
  };
}

function createApp(
  config: SlackConfig,
  commands: SlackCommandsConfig,
  client: webApi.WebClient,
  deps: CommandDeps,
  stopped: AbortSignal,
): App {
  const app = new App({
    token: config.botToken,
    // Bolt would ask Slack who we are while it is constructed, and an unreachable Slack would end the process.
    tokenVerificationEnabled: false,
    receiver: createReceiver(config, commands, deps.log),
    clientOptions: webClientOptions(config, deps.log),
    logger: slackLogger(deps.log),
  });
  const people = createSlackPeople(client);
  handleEventsOnce(app, deps.log);
  addCommands(app, people, createImages(client, deps.log), deps);
  addLinking(app, client, people, deps);
  addHome(app, client, people, deps);
  addDepartures(app, deps, stopped);
  app.error(async (error) => deps.log.error({ event: "command", outcome: "not-answered", detail: error.message }));
  return app;
}

/** A workspace that removes the app says so, or that the bot's token is no longer good. */
function addDepartures(app: App, deps: CommandDeps, stopped: AbortSignal): void {
  const left = (guildId: string) => reportLeft(deps, { platform: "slack", guildId }, stopped);
  app.event("app_uninstalled", ({ body }) => left(body.team_id));
  app.event("tokens_revoked", async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await left(body.team_id);
  });
}

function createReceiver(config: SlackConfig, commands: SlackCommandsConfig, log: Log): Receiver {
  const logger = slackLogger(log);
  if (commands.over === "http") {
    return new HTTPReceiver({
      signingSecret: commands.signingSecret,
      endpoints: ["/slack/events", "/slack/commands", "/slack/interactions"],
      logger: { ...logger, warn: tellRefusalOnce(log) },
    });
  }
  const installerOptions = config.apiUrl === undefined ? {} : { clientOptions: { slackApiUrl: config.apiUrl } };
  return new SocketModeReceiver({ appToken: commands.appToken, installerOptions, logger });
}

/** What the library warns of are requests that it refuses; once is enough, as anybody may send such. */
function tellRefusalOnce(log: Log): (...parts: unknown[]) => void {
  let told = false;
  return (...parts) => {
    const detail = parts.map(String).join(" ");
    if (told) return log.debug({ event: "request-refused", detail });
    told = true;
    log.warn(
      { event: "request-refused", detail },
      "A request was refused that does not come from Slack as set up: when /beatpass does not answer, copy SLACK_SIGNING_SECRET anew from the app's Basic Information page",
    );
  };
}

async function listen(app: App, { host, port }: Extract<SlackCommandsConfig, { over: "http" }>, log: Log) {
  const server = await app.start({ host, port }).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    throw new Error(`BOTS_PORT ${port} is taken. Set it to a free one, or stop what listens there.`);
  });
  const address = "address" in server ? server.address() : null;
  log.info({ event: "listening", port: typeof address === "object" ? address?.port : port });
}

async function connect(app: App, { time, log }: CommandDeps, stopped: AbortSignal): Promise<void> {
  for (let attempt = 0; !stopped.aborted; attempt++) {
    try {
      await app.start();
      log.info({ event: "ready" });
      return;
    } catch (error) {
      log.warn({ event: "socket-unreachable", detail: error instanceof Error ? error.message : String(error) });
      await time.sleep(backOff(attempt, 1000, 60_000), stopped);
    }
  }
}

async function introduce(client: webApi.WebClient, deps: CommandDeps, stopped: AbortSignal): Promise<void> {
  for (let attempt = 0; !stopped.aborted; attempt++) {
    try {
      const { team_id, team } = await client.auth.test();
      if (team_id === undefined) return;
      const ownerId = await primaryOwner(client);
      const seen = { name: team ?? team_id, ...(ownerId !== undefined && { ownerId }) };
      return await reportCommunity(deps, { platform: "slack", guildId: team_id }, seen, stopped);
    } catch (error) {
      const reading = readSendError(error);
      deps.log.warn({ event: "slack-unreachable" }, reading.detail);
      if (reading.is === "refused") return;
      await deps.time.sleep(backOff(attempt, 1000, 60_000), stopped);
    }
  }
}
