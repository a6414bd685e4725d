import { readConfig } from "./config.ts";
import { startServer } from "./start-server.ts";

const config = readConfig(process.env);
const server = await startServer(config);
console.log(`BeatPass Companion: ${server.publicUrl}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await server.stop();
    process.exit(0);
  });
}
