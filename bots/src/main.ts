import { hostname } from "node:os";
import { drawCard } from "./cards/draw-card.ts";
import { readConfig } from "./config.ts";
import { drawOnce } from "./deliveries/draw-once.ts";
import { runDeliveries } from "./deliveries/run-deliveries.ts";
import type { Sender } from "./deliveries/sender.ts";
import { createWake, watchServer } from "./deliveries/wake.ts";
import { createDiscordErrands } from "./discord/errand-runner.ts";
import { createDiscordSender } from "./discord/sender.ts";
import { startDiscord } from "./discord/start-discord.ts";
import { runErrands } from "./errands/run-errands.ts";
import type { ErrandRunner } from "./errands/runner.ts";
import { createLog } from "./log.ts";
import { createServerApi } from "./server-api/server-api.ts";
import { createSlackErrands } from "./slack/errand-runner.ts";
import { createSlackSender } from "./slack/sender.ts";
import { startSlack } from "./slack/start-slack.ts";
import { createWebClient } from "./slack/web-client.ts";
import { machineTime as time } from "./time.ts";

/** Deliveries under way may end within this; what does not is left to its lease. */
const STOP_WITHIN_MS = 10_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const server = createServerApi(config.server);
  const wake = createWake(time);
  const draw = drawOnce(drawCard);
  const deps = { server, time, log, draw };
  const parts: { stop: () => Promise<void> }[] = [];
  const worker = `${hostname()}-${process.pid}`.slice(-100);
  const run = (sender: Sender, runner: ErrandRunner) => {
    parts.push(runDeliveries({ ...deps, sender, wake, worker }), runErrands({ ...deps, runner, wake, worker }));
  };

  log.info({ event: "start", discord: config.discord ? "on" : "off", slack: config.slack ? "on" : "off" });
  if (config.discord) {
    run(createDiscordSender(config.discord, time), createDiscordErrands(config.discord));
    parts.push(startDiscord(config.discord, deps));
  } else log.info({ event: "discord-off" }, "Discord is off: set DISCORD_TOKEN");
  if (config.slack) {
    const client = createWebClient(config.slack, log);
    run(createSlackSender(client, log), createSlackErrands(client));
    parts.push(await startSlack(config.slack, deps));
  } else log.info({ event: "slack-off" }, "Slack is off: set SLACK_BOT_TOKEN");
  const watching = new AbortController();
  void watchServer(server, wake, time, log, watching.signal);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ event: "stop", signal });
    watching.abort();
    await Promise.race([Promise.all(parts.map((part) => part.stop())), time.sleep(STOP_WITHIN_MS)]);
    // Slack's socket client keeps a timer for half a minute.
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(signal));
  // A server that started the bots beside itself, with a channel to them, takes them along when it dies.
  process.on("disconnect", () => void stop("disconnect"));
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
