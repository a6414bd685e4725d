import type { ClaimWanted } from "@beatpass/shared/contracts";
import { and, eq } from "drizzle-orm";
import type { WriteContext } from "../../context.ts";
import type { Tx } from "../../db/client.ts";
import { artists, claims, producers, user } from "../../db/schema/index.ts";
import { AppError, invalidField, notFound } from "../../errors.ts";
import { randomId } from "../../ids.ts";
import { artistIdOf } from "./find-artists.ts";

/** Enough for every alias; not enough to bury an administrator. */
const MOST_WAITING = 10;

/**
 * Asks for an artist profile; an administrator decides.
 * @throws AppError invalid for an address that names no artist, or an artist nobody knows without a name; conflict for
 * one's own, somebody else's, or one that was asked for already
 */
export async function askForArtist(
  context: WriteContext,
  { userId, wanted }: { userId: string; wanted: ClaimWanted },
): Promise<void> {
  const artistId = readArtist(wanted.artist);
  await context.write(async (tx) => {
    const [asker] = await tx.select().from(user).where(eq(user.id, userId));
    if (!asker) throw notFound();
    const [artist] = await tx.select().from(artists).where(eq(artists.id, artistId));
    const artistName = artist?.name ?? wanted.name;
    if (artistName === undefined)
      throw invalidField("name", "This server does not know that artist yet: its name is needed.");
    await requireSameWorld(tx, artist, asker.producerId);
    if (artist) await requireFree(tx, artist, asker.producerId);
    const waiting = await tx
      .select()
      .from(claims)
      .where(and(eq(claims.userId, userId), eq(claims.status, "waiting")));
    if (waiting.some((claim) => claim.artistId === artistId))
      throw new AppError("conflict", "You have asked for this artist already.");
    if (waiting.length >= MOST_WAITING)
      throw new AppError("conflict", `${MOST_WAITING} of your requests are still waiting.`);
    const note = wanted.note ?? null;
    await tx.insert(claims).values({ id: randomId(), userId, artistId, artistName, note, askedAt: new Date() });
  });
}

/** Takes back what is not decided yet. @throws AppError not_found for none of one's own that waits */
export async function withdrawClaim(
  context: WriteContext,
  { userId, id }: { userId: string; id: string },
): Promise<void> {
  const gone = await context.write((tx) =>
    tx
      .delete(claims)
      .where(and(eq(claims.id, id), eq(claims.userId, userId), eq(claims.status, "waiting")))
      .returning({ id: claims.id }),
  );
  if (gone.length === 0) throw notFound();
}

function readArtist(typed: string): string {
  const id = artistIdOf(typed);
  if (id !== undefined) return id;
  if (/^https?:/i.test(typed)) throw invalidField("artist", "This is no address of an artist on BeatPass.");
  if (typed.length > 200) throw invalidField("artist", "An artist’s id has 200 characters at most.");
  return typed;
}

/** Also an artist nobody knows yet is a real one. */
async function requireSameWorld(tx: Tx, artist: { demo: boolean } | undefined, own: string | null): Promise<void> {
  if ((artist?.demo ?? false) !== (await isDemo(tx, own)))
    throw invalidField("artist", "Made-up artists stay in the demo.");
}

async function requireFree(tx: Tx, artist: typeof artists.$inferSelect, own: string | null): Promise<void> {
  if (artist.producerId === null) return;
  if (artist.producerId === own) throw new AppError("conflict", "This artist is yours already.");
  const owners = await tx.select({ id: user.id }).from(user).where(eq(user.producerId, artist.producerId));
  if (owners.length > 0) throw new AppError("conflict", "This artist belongs to another account here.");
}

async function isDemo(tx: Tx, producerId: string | null): Promise<boolean> {
  if (producerId === null) return false;
  const [row] = await tx.select({ demo: producers.demo }).from(producers).where(eq(producers.id, producerId));
  return row?.demo ?? false;
}
