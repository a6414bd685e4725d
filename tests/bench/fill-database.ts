import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/**
 * Runs statements on a database file, without waiting for the disk, in a process of its own: two SQLite libraries in one
 * process do not see each other's locks, and the one that closes first takes the other's write-ahead log away.
 */
export function fillDatabase(file: string, statements: string): void {
  execFileSync(process.execPath, [import.meta.filename, file], {
    input: statements,
    stdio: ["pipe", "inherit", "inherit"],
  });
}

if (process.argv[1] === import.meta.filename) {
  const db = new DatabaseSync(process.argv[2]!);
  db.exec(`PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN; ${readFileSync(0, "utf8")}; COMMIT`);
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
}
