import { readConfig } from "@beatpass/server/config.ts";
import { startServer } from "@beatpass/server/start-server.ts";

/** The server, but that it waits for a locked database only briefly. */
const config = readConfig(process.env);
const server = await startServer({ ...config, database: { ...config.database, busyTimeoutMs: 20 } });
console.log(`running: ${server.url}`);
