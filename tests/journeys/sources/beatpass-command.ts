import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { readConfig } from "@beatpass/server/config.ts";
import type { WriteContext } from "@beatpass/server/context.ts";
import { openDatabase } from "@beatpass/server/db/client.ts";
import { user } from "@beatpass/server/db/schema/index.ts";
import { createLog } from "@beatpass/server/log.ts";
import { createTokenBox } from "@beatpass/server/sources/beatpass/index.ts";
import { createDirectWriter, createWriteContext } from "@beatpass/server/writer/index.ts";
import { type Environment, serverEnvironment } from "../server/run-beatpass.ts";

const main = fileURLToPath(new URL("../../../server/src/cli/main.ts", import.meta.url));

/** Runs `beatpass …` as the operator does, while stand-ins of this process go on answering. */
export async function beatpass(file: string, args: readonly string[], environment: Environment) {
  const child = spawn(process.execPath, [main, ...args], { env: serverEnvironment(file, environment) });
  const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { stdout: await text(child.stdout), stderr: await text(child.stderr), code: await code };
}

/** The key under which tests seal tokens. */
export const TEST_SECRET = "s".repeat(40);

/** An account "kaya" whose token has been tried and kept, and whose catalog is still to be read. */
export async function connectFrom(context: WriteContext, token: string): Promise<void> {
  const now = new Date();
  const account = { id: "kaya", name: "kaya", email: "kaya@example.org", createdAt: now, updatedAt: now };
  await context.db.insert(user).values(account);
  const profile = {
    id: "7",
    name: "Kaya",
    uploadAccess: true,
    totalTracks: 2,
    memberSince: undefined,
    bio: null,
    links: 0,
    linksAreAll: true,
  };
  const sealed = createTokenBox(TEST_SECRET).seal(token, profile.id);
  await createDirectWriter(context).run("saveBeatPassConnection", { userId: "kaya", profile, token: sealed });
}

/** The same in a database file. */
export async function connectIn(file: string, token: string): Promise<void> {
  const context = await createWriteContext(readConfig({ DATABASE_URL: `file:${file}` }), createLog("silent"));
  await connectFrom(context, token);
  context.db.$client.close();
}

export async function totalsIn(file: string): Promise<{ tracks: unknown; plays: unknown }> {
  const db = await openDatabase({ url: `file:${file}`, authToken: undefined });
  const { rows } = await db.$client.execute("SELECT count(*) AS tracks, sum(plays) AS plays FROM tracks");
  db.$client.close();
  return { tracks: rows[0]!.tracks, plays: rows[0]!.plays };
}
