import { and, eq, ne } from "drizzle-orm";
import { appendFacts, sourceKeys } from "../../activity/index.ts";
import { artistsOf, changeArtists } from "../../catalog/index.ts";
import type { WriteContext } from "../../context.ts";
import type { Tx } from "../../db/client.ts";
import { beatpassConnections, claims, producers, user } from "../../db/schema/index.ts";
import { AppError, notFound } from "../../errors.ts";
import { randomId } from "../../ids.ts";
import { noEarnings, settleXp } from "../../progress/index.ts";
import type { ArtistProfile } from "./api-answers.ts";
import { ownArtistFact } from "./artist-facts.ts";
import { SOURCE } from "./source.ts";

export type ConnectionToSave = {
  userId: string;
  profile: ArtistProfile;
  /** Sealed. */
  token: string;
};

/**
 * Gives the artist to the account whose token it is, and keeps the token; a reading of the catalog is then due. The
 * artist becomes the account's own: its producer's, or that of the producer who held it and whom nobody signs in as.
 * @returns held: another account here has that artist; the administrators find the claim, nothing else was changed
 * @throws AppError conflict for made-up people and their artists; not_found for an account that is gone
 */
export async function saveBeatPassConnection(
  context: WriteContext,
  { userId, profile, token }: ConnectionToSave,
): Promise<{ outcome: "saved"; producerId: string } | { outcome: "held"; holder: string }> {
  return context.write(async (tx) => {
    const [account] = await tx.select().from(user).where(eq(user.id, userId));
    if (!account) throw notFound();
    const artist = (await artistsOf(tx, [{ artistIds: [profile.id] }])).get(profile.id);
    await refuseDemo(tx, account.producerId, artist?.demo ?? false);
    const holder = artist?.producerId ?? undefined;
    if (holder !== undefined && holder !== account.producerId && (await hasAccount(tx, holder, userId))) {
      await askOperator(tx, userId, profile);
      return { outcome: "held", holder };
    }
    const producerId = account.producerId ?? holder ?? account.id;
    if (account.producerId === null) await tx.update(user).set({ producerId }).where(eq(user.id, userId));
    const now = context.clock.now();
    const fact = ownArtistFact(profile, producerId, artist, now);
    if (fact) {
      const due = noEarnings();
      const sourceKey = (await sourceKeys(tx, [SOURCE])).get(SOURCE)!;
      const entry = {
        eventId: randomId(),
        type: "ca.beatpass.artist.updated",
        entry: { kind: "artist" as const, fact },
      };
      await appendFacts(tx, [entry], { sourceKey, receivedAt: now });
      await changeArtists(tx, [fact], due, { rulebook: context.rulebook, demo: false, checkAchievements: false });
      await settleXp(tx, due, now, true);
    }
    await keep(tx, { userId, producerId, artistId: profile.id, token, now });
    return { outcome: "saved", producerId };
  });
}

async function refuseDemo(tx: Tx, producerId: string | null, isDemoArtist: boolean): Promise<void> {
  const [producer] = producerId === null ? [] : await tx.select().from(producers).where(eq(producers.id, producerId));
  if (producer?.demo || isDemoArtist)
    throw new AppError("conflict", "Made-up people are not on BeatPass. Sign in with an account of your own.");
}

async function hasAccount(tx: Tx, producerId: string, butFor: string): Promise<boolean> {
  const rows = await tx
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.producerId, producerId), ne(user.id, butFor)));
  return rows.length > 0;
}

/** Two accounts that want one artist are for a person to tell apart: the claim waits on the administrators' page. */
async function askOperator(tx: Tx, userId: string, { id: artistId, name }: ArtistProfile): Promise<void> {
  const mine = and(eq(claims.userId, userId), eq(claims.artistId, artistId), eq(claims.status, "waiting"));
  if ((await tx.select({ id: claims.id }).from(claims).where(mine)).length > 0) return;
  await tx.insert(claims).values({
    id: randomId(),
    userId,
    artistId,
    artistName: name,
    note: "Came with a BeatPass token of this artist.",
    askedAt: new Date(),
  });
}

type Kept = { userId: string; producerId: string; artistId: string; token: string; now: number };

/** A new token for the same artist renews the connection; for another one it replaces it. */
async function keep(tx: Tx, { userId, producerId, artistId, token, now }: Kept): Promise<void> {
  const [before] = await tx.select().from(beatpassConnections).where(eq(beatpassConnections.producerId, producerId));
  const same = before?.artistId === artistId ? before : undefined;
  // Whoever had a connection with this artist has no account any more.
  await tx.delete(beatpassConnections).where(eq(beatpassConnections.artistId, artistId));
  await tx.delete(beatpassConnections).where(eq(beatpassConnections.producerId, producerId));
  const isRenewal = same?.firstReadAt != null;
  await tx.insert(beatpassConnections).values({
    producerId,
    id: randomId(),
    userId,
    artistId,
    token,
    tokenAddedAt: now,
    tokenState: "accepted",
    connectedAt: same?.connectedAt ?? now,
    reading: isRenewal ? "renewal" : "first",
    firstReadAt: same?.firstReadAt ?? null,
    lastReadAt: same?.lastReadAt ?? null,
    tracks: same?.tracks ?? null,
  });
}
