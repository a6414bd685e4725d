import { eq } from "drizzle-orm";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../db/client.ts";
import { beatpassConnections } from "../../db/schema/index.ts";
import type { Log } from "../../log.ts";
import type { Writer } from "../../writer/index.ts";
import { createBeatPassApi } from "./beatpass-api.ts";
import { BeatPassFailure } from "./failure.ts";
import { readCatalog } from "./read-catalog.ts";
import type { ReadingSummary } from "./record-reading.ts";
import type { TokenBox } from "./token-box.ts";

/** What talks to BeatPass for producers. */
export type SourceContext = {
  db: Database;
  clock: Clock;
  log: Log;
  writer: Writer;
  beatpass: { apiUrl: string; box: TokenBox };
};

/**
 * Reads a connected producer's own data from BeatPass now and takes it in.
 * @returns undefined where the producer is not connected
 * @throws BeatPassFailure, noted with the connection
 */
export async function readBeatPass(
  context: SourceContext,
  producerId: string,
  signal?: AbortSignal,
): Promise<ReadingSummary | undefined> {
  const { db, clock, log, writer, beatpass } = context;
  const [connection] = await db
    .select()
    .from(beatpassConnections)
    .where(eq(beatpassConnections.producerId, producerId));
  if (!connection) return undefined;
  const start = performance.now();
  const startedAt = clock.now();
  const line = (outcome: string) => ({
    event: "beatpass-reading",
    id: producerId,
    outcome,
    ms: Math.round(performance.now() - start),
  });
  const connectionId = connection.id;
  try {
    const token = beatpass.box.open(connection.token, connection.artistId);
    if (token === undefined)
      throw new BeatPassFailure("refused", "The token cannot be opened: SECRET_KEY has changed.");
    const api = createBeatPassApi(token, { apiUrl: beatpass.apiUrl, log, patience: "long", signal });
    const read = await readCatalog(api, (done, total) =>
      writer.run("noteBeatPassReading", { connectionId, done, total }),
    );
    if (read.profile.id !== connection.artistId)
      throw new BeatPassFailure("unreadable", "The token belongs to another artist now.");
    const summary = await writer.run("recordReading", { connectionId, startedAt, ...read });
    const { gone, doubts, ...counts } = summary;
    log.info({ ...line(summary.outcome), ...counts, gone: gone.length, doubts: doubts.length });
    for (const { trackId, before, now } of doubts)
      log.warn({ event: "beatpass-total", id: trackId, outcome: "doubted", before, now });
    return summary;
  } catch (error) {
    if (!(error instanceof BeatPassFailure)) throw error;
    log.warn(line(error.kind));
    if (!signal?.aborted) await writer.run("noteBeatPassReading", { connectionId, failure: error.kind });
    throw error;
  }
}
