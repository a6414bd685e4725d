import { isEligible } from "@beatpass/shared/rules";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList, jsonRows } from "../db/json-rows.ts";
import { artists, producers } from "../db/schema/index.ts";
import { type ArtistFact, newerFields } from "./facts.ts";

export type ArtistRow = typeof artists.$inferSelect;
export type ArtistChange = { before: ArtistRow | undefined; after: ArtistRow };

/**
 * Brings artist profiles (and the producers who claim them) up to date with facts, in their order.
 * Pays nothing: what follows from a change is decided elsewhere, so that a rebuild can use this too.
 * @param keys the numbers that producers had before, when they are made anew
 */
export async function applyArtists(
  tx: Tx,
  facts: readonly ArtistFact[],
  demo: boolean,
  keys: ReadonlyMap<string, number> = new Map(),
): Promise<ArtistChange[]> {
  const ids = [...new Set(facts.map(({ artistId }) => artistId))];
  const known = await tx
    .select()
    .from(artists)
    .where(inArray(artists.id, idList(ids)));
  const before = new Map(known.map((row) => [row.id, row]));
  const after = new Map(before);
  const claims = new Map<string, string>();
  for (const fact of facts) {
    const row = merge(after.get(fact.artistId), fact, demo);
    after.set(fact.artistId, row);
    if (row.producerId !== null) claims.set(row.producerId, row.name);
  }
  const changes = ids.map((id) => ({ before: before.get(id), after: after.get(id)! }));
  await saveArtists(
    tx,
    changes.map((change) => change.after),
  );
  await saveProducers(tx, changes, claims, { demo, keys });
  return changes;
}

function merge(row: ArtistRow | undefined, { artistId, at, ...fields }: ArtistFact, demo: boolean): ArtistRow {
  const base: ArtistRow = row ?? {
    id: artistId,
    name: artistId,
    producerId: null,
    pictureCount: 0,
    image: null,
    bio: null,
    linkCount: 0,
    createdAt: null,
    vouched: false,
    fieldTimes: {},
    demo,
  };
  const { newer, times } = newerFields(fields, at, base.fieldTimes);
  const merged = {
    ...base,
    ...newer,
    pictureCount: newer.pictureCount === null ? 0 : (newer.pictureCount ?? base.pictureCount),
    linkCount: newer.linkCount === null ? 0 : (newer.linkCount ?? base.linkCount),
    fieldTimes: times,
  };
  // Vouched for and never claimed: by a producer of its own, with its id (spec §11, contract), for as long as it is.
  return times.producerId === undefined ? { ...merged, producerId: merged.vouched ? artistId : null } : merged;
}

async function saveArtists(tx: Tx, rows: readonly ArtistRow[]): Promise<void> {
  const values = rows.map((row) => [
    row.id,
    row.name,
    row.producerId,
    row.pictureCount,
    row.image,
    row.bio,
    row.linkCount,
    row.createdAt,
    row.vouched ? 1 : 0,
    JSON.stringify(row.fieldTimes),
    row.demo ? 1 : 0,
  ]);
  await tx.run(sql`
    INSERT INTO artists (id, name, producer_id, picture_count, image, bio, link_count, created_at, vouched, field_times, demo)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
      value ->> 9, value ->> 10
    FROM ${jsonRows(values)} WHERE true
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, producer_id = excluded.producer_id,
      picture_count = excluded.picture_count, image = excluded.image, bio = excluded.bio, link_count = excluded.link_count,
      created_at = excluded.created_at, vouched = excluded.vouched, field_times = excluded.field_times`);
}

/**
 * A producer exists from the first claim on; its name is that of its earliest profile, and its id while it has none.
 * @param claims every producer who held one of the profiles on the way, with a name
 */
async function saveProducers(
  tx: Tx,
  changes: readonly ArtistChange[],
  claims: ReadonlyMap<string, string>,
  { demo, keys }: { demo: boolean; keys: ReadonlyMap<string, number> },
): Promise<void> {
  const left = changes.map(({ before }) => before?.producerId).filter((id) => id != null);
  const ids = new Set([...left, ...claims.keys()]);
  if (ids.size === 0) return;
  const firstTime = [...claims].map(([id, name]) => [keys.get(id) ?? null, id, name, demo ? 1 : 0]);
  await tx.run(sql`
    INSERT INTO producers (key, id, name, demo)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM ${jsonRows(firstTime)} WHERE true
    ON CONFLICT (id) DO NOTHING`);
  await tx
    .update(producers)
    .set({
      name: sql`coalesce((SELECT a.name FROM artists a WHERE a.producer_id = producers.id
        ORDER BY coalesce(a.created_at, 9e15), a.id LIMIT 1), producers.id)`,
    })
    .where(inArray(producers.id, idList(ids)));
}

/** Whether a change made the artist earn, or stop earning, or earn for somebody else. */
export const changesEarner = ({ before, after }: ArtistChange): boolean => earner(before) !== earner(after);

/** The producer that an artist earns for at present, if any. */
export const earner = (artist: ArtistRow | undefined): string | undefined =>
  artist && isEligible({ ...artist, pictures: artist.pictureCount }) ? artist.producerId! : undefined;
