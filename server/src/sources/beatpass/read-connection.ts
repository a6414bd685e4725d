import type { BeatPassConnection, SourceNotice } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import { readHistoryStart } from "../../catalog/index.ts";
import type { ReadContext } from "../../context.ts";
import { artists, beatpassConnections } from "../../db/schema/index.ts";
import { READING_INTERVAL_MS } from "./ask-for-reading.ts";
import { tokenAge } from "./token-age.ts";

const iso = (ms: number): string => new Date(ms).toISOString();

/** How a producer's connection with BeatPass stands; undefined where there is none. */
export async function readConnection(
  { db, clock }: ReadContext,
  producerId: string,
): Promise<BeatPassConnection | undefined> {
  const [row] = await db
    .select({ connection: beatpassConnections, name: artists.name })
    .from(beatpassConnections)
    .leftJoin(artists, eq(artists.id, beatpassConnections.artistId))
    .where(eq(beatpassConnections.producerId, producerId));
  if (!row) return undefined;
  const { connection, name } = row;
  const historyStart = await readHistoryStart(db, producerId);
  const token = tokenAge(connection, clock.now());
  return {
    artist: { id: connection.artistId, name: name ?? connection.artistId },
    connectedAt: iso(connection.connectedAt),
    token,
    ...(connection.reading !== null &&
      connection.tokenState === "accepted" && {
        reading: {
          done: connection.readDone,
          ...(connection.readTotal !== null && { total: connection.readTotal }),
          ...(connection.problem !== null && { problem: connection.problem }),
        },
      }),
    ...(connection.lastReadAt !== null && {
      lastReadAt: iso(connection.lastReadAt),
      nextReadingAt: iso(connection.lastReadAt + READING_INTERVAL_MS),
    }),
    ...(connection.tracks !== null && { tracks: connection.tracks }),
    ...(historyStart && { historyStart }),
    ...(connection.caughtUp !== null && { caughtUp: connection.caughtUp }),
  };
}

/** What of it the producer has to know wherever the figures are shown; the most pressing alone. */
export async function readNotice(context: ReadContext, producerId: string): Promise<SourceNotice | undefined> {
  const connection = await readConnection(context, producerId);
  if (!connection) return undefined;
  const { token, reading, lastReadAt } = connection;
  if (token.state === "ended") return { kind: "token-ended", ...(lastReadAt && { figuresFrom: lastReadAt }) };
  if (token.state === "refused" || token.state === "no-upload") return { kind: "token-refused" };
  if (reading && !lastReadAt)
    return { kind: "first-read", done: reading.done, ...(reading.total !== undefined && { total: reading.total }) };
  if (token.state === "soon") return { kind: "token-soon", days: token.days, expiresAt: token.expiresAt };
  return undefined;
}
