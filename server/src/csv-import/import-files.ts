import { isDeepStrictEqual } from "node:util";
import type { PlayFact } from "../activity/index.ts";
import type { WriteContext } from "../context.ts";
import { foldEverything, foldRollups } from "../insights/index.ts";
import { noteImported, refreshLeaderboards } from "../leaderboards/index.ts";
import { type CatalogRow, importCatalog, type Outcome, subjectOf } from "./import-catalog.ts";
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

type ImportFiles = { artists?: string | undefined; tracks?: string | undefined; plays?: string | undefined };
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
  const catalog = {
    keep: lastOfEachId,
    save: (rows: CatalogRow[]) => importCatalog(context, rows),
    step: CATALOG_STEP,
  };
  if (artists) {
    const read = (cells: Cells) => artistRow(cells, options.vouch, now);
    summaries.push(await importRows("artists", artists, { ...catalog, read }, options));
  }
  if (tracks) {
    const read = (cells: Cells) => trackRow(cells, now);
    summaries.push(await importRows("tracks", tracks, { ...catalog, read }, options));
  }
  if (plays) {
    const save = (rows: PlayFact[]) => playOutcomes(context, rows);
    summaries.push(await importRows("plays", plays, { read: playOfRow, save, step: PLAYS_STEP }, options));
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

type Line<Row> = { line: number; row: Row };
/** Told of a row that says nothing, or what its report says. */
type Report = { duplicate: () => void; reject: (line: number, problem: string) => void };
type Steps<Row> = {
  read: (cells: Cells) => Row | Problem;
  /** The rows that count, of all that could be read. */
  keep?: (lines: AsyncIterable<Line<Row>>, report: Report) => AsyncIterable<Line<Row>>;
  save: (rows: Row[]) => Promise<Outcome[] | PlayCounts>;
  /** How many rows are saved at a time. */
  step: number;
};

async function importRows<Row extends object>(
  kind: FileKind,
  file: CsvFile,
  { read, keep = (lines) => lines, save, step }: Steps<Row>,
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
  const report: Report = {
    duplicate: () => summary.duplicates++,
    reject: (line, problem) => {
      summary.rejected++;
      options.onRejected({ path: file.path, line, problem });
    },
  };
  let lines: Line<Row>[] = [];
  const flush = async () => {
    if (lines.length === 0) return;
    const { accepted, duplicates, rejected } = countOutcomes(await save(lines.map(({ row }) => row)));
    summary.accepted += accepted;
    summary.duplicates += duplicates;
    for (const { index, problem } of rejected) report.reject(lines[index]!.line, problem);
    lines = [];
  };
  for await (const line of keep(readLines(file, read, report), report)) {
    lines.push(line);
    if (lines.length >= step) await flush();
  }
  await flush();
  return summary;
}

async function* readLines<Row extends object>(
  file: CsvFile,
  read: (cells: Cells) => Row | Problem,
  { reject }: Report,
): AsyncGenerator<Line<Row>> {
  for await (const found of file.rows) {
    const row = "problem" in found ? found : read(found.cells);
    if ("problem" in row) reject(found.line, String(row.problem));
    else yield { line: found.line, row };
  }
}

/**
 * Of the rows with one id the last, which is what the file says of it: read one after the other again, each would be
 * an edit of the one before. A catalog fits into memory.
 */
async function* lastOfEachId(
  lines: AsyncIterable<Line<CatalogRow>>,
  { duplicate, reject }: Report,
): AsyncGenerator<Line<CatalogRow>> {
  const last = new Map<string, Line<CatalogRow>>();
  for await (const next of lines) {
    const id = subjectOf(next.row);
    const before = last.get(id);
    if (before && isDeepStrictEqual(before.row, next.row)) duplicate();
    else if (before) reject(before.line, `id "${id}" comes again in line ${next.line}; the last row counts`);
    last.set(id, next);
  }
  yield* last.values();
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
