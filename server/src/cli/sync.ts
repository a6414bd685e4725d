import type { Command } from "commander";
import { eq } from "drizzle-orm";
import { artists, beatpassConnections } from "../db/schema/index.ts";
import { foldEverything } from "../insights/index.ts";
import { readSecretKey } from "../secret-key.ts";
import { BEATPASS_API, createTokenBox, type ReadingSummary, readBeatPass } from "../sources/beatpass/index.ts";
import { whatFailed } from "../what-failed.ts";
import { createDirectWriter } from "../writer/index.ts";
import { withContext } from "./context.ts";

export function addSync(program: Command): void {
  program
    .command("sync")
    .description("sources that are pulled")
    .command("beatpass")
    .description("read every connected producer's own data from the BeatPass API now")
    .option("--producer <id>", "this one alone")
    .action(async ({ producer }: { producer?: string }) => {
      const failures = await withContext(async (context, config) => {
        const box = createTokenBox(readSecretKey(config));
        const beatpass = { apiUrl: config.beatpassApiUrl ?? BEATPASS_API, box };
        const source = { ...context, writer: createDirectWriter(context), beatpass };
        const connected = await context.db
          .select({ producerId: beatpassConnections.producerId, name: artists.name })
          .from(beatpassConnections)
          .leftJoin(artists, eq(artists.id, beatpassConnections.artistId))
          .where(producer === undefined ? undefined : eq(beatpassConnections.producerId, producer))
          .orderBy(beatpassConnections.producerId);
        if (connected.length === 0)
          throw new Error(
            producer === undefined
              ? "Nobody has connected BeatPass yet. Producers do it on the page /connect."
              : `The producer "${producer}" has not connected BeatPass.`,
          );
        let failed = 0;
        for (const { producerId, name } of connected) {
          try {
            const summary = await readBeatPass(source, producerId);
            for (const line of linesOf(name ?? producerId, summary)) console.log(line);
          } catch (error) {
            failed++;
            console.error(`${name ?? producerId}: ${whatFailed(error)}`);
          }
        }
        await foldEverything(context);
        return failed;
      });
      if (failures > 0) process.exitCode = 1;
    });
}

function linesOf(name: string, summary: ReadingSummary | undefined): string[] {
  if (!summary || summary.outcome === "superseded") return [`${name}: another reading was quicker; nothing to add.`];
  const { newTracks, changedTracks, openingPlays, newPlays, gone, doubts } = summary;
  const counts = [
    `${newPlays} new plays`,
    ...(openingPlays > 0 ? [`${openingPlays} plays of before as opening balance`] : []),
    `${newTracks} new tracks`,
    `${changedTracks} changed`,
  ];
  return [
    `${name}: ${counts.join(", ")}.`,
    ...gone.map((title) => `${name}: "${title}" is no longer listed and leaves the counts.`),
    ...doubts.map(({ title, before, now }) =>
      now < before
        ? `${name}: the plays of "${title}" fell from ${before} to ${now}; nothing was changed.`
        : `${name}: the plays of "${title}" grew from ${before} to ${now} at once; that is not believed before the next reading says so, too; nothing was changed.`,
    ),
  ];
}
