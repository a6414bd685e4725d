import { parseArgs } from "node:util";
import { readConfig } from "./config.ts";
import { describeFailure } from "./db/describe-failure.ts";
import { fillEmptyDatabase, firstSteps } from "./first-steps.ts";
import { runBots } from "./run-bots.ts";
import { startServer } from "./start-server.ts";

const { values: options } = parseArgs({ options: { empty: { type: "boolean", default: false } } });

try {
  const config = readConfig(process.env);
  const server = await startServer(config, options.empty ? undefined : fillEmptyDatabase);
  for (const line of await firstSteps(server)) console.log(line);
  const bots = config.bots ? await runBots(server.dependencies.db, server.url, server.dependencies.log) : undefined;
  if (!bots) console.log("\nThe bots are off: set DISCORD_TOKEN or SLACK_BOT_TOKEN to run them.");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, async () => {
      bots?.stop();
      await server.stop();
      process.exit(0);
    });
  }
} catch (error) {
  console.error(describeFailure(error, process.env));
  process.exit(1);
}
