import { COMPLETION_BANDS, filledFields, qualityScore } from "@beatpass/shared/metrics";
import {
  type Catalog,
  type CatalogArtist,
  type CatalogProducer,
  type CatalogTrack,
  trackGenre,
} from "@beatpass/shared/rules";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { artists, producers, tracks, xpEntries } from "../db/schema/index.ts";

/** Everything a refresh looks at. Demo people and real ones live in worlds of their own. */
export async function readCatalog(db: Reader, demo: boolean): Promise<Catalog> {
  const profiles = await db.select().from(artists).where(eq(artists.demo, demo));
  const catalogTracks = await readTracks(db, demo);
  return {
    tracks: catalogTracks,
    artists: profiles.map(({ id, producerId, createdAt }): CatalogArtist => ({ id, producerId, createdAt })),
    producers: await readProducers(db, demo, profiles, firstPublished(catalogTracks)),
    sales: await readSales(db, demo),
  };
}

type Sums = { track_key: number; downloads: number } & Record<(typeof COMPLETION_BANDS)[number], number>;

async function readTracks(db: Reader, demo: boolean): Promise<CatalogTrack[]> {
  const rows = await db
    .select()
    .from(tracks)
    .where(and(eq(tracks.demo, demo), eq(tracks.public, true), isNull(tracks.removedAt)))
    .orderBy(tracks.key);
  const credits = await db.all<{ track_key: number; artist_id: string }>(sql`
    SELECT track_key, artist_id FROM track_artists ORDER BY track_key, position`);
  const artistsOf = Map.groupBy(credits, (row) => row.track_key);
  const bands = sql.join(
    COMPLETION_BANDS.map((band) => sql`sum(${sql.raw(band)}) AS ${sql.raw(band)}`),
    sql`, `,
  );
  const sums = await db.all<Sums>(sql`SELECT track_key, ${bands} FROM track_days GROUP BY track_key`);
  const breakdowns = new Map(sums.map((row) => [row.track_key, row]));
  const downloads = await db.all<{ track_key: number; downloads: number }>(sql`
    SELECT track_key, count(*) AS downloads FROM downloads GROUP BY track_key`);
  const downloadsOf = new Map(downloads.map((row) => [row.track_key, row.downloads]));
  return rows.map((row) => {
    const breakdown = breakdowns.get(row.key);
    return {
      id: row.id,
      artistIds: (artistsOf.get(row.key) ?? []).map(({ artist_id }) => artist_id),
      publishedAt: row.publishedAt,
      exclusiveOnly: row.licensing === "exclusive-only",
      genre: trackGenre(row.genre, row.tags) ?? null,
      filledFields: filledFields({ ...row, key: row.musicalKey }),
      plays: row.plays,
      downloads: downloadsOf.get(row.key) ?? 0,
      qualityScore: (breakdown && qualityScore(breakdown)) ?? null,
    };
  });
}

/** Per artist, when its first track was published: stands in for an unknown creation time (spec §11). */
function firstPublished(catalogTracks: readonly CatalogTrack[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { artistIds, publishedAt } of catalogTracks) {
    for (const id of artistIds) first.set(id, Math.min(first.get(id) ?? Number.POSITIVE_INFINITY, publishedAt));
  }
  return first;
}

async function readProducers(
  db: Reader,
  demo: boolean,
  profiles: readonly (typeof artists.$inferSelect)[],
  first: ReadonlyMap<string, number>,
): Promise<CatalogProducer[]> {
  const rows = await db.select().from(producers).where(eq(producers.demo, demo));
  const held = await db
    .select({ producerId: xpEntries.producerId, slug: xpEntries.subject })
    .from(xpEntries)
    .where(eq(xpEntries.reason, "achievement"));
  const unlocked = Map.groupBy(held, ({ producerId }) => producerId);
  const claimed = Map.groupBy(profiles, ({ producerId }) => producerId);
  const admins = await db.all<{ id: string }>(
    sql`SELECT producer_id AS id FROM user WHERE admin AND producer_id IS NOT NULL`,
  );
  const adminIds = new Set(admins.map(({ id }) => id));
  return rows.map(({ id, xp }) => {
    const own = claimed.get(id) ?? [];
    return {
      id,
      createdAt: Math.min(
        ...own.map((profile) => profile.createdAt ?? first.get(profile.id) ?? Number.MAX_SAFE_INTEGER),
        Number.MAX_SAFE_INTEGER,
      ),
      admin: adminIds.has(id),
      timeZone: null,
      profile: {
        pictures: Math.max(0, ...own.map(({ pictureCount }) => pictureCount)),
        hasBio: own.some(({ bio }) => !!bio?.trim()),
        links: Math.max(0, ...own.map(({ linkCount }) => linkCount)),
      },
      xp,
      unlocked: (unlocked.get(id) ?? []).map(({ slug }) => slug),
    };
  });
}

async function readSales(db: Reader, demo: boolean): Promise<Catalog["sales"]> {
  return db.all(sql`
    SELECT x.track_id AS trackId, x.currency, sum(x.amount) AS amount FROM transactions x JOIN tracks t ON t.id = x.track_id
    WHERE x.kind = 'track-sale' AND t.demo = ${demo ? 1 : 0} GROUP BY x.track_id, x.currency`);
}
