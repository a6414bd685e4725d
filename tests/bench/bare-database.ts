import Database from "better-sqlite3";
import type { PlayRow } from "./play-rows.ts";

/** What the peer inserts of a play: what is not told is null. */
type BareRow = { [Field in keyof PlayRow]: PlayRow[Field] | (Field extends "id" | "trackId" | "at" ? never : null) };

/** The peer: the same rows by bare prepared inserts, with the same PRAGMAs and the same unique key. */
export function openBare(file: string) {
  const db = new Database(file);
  db.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;",
  );
  db.exec(`CREATE TABLE plays (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, track TEXT NOT NULL, at INTEGER NOT NULL,
    listened_ms INTEGER, platform TEXT, country TEXT, listener TEXT)`);
  const insert = db.prepare(
    "INSERT INTO plays (id, track, at, listened_ms, platform, country, listener) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  return {
    db,
    insertAll: (rows: readonly BareRow[]) => {
      db.exec("BEGIN IMMEDIATE");
      for (const row of rows)
        insert.run(row.id, row.trackId, row.at, row.listenedMs, row.platform, row.country, row.listenerId);
      db.exec("COMMIT");
    },
  };
}
