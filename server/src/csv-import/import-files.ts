import type { PlayFact } from "../activity/index.ts";
import type { WriteContext } from "../context.ts";
import { foldEverything, foldRollups } from "../insights/index.ts";
import { noteImported, refreshLeaderboards } from "../leaderboards/index.ts";
import { type CatalogRow, importCatalog, type Outcome } from "./import-catalog.ts";
import { importPlays } from "./import-plays.ts";
import { type CsvFile, readCsv } from "./read-csv.ts";
import {
  ARTIST_COLUMNS,
  artistFact,
  isDated,
  PLAY_COLUMNS,
  type Problem,
  playOfRow,
  TRACK_COLUMNS,
  trackFact,
} from "./rows.ts";

export type ImportFiles = { artists?: string | undefined; tracks?: string | undefined; plays?: string | undefined };
export type FileKind = keyof ImportFiles;
export type FileSummary = {
  kind: FileKind;
  path: string;
  accepted: number;
  duplicates: number;
  rejected: number;
  ignoredColumns: string[];
};
export type ImportOptions = {
  vouch: boolean;
  onProgress?: (kind: FileKind, readBytes: number, totalBytes: number) => void;
  onRejected: (row: { path: string; line: number; problem: string }) => void;
};

const CATALOG_STEP = 2000;
/** As many plays as are folded into the roll-ups at a time. */
const PLAYS_STEP = 50_000;

/**
 * Imports CSV files in the order artists, tracks, plays (spec §11). All headers are checked before anything is
 * written; a bad row is reported and the rest goes in. One silent refresh follows.
 * @throws AppError invalid for a file that cannot be read or has a bad header
 */
export async function importFiles(
  context: WriteContext,
  files: ImportFiles,
  options: ImportOptions,
): Promise<FileSummary[]> {
  const open = (kind: FileKind, columns: Parameters<typeof readCsv>[1]) =>
    files[kind] === undefined
      ? undefined
      : readCsv(files[kind], columns, (read, total) => options.onProgress?.(kind, read, total));
  const [artists, tracks, plays] = await Promise.all([
    open("artists", ARTIST_COLUMNS),
    open("tracks", TRACK_COLUMNS),
    open("plays", PLAY_COLUMNS),
  ]);
  const summaries: FileSummary[] = [];
  const now = context.clock.now();
  if (artists) {
    const read = (cells: Cells) => artistRow(cells, options.vouch, now);
    summaries.push(
      await importRows("artists", artists, read, (rows) => importCatalog(context, rows), CATALOG_STEP, options),
    );
  }
  if (tracks) {
    const read = (cells: Cells) => trackRow(cells, now);
    summaries.push(
      await importRows("tracks", tracks, read, (rows) => importCatalog(context, rows), CATALOG_STEP, options),
    );
  }
  if (plays) {
    summaries.push(
      await importRows("plays", plays, playOfRow, (rows) => playOutcomes(context, rows), PLAYS_STEP, options),
    );
  }
  await foldEverything(context);
  await refreshLeaderboards(context, { announces: false });
  await context.write(noteImported);
  return summaries;
}

type Cells = Record<string, string>;

function artistRow(cells: Cells, vouch: boolean, now: number): CatalogRow | Problem {
  const fact = artistFact(cells, vouch, now);
  return "problem" in fact ? fact : { kind: "artist", fact };
}

function trackRow(cells: Cells, now: number): CatalogRow | Problem {
  const fact = trackFact(cells, now);
  return "problem" in fact ? fact : { kind: "track", fact, dated: isDated(cells) };
}

async function playOutcomes(context: WriteContext, plays: readonly PlayFact[]): Promise<Outcome[] | PlayCounts> {
  const { accepted, duplicates, rejected } = await importPlays(context, plays);
  if (plays.length >= PLAYS_STEP) await foldRollups(context);
  return { accepted, duplicates, rejected };
}

type PlayCounts = { accepted: number; duplicates: number; rejected: { index: number; problem: string }[] };

async function importRows<Row extends object>(
  kind: FileKind,
  file: CsvFile,
  read: (cells: Cells) => Row | Problem,
  save: (rows: Row[]) => Promise<Outcome[] | PlayCounts>,
  step: number,
  options: ImportOptions,
): Promise<FileSummary> {
  const summary: FileSummary = {
    kind,
    path: file.path,
    accepted: 0,
    duplicates: 0,
    rejected: 0,
    ignoredColumns: file.ignoredColumns,
  };
  const reject = (line: number, problem: string) => {
    summary.rejected++;
    options.onRejected({ path: file.path, line, problem });
  };
  let rows: Row[] = [];
  let lines: number[] = [];
  const flush = async () => {
    if (rows.length === 0) return;
    const { accepted, duplicates, rejected } = countOutcomes(await save(rows));
    summary.accepted += accepted;
    summary.duplicates += duplicates;
    for (const { index, problem } of rejected) reject(lines[index]!, problem);
    rows = [];
    lines = [];
  };
  for await (const row of file.rows) {
    const value = "problem" in row ? row : read(row.cells);
    if ("problem" in value) reject(row.line, String(value.problem));
    else {
      rows.push(value);
      lines.push(row.line);
    }
    if (rows.length >= step) await flush();
  }
  await flush();
  return summary;
}

function countOutcomes(outcomes: Outcome[] | PlayCounts): PlayCounts {
  if (!Array.isArray(outcomes)) return outcomes;
  return {
    accepted: outcomes.filter((outcome) => outcome === "accepted").length,
    duplicates: outcomes.filter((outcome) => outcome === "duplicate").length,
    rejected: outcomes.flatMap((outcome, index) =>
      typeof outcome === "object" ? [{ index, problem: outcome.problem }] : [],
    ),
  };
}
