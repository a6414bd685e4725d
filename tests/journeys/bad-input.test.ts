import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "@beatpass/server/db/client.ts";
import { artist, play, plays, track } from "@beatpass/server/testing/events.ts";
import { rowsOf } from "@beatpass/server/testing/index.ts";
import type { Problem, Progress } from "@beatpass/shared/contracts";
import { describe, expect, onTestFinished, test } from "vitest";
import { mountsOwnDisk, withOwnDisk } from "./server/own-disk.ts";
import { postEvents, sendEvents } from "./server/post-events.ts";
import { prepareDatabase } from "./server/prepare-database.ts";
import { runBeatpass } from "./server/run-beatpass.ts";
import { startServerProcess } from "./server/server-process.ts";
import { temporaryFolder } from "./server/temporary-folder.ts";

const CLEAN = "The state is what the ledger gives.\n";
const MIB = 1024 * 1024;

const CATALOG = [artist("a1"), track("t1", ["a1"], { durationMs: 200_000 })];

async function readPlays(url: string, admin: string): Promise<number> {
  const response = await fetch(`${url}/v1/producers/a1/progress`, { headers: { authorization: `Bearer ${admin}` } });
  const { sources } = (await response.json()) as Progress;
  return sources.find(({ source }) => source === "play")!.count;
}

async function expectProblem(response: Response, status: number, problem: Partial<Problem> & { detail?: unknown }) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ status, ...problem })]);
}

test("what /v1/events is sent wrong is answered with what and where, and nothing of it is kept", async () => {
  const { file, ingest, admin } = await prepareDatabase();
  const { url } = await startServerProcess(file);
  await sendEvents(url, ingest, CATALOG);
  const huge = JSON.stringify([play("t1"), play("t1", { userAgent: "x".repeat(17 * MIB) })]);
  const tooLarge = { code: "too_large", detail: expect.stringContaining("16 MiB") } as const;
  await expectProblem(await postEvents(url, ingest, huge), 413, tooLarge);
  const chunked = new Blob([huge]).stream();
  await expectProblem(await postEvents(url, ingest, chunked), 413, tooLarge);
  const notJson = { code: "invalid", detail: expect.stringContaining("not JSON") } as const;
  await expectProblem(await postEvents(url, ingest, "{oh"), 422, notJson);
  await expectProblem(await postEvents(url, ingest, ""), 422, notJson);
  await expectProblem(await postEvents(url, ingest, JSON.stringify([play("t1")]), "text/csv"), 415, {
    code: "unsupported_media_type",
    detail: expect.stringContaining("text/csv"),
  });
  await expectProblem(await postEvents(url, ingest, JSON.stringify(plays("t1", 10_001))), 422, {
    code: "invalid",
    detail: expect.stringContaining("10000 events; this one has 10001"),
  });
  expect(await readPlays(url, admin)).toBe(0);
  const future = new Date(Date.now() + 3_600_000).toISOString();
  const { accepted, rejected } = await sendEvents(url, ingest, [
    play("t1", { listenedMs: -1 }),
    play("t1"),
    play("t2"),
    play("t1", {}, { time: future }),
    "nonsense",
    play("t1", { userAgent: "\ud83d" }),
    play("t1"),
  ]);
  expect(accepted).toBe(2);
  expect(rejected.map(({ index, code }) => [index, code])).toEqual([
    [0, "invalid"],
    [2, "unknown_track"],
    [3, "in_future"],
    [4, "invalid"],
    [5, "invalid"],
  ]);
  expect(await readPlays(url, admin)).toBe(2);
  const single = await postEvents(
    url,
    ingest,
    JSON.stringify(play("t1")),
    "application/cloudevents+json; charset=utf-8",
  );
  expect(await single.json()).toMatchObject({ accepted: 1 });
});

test("every other route refuses a body that is no JSON, of another type or too large", async () => {
  const { file } = await prepareDatabase();
  const { url } = await startServerProcess(file);
  const start = (body: string, type = "application/json") =>
    fetch(`${url}/v1/pairing/start`, { method: "POST", headers: { "content-type": type }, body });
  await expectProblem(await start("{oh"), 422, { code: "invalid", detail: expect.stringContaining("not JSON") });
  await expectProblem(await start(JSON.stringify({ browser: "" })), 422, {
    code: "invalid",
    errors: [{ path: "browser", message: expect.any(String) }],
  });
  await expectProblem(await start("browser=Firefox", "text/plain"), 415, { code: "unsupported_media_type" });
  await expectProblem(await start(JSON.stringify({ browser: "x".repeat(2 * MIB) })), 413, { code: "too_large" });
  expect((await start(JSON.stringify({ browser: "Firefox on Linux" }))).status).toBe(200);
});

