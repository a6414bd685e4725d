import { and, eq } from "drizzle-orm";
import { announce } from "../announcements/index.ts";
import type { Tx } from "../db/client.ts";
import { artists, producers, trackArtists, tracks } from "../db/schema/index.ts";
import type { NewTransaction } from "./stripe-event.ts";

/** Tells a producer of a sale or a refund, once; nobody else ever hears of money. */
export async function announceMoney(
  tx: Tx,
  { id, kind, detail, amount, share = amount, currency, trackId }: NewTransaction,
  producerId: string,
  now: number,
): Promise<void> {
  // No words are right for what comes back, or is disputed: the page shows it.
  if (detail !== undefined) return;
  const [producer] = await tx.select().from(producers).where(eq(producers.id, producerId));
  if (!producer) return;
  const track = trackId === undefined ? undefined : await ownTrack(tx, trackId, producerId);
  await announce(
    tx,
    {
      kind: kind === "track-sale" ? "sale" : "refund",
      producer: { id: producer.id, name: producer.name },
      occurredAt: new Date(now).toISOString(),
      basis: "computed",
      demo: producer.demo,
      ...(track && { track }),
      amount: Math.abs(share),
      currency,
    },
    `${kind}:${id}`,
  );
}

/** A track is named only where the producer is credited on it: its id comes from outside. */
async function ownTrack(
  tx: Tx,
  trackId: string,
  producerId: string,
): Promise<{ id: string; name: string } | undefined> {
  const [track] = await tx
    .select({ id: tracks.id, name: tracks.title })
    .from(tracks)
    .innerJoin(trackArtists, eq(trackArtists.trackKey, tracks.key))
    .innerJoin(artists, eq(artists.id, trackArtists.artistId))
    .where(and(eq(tracks.id, trackId), eq(artists.producerId, producerId)))
    .limit(1);
  return track;
}
