import { and, eq, ne } from "drizzle-orm";
import { sourceKeys, takeFact } from "../../activity/index.ts";
import type { ArtistFact } from "../../catalog/index.ts";
import type { WriteContext } from "../../context.ts";
import type { Tx } from "../../db/client.ts";
import { artists, claims, user } from "../../db/schema/index.ts";
import { AppError, notFound } from "../../errors.ts";
import { noEarnings, noteQuiet, producersIn, settleXp } from "../../progress/index.ts";

export type Decision = { id: string; approve: boolean; vouch?: boolean | undefined };

/**
 * An administrator's answer to a claim. Approved, the artist belongs to the person from now on: a fact of the ledger,
 * which pays what the existing tracks award once the profile is eligible (spec §2), and announces nothing (spec §13).
 * @throws AppError not_found; conflict for what is decided already, or an artist that another account has
 */
export async function decideClaim(context: WriteContext, { id, approve, vouch = false }: Decision): Promise<void> {
  await context.write(async (tx) => {
    const [claim] = await tx.select().from(claims).where(eq(claims.id, id));
    if (!claim) throw notFound();
    if (claim.status !== "waiting") throw new AppError("conflict", "This request has been decided already.");
    if (approve) await giveArtist(tx, context, claim, vouch);
    await tx
      .update(claims)
      .set({ status: approve ? "approved" : "declined", decidedAt: new Date() })
      .where(eq(claims.id, id));
  });
}

async function giveArtist(
  tx: Tx,
  { clock, rulebook }: WriteContext,
  claim: typeof claims.$inferSelect,
  vouch: boolean,
): Promise<void> {
  const { artistId, userId } = claim;
  const [person] = await tx.select().from(user).where(eq(user.id, userId));
  const [artist] = await tx.select().from(artists).where(eq(artists.id, artistId));
  const held = artist?.producerId ?? null;
  if (held !== null) {
    const [owner] = await tx
      .select({ email: user.email })
      .from(user)
      .where(and(eq(user.producerId, held), ne(user.id, userId)));
    if (owner) throw new AppError("conflict", `${artist!.name} belongs to ${owner.email}.`);
  }
  // A producer's id is that of its account; one that an import made comes along with its artist.
  const producerId = person!.producerId ?? held ?? userId;
  const now = clock.now();
  const known = artist?.fieldTimes;
  const fact: ArtistFact = {
    artistId,
    // An older fact would not overwrite what the artist says by now.
    at: Math.max(now, known?.producerId ?? 0, vouch ? (known?.vouched ?? 0) : 0),
    producerId,
    ...(!artist && { name: claim.artistName }),
    ...(vouch && { vouched: true }),
  };
  const source = (await sourceKeys(tx, [SOURCE])).get(SOURCE)!;
  const due = noEarnings();
  await takeFact(
    tx,
    { sourceKey: source, eventId: `claim-${claim.id}`, type: "ca.beatpass.artist.updated", receivedAt: now },
    { kind: "artist", fact },
    due,
    { rulebook, demo: artist?.demo ?? false, checkAchievements: true },
  );
  await settleXp(tx, due, now, true);
  await noteQuiet(tx, [producerId, ...producersIn(due)]);
  await tx.update(user).set({ producerId, updatedAt: new Date() }).where(eq(user.id, userId));
}

/** The ledger's source of what is decided here; no key speaks for it. */
const SOURCE = "accounts";
