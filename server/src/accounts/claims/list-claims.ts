import type { AskedClaim, Claim } from "@beatpass/shared/contracts";
import { isCompleted } from "@beatpass/shared/rules";
import { desc, eq, sql } from "drizzle-orm";
import type { Reader } from "../../db/client.ts";
import { artists, claims, user } from "../../db/schema/index.ts";

/** What one asked for, newest first. */
export async function listClaims(db: Reader, userId: string): Promise<Claim[]> {
  const rows = await db.select().from(claims).where(eq(claims.userId, userId)).orderBy(desc(claims.askedAt));
  return rows.map(asClaim);
}

const RECENT = 100;

/** What everybody asked for: what waits first, then the last hundred that were decided. */
export async function listAskedClaims(db: Reader): Promise<AskedClaim[]> {
  const rows = await db
    .select({
      claim: claims,
      person: user,
      artist: artists,
      tracks: sql<number>`(SELECT count(*) FROM track_artists WHERE track_artists.artist_id = ${claims.artistId})`,
      heldBy: sql<
        string | null
      >`(SELECT o.email FROM user o WHERE o.producer_id = ${artists.producerId} AND o.id <> ${claims.userId} LIMIT 1)`,
    })
    .from(claims)
    .innerJoin(user, eq(user.id, claims.userId))
    .leftJoin(artists, eq(artists.id, claims.artistId))
    .orderBy(sql`${claims.status} = 'waiting' DESC`, desc(claims.askedAt))
    .limit(RECENT);
  const own = await db
    .select({ id: artists.id, name: artists.name, userId: user.id })
    .from(artists)
    .innerJoin(user, eq(user.producerId, artists.producerId));
  const artistsOf = Map.groupBy(own, ({ userId }) => userId);
  return rows.map(({ claim, person, artist, tracks, heldBy }) => ({
    ...asClaim(claim),
    ...(claim.note && { note: claim.note }),
    person: {
      id: person.id,
      email: person.email,
      name: person.name,
      artists: (artistsOf.get(person.id) ?? []).map(({ id, name }) => ({ id, name })),
    },
    known: artist !== null,
    tracks,
    completed: artist !== null && isCompleted({ ...artist, pictures: artist.pictureCount }),
    ...(heldBy && { heldBy }),
  }));
}

const asClaim = ({ id, artistId, artistName, status, askedAt, decidedAt }: typeof claims.$inferSelect): Claim => ({
  id,
  artist: { id: artistId, name: artistName },
  status,
  askedAt: askedAt.toISOString(),
  ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
});
