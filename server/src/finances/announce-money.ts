import { and, eq } from "drizzle-orm";
import { announce } from "../announcements/index.ts";
import type { Tx } from "../db/client.ts";
import { artists, producers, trackArtists, tracks } from "../db/schema/index.ts";
import type { NewPayout, NewTransaction } from "./new-transaction.ts";

/** Tells a producer of a sale or a refund, once; nobody else ever hears of money. */
export async function announceMoney(
  tx: Tx,
  { id, kind, detail, amount, share = amount, currency, trackId }: NewTransaction,
  producerId: string,
  now: number,
): Promise<void> {
  // There are no words for what comes back, is disputed or is a subscription's: the page shows it.
  if (detail !== undefined || (kind !== "track-sale" && kind !== "refund")) return;
  const about = await aboutProducer(tx, producerId, now);
  if (!about) return;
  const track = trackId === undefined ? undefined : await ownTrack(tx, trackId, producerId);
  await announce(
    tx,
    {
      kind: kind === "track-sale" ? "sale" : "refund",
      ...about,
      ...(track && { track }),
      amount: Math.abs(share),
      currency,
    },
    `${kind}:${id}`,
  );
}

/** Tells a producer that money is on its way to the bank, or did not get there; not that a bank was debited. */
export async function announcePayout(
  tx: Tx,
  { id, detail, amount, currency, expectedOn, failure }: NewPayout,
  producerId: string,
  now: number,
): Promise<void> {
  const about = await aboutProducer(tx, producerId, now);
  if (!about || amount >= 0) return;
  const money = { ...about, amount: -amount, currency };
  const cause = `${detail}:${id}`;
  if (detail === "payout-sent") await announce(tx, { kind: detail, ...money, expectedOn }, cause);
  if (detail === "payout-failed") await announce(tx, { kind: detail, ...money, reason: failure }, cause);
}

async function aboutProducer(tx: Tx, producerId: string, now: number) {
  const [producer] = await tx.select().from(producers).where(eq(producers.id, producerId));
  return (
    producer && {
      producer: { id: producer.id, name: producer.name },
      occurredAt: new Date(now).toISOString(),
      basis: "computed" as const,
      demo: producer.demo,
    }
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
