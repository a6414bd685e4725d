import { join } from "node:path";
import type { WriteContext } from "@beatpass/server/context.ts";
import { foldEverything } from "@beatpass/server/insights/index.ts";
import { deriveXp } from "@beatpass/server/progress/index.ts";
import { rebuild } from "@beatpass/server/rebuild/index.ts";
import { fillDatabase } from "./fill-database.ts";
import { NOW, openOurs } from "./our-database.ts";
import { LISTENERS, playLog, sqliteNumbers } from "./play-log.ts";

/**
 * A database of ours that holds the made-up year of plays: what the ledger would hold, then our own fold.
 * @param tracks how many of the catalog's tracks they are of
 */
export async function growDatabase(folder: string, plays: number, tracks?: number): Promise<WriteContext> {
  const context = await openOurs(folder);
  fillLedger(join(folder, "ours.db"), plays, tracks);
  await context.write(async (tx) => {
    await deriveXp(tx);
  });
  await foldEverything(context);
  return context;
}

/** @throws Error where the state is not what the ledger gives; replays everything, hence for small ones */
export async function checkDatabase(context: WriteContext): Promise<void> {
  const differences = await rebuild(context, { check: true });
  if (differences.length > 0)
    throw new Error(`the filled database is not what its ledger gives: ${differences[0]!.sample}`);
}

/** By statements of its own: ten million plays through the importer would take as long as the import's own benchmark. */
function fillLedger(file: string, plays: number, tracks: number | undefined): void {
  fillDatabase(
    file,
    `INSERT INTO listeners (key, id) SELECT n + 1, 'l' || n FROM ${sqliteNumbers(LISTENERS)};
    INSERT INTO plays (source_key, event_id, track_key, at, received_at, listened_ms, listener_key, platform, device, country,
      counted, award_id)
    SELECT s.key, printf('p%09d', l.n), t.key, l.at, ${NOW}, l.listened_ms, nullif(l.listener, 0), l.platform,
      CASE l.platform WHEN 'Android' THEN 'mobile' WHEN 'iOS' THEN 'mobile' WHEN 'other' THEN 'tv-other' ELSE 'desktop' END,
      l.country, 1, t.award_id
    FROM (${playLog(sqliteNumbers(plays), plays, tracks)}) l CROSS JOIN tracks t ON t.id = 't' || l.track
      CROSS JOIN sources s ON s.name = 'csv';
    UPDATE tracks SET played = 1, has_paid = 1 WHERE key IN (SELECT track_key FROM plays)`,
  );
}
