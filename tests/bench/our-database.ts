import { join } from "node:path";
import { recordEvents, sourceKeys } from "@beatpass/server/activity/index.ts";
import { readConfig } from "@beatpass/server/config.ts";
import type { WriteContext } from "@beatpass/server/context.ts";
import { importPlays } from "@beatpass/server/csv-import/import-plays.ts";
import { playOfRow } from "@beatpass/server/csv-import/rows.ts";
import { migrateDatabase } from "@beatpass/server/db/client.ts";
import { createLog } from "@beatpass/server/log.ts";
import { createWriteContext } from "@beatpass/server/writer/index.ts";
import { type PlayRow, TRACKS } from "./play-rows.ts";

export const NOW = Date.parse("2026-11-01T00:00:00Z");
const ARTISTS = 1000;

/** A database of ours with a catalog of 5,000 tracks by 1,000 artists, every one of them earning. */
export async function openOurs(folder: string): Promise<WriteContext> {
  const config = readConfig({
    DATABASE_URL: `file:${join(folder, "ours.db")}`,
    BEATPASS_CLOCK: new Date(NOW).toISOString(),
  });
  const context = await createWriteContext(config, createLog("silent"));
  await migrateDatabase(context.db);
  const event = (id: string, type: string, data: object) => ({
    specversion: "1.0",
    id,
    source: "bench",
    type: `ca.beatpass.${type}`,
    time: "2025-01-01T00:00:00Z",
    data,
  });
  const events = [
    ...Array.from({ length: ARTISTS }, (_, n) =>
      event(`a${n}`, "artist.updated", { artistId: `a${n}`, name: `Artist ${n}`, producerId: `p${n}`, vouched: true }),
    ),
    ...Array.from({ length: TRACKS }, (_, n) =>
      event(`t${n}`, "track.published", {
        trackId: `t${n}`,
        title: `Track ${n}`,
        artistIds: [`a${n % ARTISTS}`],
        durationMs: 180_000,
      }),
    ),
  ];
  await recordEvents(context, { events, permission: { sources: ["*"], trusted: true }, silent: true });
  return context;
}

/** Rows as the importer reads them. */
export async function playFacts(context: WriteContext, rows: readonly PlayRow[]) {
  const sourceKey = (await context.write((tx) => sourceKeys(tx, ["csv"]))).get("csv")!;
  return rows.map((row) => {
    const fact = playOfRow(
      {
        id: row.id,
        track_id: row.trackId,
        played_at: new Date(row.at).toISOString(),
        listened_ms: String(row.listenedMs),
        platform: row.platform,
        country: row.country,
        listener_id: row.listenerId,
      },
      sourceKey,
    );
    if ("problem" in fact) throw new Error(fact.problem);
    return fact;
  });
}

export { importPlays };
