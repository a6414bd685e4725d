import { Presets, SingleBar } from "cli-progress";
import type { Command } from "commander";
import { type FileSummary, importFiles } from "../csv-import/index.ts";
import { withContext } from "./context.ts";

export function addImport(program: Command): void {
  program
    .command("import")
    .description("import artists, tracks and plays from CSV files, plain or .gz")
    .option("--artists <file>", "id, name, …")
    .option("--tracks <file>", "id, title, artist_ids, …")
    .option("--plays <file>", "id, track_id, played_at, …")
    .option(
      "--vouch",
      "every artist in the file is completed, and claimed by a producer of its own where nobody has it",
      false,
    )
    .action(async (files: { artists?: string; tracks?: string; plays?: string; vouch: boolean }) => {
      if (!files.artists && !files.tracks && !files.plays)
        throw new Error("Name at least one file: --artists, --tracks or --plays.");
      const bar = process.stderr.isTTY
        ? new SingleBar({ format: "{file} {bar} {percentage} %  {eta_formatted}", hideCursor: true }, Presets.rect)
        : undefined;
      let current = "";
      const summaries = await withContext((context) =>
        importFiles(context, files, {
          vouch: files.vouch,
          onProgress: (kind, read, total) => {
            if (current !== kind) bar?.start(total, 0, { file: kind });
            current = kind;
            bar?.update(read);
          },
          onRejected: ({ path, line, problem }) => console.error(`${path}, line ${line}: ${problem}`),
        }),
      );
      bar?.stop();
      for (const summary of summaries) console.log(describe(summary));
    });
}

function describe({ kind, accepted, duplicates, rejected, ignoredColumns }: FileSummary): string {
  const ignored = ignoredColumns.length > 0 ? ` (columns not read: ${ignoredColumns.join(", ")})` : "";
  return `${kind}: ${accepted} accepted, ${duplicates} duplicate, ${rejected} rejected${ignored}`;
}