test("a database that another process has locked is an error that says so; nothing is lost, and it goes on afterwards", async () => {
  const { file, ingest, admin } = await prepareDatabase();
  const { url } = await startServerProcess(file, { patience: "impatient" });
  await sendEvents(url, ingest, [...CATALOG, play("t1")]);
  const batch = plays("t1", 50);
  const holder = await lockFromOutside(file);
  await expectProblem(await postEvents(url, ingest, JSON.stringify(batch)), 503, {
    code: "busy",
    detail: expect.stringContaining("locked by another process"),
  });
  expect(await readPlays(url, admin)).toBe(1);
  await holder.release();
  expect(await sendEvents(url, ingest, batch)).toMatchObject({ accepted: 50, duplicates: 0 });
  expect(await readPlays(url, admin)).toBe(51);
});

/** Another process that has the database locked for writing until it is told to let go. */
async function lockFromOutside(file: string): Promise<{ release(): Promise<void> }> {
  const script = `
    const { DatabaseSync } = require("node:sqlite");
    const database = new DatabaseSync(process.argv[1]);
    database.exec("PRAGMA busy_timeout = 10000");
    database.exec("BEGIN IMMEDIATE");
    console.log("locked");
    process.stdin.once("data", () => { database.exec("ROLLBACK"); process.exit(0); });`;
  const child = spawn(process.execPath, ["-e", script, file], { stdio: ["pipe", "pipe", "ignore"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  await new Promise((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("exit", () => reject(new Error("could not lock the database")));
  });
  return {
    release: () => {
      child.stdin.write("go");
      return ended;
    },
  };
}

test("what was acknowledged is there after a kill in the middle of it all, and the state is what the ledger gives", async () => {
  const { file, ingest, admin } = await prepareDatabase();
  const first = await startServerProcess(file);
  await sendEvents(first.url, ingest, CATALOG);
  const acknowledged: unknown[][] = [];
  const batches = Array.from({ length: 300 }, () => plays("t1", 300, { listenedMs: 180_000, country: "CA" }));
  let next = 0;
  const send = async () => {
    for (let batch = batches[next++]; batch; batch = batches[next++]) {
      await sendEvents(first.url, ingest, batch);
      acknowledged.push(batch);
      if (acknowledged.length === 12) first.stop("SIGKILL");
    }
  };
  const outcomes = await Promise.allSettled([send(), send(), send()]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  await first.stop("SIGKILL");
  expect(runBeatpass(file, ["rebuild", "--check"])).toEqual({ code: 0, stdout: CLEAN, stderr: "" });
  const second = await startServerProcess(file);
  for (const batch of acknowledged) {
    expect(await sendEvents(second.url, ingest, batch)).toEqual({
      accepted: 0,
      duplicates: 300,
      rejected: [],
      progress: [],
    });
  }
  // Whole batches alone: one that was under way is there in full or not at all.
  const kept = await readPlays(second.url, admin);
  expect(kept % 300).toBe(0);
  expect(kept).toBeGreaterThanOrEqual(300 * acknowledged.length);
  await sendEvents(second.url, ingest, batches.flat().slice(0, 9000));
  expect(await readPlays(second.url, admin)).toBe(9000);
});

describe.skipIf(!mountsOwnDisk)("a full disk (a small one of the server's own; needs the right to mount it)", () => {
  test("is an error that says so; what was acknowledged stays, nothing is half written, and it goes on with room again", async () => {
    const { file, ingest, admin } = await prepareDatabase();
    const disk = withOwnDisk(file, { sizeMiB: 8, ballastMiB: 4 });
    const server = await startServerProcess(disk.databaseFile, { start: disk.start });
    await sendEvents(server.url, ingest, CATALOG);
    let acknowledged = 0;
    let refused: { batch: unknown[]; response: Response } | undefined;
    while (!refused) {
      const batch = plays("t1", 2000, { listenedMs: 180_000, platform: "web player" });
      const response = await postEvents(server.url, ingest, JSON.stringify(batch));
      if (response.status === 200) acknowledged += 2000;
      else refused = { batch, response };
    }
    await expectProblem(refused.response, 507, {
      code: "storage_full",
      detail: "The disk that holds the database is full; nothing of this request was kept.",
    });
    expect(acknowledged).toBeGreaterThan(0);
    expect(await readPlays(server.url, admin)).toBe(acknowledged);
    rmSync(disk.seenFromOutside(server.pid, "ballast"));
    expect(await sendEvents(server.url, ingest, refused.batch)).toMatchObject({ accepted: 2000, duplicates: 0 });
    expect(await readPlays(server.url, admin)).toBe(acknowledged + 2000);
    const check = runBeatpass(disk.seenFromOutside(server.pid, "beatpass.db"), ["rebuild", "--check"]);
    expect(check).toEqual({ code: 0, stdout: CLEAN, stderr: "" });
  });
});

test("beatpass community set takes what the settings page takes, and what it changed is told there", async () => {
  const { file } = await prepareDatabase();
  const set = (channel: string, ...more: string[]) =>
    runBeatpass(file, ["community", "set", "--platform", "discord", "--guild", "900", "--channel", channel, ...more]);
  for (const level of ["abc", "1000", "-5"])
    expect(set("901", `--level-up-from=${level}`)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("A number from 1 to 100."),
    });
  expect(set("nonsense <b>")).toMatchObject({ code: 1, stderr: expect.stringContaining("--channel takes an id") });
  const db = await openDatabase({ url: `file:${file}`, authToken: undefined });
  expect(await rowsOf(db, "SELECT count(*) AS rows FROM communities")).toEqual([{ rows: 0 }]);
  expect(set("901", "--level-up-from", "7")).toMatchObject({ code: 0 });
  expect(await rowsOf(db, "SELECT channel_id, level_up_from FROM communities")).toEqual([
    { channel_id: "901", level_up_from: 7 },
  ]);
  expect(await rowsOf(db, "SELECT name, change FROM community_changes")).toEqual([
    { name: "CLI", change: JSON.stringify({ channelId: "901", levelUpFrom: 7 }) },
  ]);
  db.$client.close();
});

describe("beatpass import", () => {
  const files = (contents: Record<string, string>) => {
    const folder = temporaryFolder();
    const paths = Object.fromEntries(Object.keys(contents).map((name) => [name, join(folder, name)]));
    for (const [name, path] of Object.entries(paths)) writeFileSync(path, contents[name]!);
    return { database: join(folder, "beatpass.db"), paths };
  };

  test("a wrong header stops before anything is written, and names the file, the line and the columns", async () => {
    const { database, paths } = files({
      "artists.csv": "id,name\na1,Ada\n",
      "tracks.csv": "id,title,artists\nt1,One,a1\n",
    });
    const args = ["import", "--artists", paths["artists.csv"]!, "--tracks", paths["tracks.csv"]!, "--vouch"];
    expect(runBeatpass(database, args)).toEqual({
      code: 1,
      stdout: "",
      stderr: `beatpass: ${paths["tracks.csv"]}, line 1: the header lacks artist_ids (it has: id, title, artists)\n`,
    });
    const db = await openDatabase({ url: `file:${database}`, authToken: undefined });
    expect(await rowsOf(db, "SELECT count(*) AS rows FROM activity")).toEqual([{ rows: 0 }]);
    db.$client.close();
  });

  test("a bad row in the middle is reported with file, line and reason; the rest goes in", () => {
    const { database, paths } = files({
      "artists.csv": "id,name\na1,Ada\n",
      "tracks.csv": "id,title,artist_ids,mood\nt1,One,a1,calm\n",
      "plays.csv":
        "id,track_id,played_at\np1,t1,2024-01-01T00:00:00Z\np2,t1,soon\np3,t9,2024-01-01T00:00:00Z\np4,t1,2024-01-02T00:00:00Z\n",
    });
    const result = runBeatpass(database, [
      "import",
      "--vouch",
      ...Object.entries(paths).flatMap(([name, path]) => [`--${name.slice(0, -4)}`, path]),
    ]);
    expect(result.code).toBe(0);
    expect(result.stderr.split("\n").sort()).toEqual(
      [
        "",
        `${paths["plays.csv"]}, line 3: played_at is not an ISO 8601 instant`,
        `${paths["plays.csv"]}, line 4: track_id "t9" is not known`,
      ].sort(),
    );
    expect(result.stdout).toBe(
      "artists: 1 accepted, 0 duplicate, 0 rejected\ntracks: 1 accepted, 0 duplicate, 0 rejected (columns not read: mood)\nplays: 2 accepted, 0 duplicate, 2 rejected\n",
    );
  });
});

test("a wrong environment stops the start with one line per wrong variable", () => {
  const { code, stderr } = runBeatpass("/nowhere.db", ["rebuild", "--check"], {
    DATABASE_URL: "beatpass.db",
    RULEBOOK: "classical",
    SECRET_KEY: "short",
  });
  expect(code).toBe(1);
  for (const name of ["DATABASE_URL", "RULEBOOK", "SECRET_KEY"]) expect(stderr).toContain(`  ${name}: `);
});
