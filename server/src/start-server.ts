import { createServer, type Server } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createAuth } from "./accounts/auth.ts";
import { scheduleFolding } from "./announcements/schedule-folding.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { migrateDatabase, READER_CACHE_MIB } from "./db/client.ts";
import { scheduleDigests } from "./digests/schedule-digests.ts";
import { createStripe } from "./finances/connection.ts";
import { foldEverything } from "./insights/index.ts";
import { scheduleRefresh } from "./leaderboards/schedule-refresh.ts";
import { createLog } from "./log.ts";
import { scheduleRoles } from "./roles/schedule-roles.ts";
import { readSecretKey } from "./secret-key.ts";
import { BEATPASS_API, createTokenBox, keepReading } from "./sources/beatpass/index.ts";
import { scheduleReminders } from "./sources/beatpass/schedule-reminders.ts";
import { createWorkerWriter, createWriteContext } from "./writer/index.ts";

export type RunningServer = {
  /** Where it listens, without a slash at the end. */
  url: string;
  publicUrl: string;
  /** For what starts beside it: the same dependencies as the app's. */
  dependencies: Parameters<typeof createApp>[0];
  stop(): Promise<void>;
};

/**
 * Starts everything that runs in this process: migrations, writing thread, HTTP, scheduler.
 * @param prepare done before the first refresh is scheduled
 */
export async function startServer(
  config: Config,
  prepare: (server: Omit<RunningServer, "stop">) => Promise<void> = async () => undefined,
): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const context = await createWriteContext(config, log, READER_CACHE_MIB);
  await migrateDatabase(context.db);
  // An update may have roll-ups to make anew: nobody is shown figures that are only half made.
  await foldEverything(context);
  const secret = readSecretKey(config);
  const http = createServer();
  const port = await listen(http, config.port, config.host);
  const url = `http://${ownName(config.host)}:${port}`;
  const publicUrl = config.publicUrl ?? url;
  const writer = createWorkerWriter(config, (error) => {
    log.fatal({ event: "writer", outcome: "died", err: error });
    process.exit(1);
  });
  const accounts = createAuth({ db: context.db, secret, publicUrl, log });
  const beatpass = { apiUrl: config.beatpassApiUrl ?? BEATPASS_API, box: createTokenBox(secret) };
  const beatpassReader = keepReading({ db: context.db, clock: context.clock, log, writer, beatpass });
  const dependencies = {
    db: context.db,
    clock: context.clock,
    rulebook: context.rulebook,
    log,
    writer,
    accounts,
    publicUrl,
    refreshMinutes: config.refreshMinutes,
    stripe: createStripe(config.stripe),
    beatpass,
    beatpassReader,
  };
  http.on("request", getRequestListener(createApp(dependencies).fetch));
  await prepare({ url, publicUrl, dependencies });
  const refreshing = scheduleRefresh(dependencies, config.refreshMinutes);
  const folding = scheduleFolding(dependencies);
  await beatpassReader.resume();
  const digests = scheduleDigests(dependencies);
  const reminders = scheduleReminders(dependencies);
  const roles = scheduleRoles(dependencies);
  return {
    url,
    publicUrl,
    dependencies,
    stop: async () => {
      refreshing.stop();
      folding.stop();
      await beatpassReader.stop();
      digests.stop();
      reminders.stop();
      roles.stop();
      http.close();
      http.closeAllConnections();
      await writer.close();
      context.db.$client.close();
    },
  };
}

/** Under which name this machine reaches a server that listens on `host`. */
function ownName(host: string): string {
  if (["127.0.0.1", "0.0.0.0", "::"].includes(host)) return "localhost";
  return isIPv6(host) ? `[${host}]` : host;
}

function listen(http: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} is taken. Set PORT to a free one, or stop what listens there.`)
          : error,
      );
    });
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });
}
