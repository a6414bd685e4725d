import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type CsvError, parse } from "csv-parse";
import { AppError } from "../errors.ts";
import { utf8Only } from "./utf8-only.ts";

export type CsvRow = { line: number; cells: Record<string, string> };
export type CsvFile = {
  path: string;
  /** Columns the file has that nothing reads. */
  ignoredColumns: string[];
  rows: AsyncGenerator<CsvRow | { line: number; problem: string }>;
};

export type Columns = { required: readonly string[]; optional: readonly string[] };

/**
 * Opens a UTF-8 CSV file, plain or gzipped, and checks its header before a row is read (spec §11).
 * @param onBytes called with the bytes of the file read so far and in all
 * @throws AppError invalid naming the file for one that cannot be read or whose header is wrong
 */
export async function readCsv(
  path: string,
  columns: Columns,
  onBytes?: (read: number, total: number) => void,
): Promise<CsvFile> {
  const size = await stat(path).then(
    (info) => info.size,
    (error: NodeJS.ErrnoException) => {
      throw new AppError("invalid", `${path}: ${error.code === "ENOENT" ? "there is no such file" : error.message}`, {
        cause: error,
      });
    },
  );
  const file = createReadStream(path);
  let read = 0;
  file.on("data", (chunk) => {
    read += chunk.length;
    onBytes?.(read, size);
  });
  const skipped: { line: number; problem: string }[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    // A quote where none belongs is text: taken for syntax it would swallow the rows after it.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    raw: true,
    on_skip: (error: CsvError | undefined, raw: string | undefined) => {
      skipped.push(skippedRow(Number(error?.lines ?? 0), error?.message ?? "not readable", raw ?? ""));
      return undefined;
    },
  });
  const source = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  const text = Readable.from(utf8Only(source));
  for (const stream of [file, source, text]) stream.on("error", (error: Error) => parser.destroy(error));
  const records = text.pipe(parser)[Symbol.asyncIterator]() as AsyncIterator<{
    record: string[];
    info: { lines: number };
  }>;
  const first = await records.next().catch((error: Error) => {
    throw new AppError("invalid", `${path}: cannot be read: ${error.message}`, { cause: error });
  });
  const header: string[] = first.done ? [] : first.value.record.map((name) => name.trim());
  checkHeader(path, header, columns);
  const known = new Set([...columns.required, ...columns.optional]);
  return {
    path,
    ignoredColumns: header.filter((name) => !known.has(name)),
    rows: rowsOf(path, header, records, skipped),
  };
}

/** A quote that is opened and not closed swallows the lines after it: all of them are named. */
function skippedRow(lastLine: number, message: string, raw: string): { line: number; problem: string } {
  const swallowed = raw.trimEnd().split("\n").length - 1;
  const line = lastLine - swallowed;
  return {
    line,
    problem: swallowed === 0 ? message : `none of lines ${line} to ${lastLine} could be read: ${message}`,
  };
}

function checkHeader(path: string, header: readonly string[], { required }: Columns): void {
  const missing = required.filter((name) => !header.includes(name));
  const doubled = header.filter((name, index) => header.indexOf(name) !== index);
  if (missing.length > 0) {
    throw new AppError(
      "invalid",
      `${path}, line 1: the header lacks ${missing.join(", ")} (it has: ${header.join(", ") || "nothing"})`,
    );
  }
  if (doubled.length > 0)
    throw new AppError("invalid", `${path}, line 1: the header names ${doubled.join(", ")} twice`);
}

async function* rowsOf(
  path: string,
  header: readonly string[],
  records: AsyncIterator<{ record: string[]; info: { lines: number } }>,
  skipped: { line: number; problem: string }[],
): CsvFile["rows"] {
  for (;;) {
    const next = await records.next().catch((error: Error) => {
      throw new AppError("invalid", `${path}: reading stopped: ${error.message}; what went in before is kept`, {
        cause: error,
      });
    });
    yield* skipped.splice(0);
    if (next.done) return;
    const { record, info } = next.value;
    if (record.length !== header.length) {
      yield { line: info.lines, problem: `has ${record.length} columns where the header has ${header.length}` };
      continue;
    }
    if (record.some((cell) => cell.includes("\u0000"))) {
      yield { line: info.lines, problem: "holds a null character" };
      continue;
    }
    yield { line: info.lines, cells: Object.fromEntries(header.map((name, index) => [name, record[index]!])) };
  }
}
