import { DatabaseSync } from "node:sqlite";
import { DuckDBInstance } from "@duckdb/node-api";
import { playLog, sqliteNumbers } from "./play-log.ts";

/** The peers that keep no roll-ups: the same plays as a bare log. Both answer a query with all its rows. */
export type RawLog = { all(query: string): unknown; close(): void };

/** SQLite, with the index that a sensible engineer would give it. */
export function openRawSqlite(file: string, plays: number): RawLog {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
    CREATE TABLE plays AS ${playLog(sqliteNumbers(plays), plays)};
    CREATE INDEX plays_track ON plays (track, at); ANALYZE`);
  return { all: (query) => db.prepare(query).all(), close: () => db.close() };
}

/** DuckDB, which needs no index for sums: it keeps the smallest and largest value of every block of every column. */
export async function openDuckdb(file: string, plays: number): Promise<RawLog> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE plays AS ${playLog(`(SELECT range AS n FROM range(${plays}))`, plays)}`);
  await connection.run("CHECKPOINT");
  return {
    all: async (query) => (await connection.runAndReadAll(query)).getRows(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const DURATION_MS = 180_000;
const DAY = 'CAST(floor("at" / 86400000.0) AS INTEGER)';
const least = `CASE WHEN listened_ms < ${DURATION_MS} THEN listened_ms ELSE ${DURATION_MS} END`;

/** The sums that our insights show, as four queries on the raw log. @param tracks `(1, 2)` */
export function rawInsights(tracks: string, from: number, until: number): string[] {
  const within = `FROM plays WHERE track IN ${tracks} AND "at" >= ${from} AND "at" < ${until}`;
  return [
    `SELECT ${DAY} AS day, count(*), sum(listened_ms), sum(${least}), count(*) FILTER (WHERE ${least} >= 144000),
      count(*) FILTER (WHERE ${least} < 36000) ${within} GROUP BY 1`,
    `SELECT platform, count(*) ${within} GROUP BY 1`,
    `SELECT country, count(*) ${within} GROUP BY 1`,
    `SELECT listener, count(*) ${within} GROUP BY 1 ORDER BY 2 DESC LIMIT 11`,
  ];
}

export async function runAll(log: RawLog, queries: readonly string[]): Promise<void> {
  for (const query of queries) await log.all(query);
}
