import { artist, plays, track } from "@beatpass/server/testing/events.ts";
import { expect, test } from "vitest";
import { sendEvents } from "../journeys/server/post-events.ts";
import { prepareDatabase } from "../journeys/server/prepare-database.ts";
import { runBeatpass } from "../journeys/server/run-beatpass.ts";
import { startServerProcess } from "../journeys/server/server-process.ts";

const KILLS = 30;
const BATCH = 200;

test(`${KILLS} kills in the middle of ingest lose nothing that was acknowledged and leave nothing half-written`, async () => {
  const { file, ingest } = await prepareDatabase();
  const acknowledged: unknown[][] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const server = await startServerProcess(file);
    if (kill === 0) await sendEvents(server.url, ingest, [artist("a1"), track("t1", ["a1"], { durationMs: 200_000 })]);
    const enough = acknowledged.length + 1 + (kill % 7);
    const send = async () => {
      for (;;) {
        const batch = plays("t1", BATCH, { listenedMs: 180_000 });
        await sendEvents(server.url, ingest, batch);
        acknowledged.push(batch);
        if (acknowledged.length >= enough) await server.stop("SIGKILL");
      }
    };
    await Promise.allSettled([send(), send(), send()]);
    expect(runBeatpass(file, ["rebuild", "--check"]).stdout).toBe("The state is what the ledger gives.\n");
  }
  const last = await startServerProcess(file);
  for (const batch of acknowledged) {
    expect(await sendEvents(last.url, ingest, batch)).toMatchObject({ accepted: 0, duplicates: BATCH });
  }
});
