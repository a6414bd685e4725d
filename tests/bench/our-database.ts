import { join } from "node:path";
import { readConfig } from "@beatpass/server/config.ts";
import type { WriteContext } from "@beatpass/server/context.ts";
import { importCatalog } from "@beatpass/server/csv-import/import-catalog.ts";
import { importPlays } from "@beatpass/server/csv-import/import-plays.ts";
import { artistFact, type Problem, playOfRow, trackFact } from "@beatpass/server/csv-import/rows.ts";
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
  const artists = Array.from({ length: ARTISTS }, (_, n) => ({ id: `a${n}`, name: `Artist ${n}` }));
  await importCatalog(
    context,
    artists.map((cells) => ({ kind: "artist", fact: accept(artistFact(cells, true, NOW)) })),
  );
  const tracks = Array.from({ length: TRACKS }, (_, n) => ({
    id: `t${n}`,
    title: `Track ${n}`,
    artist_ids: `a${n % ARTISTS}`,
    duration_ms: "180000",
    published_at: "2025-01-01T00:00:00Z",
  }));
  await importCatalog(
    context,
    tracks.map((cells) => ({ kind: "track", fact: accept(trackFact(cells, NOW)), dated: true })),
  );
  return context;
}

/** Rows as the importer reads them. */
export const playFacts = (rows: readonly PlayRow[]) =>
  rows.map((row) =>
    accept(
      playOfRow({
        id: row.id,
        track_id: row.trackId,
        played_at: new Date(row.at).toISOString(),
        listened_ms: String(row.listenedMs),
        platform: row.platform,
        country: row.country,
        listener_id: row.listenerId,
      }),
    ),
  );

function accept<Fact extends object>(fact: Fact | Problem): Fact {
  if ("problem" in fact) throw new Error(String(fact.problem));
  return fact as Fact;
}

export { importPlays };
