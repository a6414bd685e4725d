import { parseArgs } from "node:util";
import { readConfig } from "./config.ts";
import { describeFailure } from "./db/describe-failure.ts";
import { fillEmptyDatabase, firstSteps } from "./first-steps.ts";
import { runBots } from "./run-bots.ts";
import { startServer } from "./start-server.ts";

/** What has started, in that order; it is stopped the other way round. */
const running: { stop(): void | Promise<void> }[] = [];
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    // Ctrl C comes twice: from the terminal, and from who started this process.
    if (stopping) return;
    stopping = true;
    if (running.length === 0) return endWhileStarting(signal);
    for (const part of running.reverse()) await part.stop();
    process.exit(0);
  });
}

/** By the signal itself: an exit that ends the writing thread in the midst of a statement makes libsql panic. */
function endWhileStarting(signal: NodeJS.Signals): void {
  console.log("\nStopped while starting; the next start takes care of what is half done.");
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

try {
  const { values: options } = parseArgs({ options: { empty: { type: "boolean", default: false } } });
  const config = readConfig(process.env);
  const server = await startServer(config, options.empty ? undefined : fillEmptyDatabase);
  running.push(server);
  for (const line of await firstSteps(server)) console.log(line);
  if (config.bots) running.push(await runBots(server.dependencies.db, server.url, server.dependencies.log));
  else console.log("\nThe bots are off: set DISCORD_TOKEN or SLACK_BOT_TOKEN to run them.");
} catch (error) {
  // What is stopped under the start's hands fails; that is no news.
  if (!stopping) {
    console.error(describeFailure(error, process.env));
    process.exit(1);
  }
}
