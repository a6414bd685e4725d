import type { ProfileSnapshot } from "./achievements/types.ts";
import { compareIds } from "./compare-ids.ts";

/** A public track, not removed: private and removed ones are in no count (spec §2, §12.2). */
export type CatalogTrack = {
  id: string;
  /** Credited artists, each once. */
  artistIds: readonly string[];
  /** ms */
  publishedAt: number;
  exclusiveOnly: boolean;
  /** See trackGenre. */
  genre: string | null;
  /** Of the six metadata fields. */
  filledFields: number;
  /** Counted plays, ever. */
  plays: number;
  downloads: number;
  /** 0–100; null without engagement. */
  qualityScore: number | null;
};

/** Any artist profile, claimed or not. */
export type CatalogArtist = {
  id: string;
  producerId: string | null;
  /** ms; null: created when its first track was published (spec §11). */
  createdAt: number | null;
};

export type CatalogProducer = {
  id: string;
  /** ms; of the account, or for an imported producer of its earliest artist (spec §12.4). */
  createdAt: number;
  /** Left out of the boards: administrators, and who asked not to be shown. */
  unlisted: boolean;
  timeZone: string | null;
  profile: ProfileSnapshot;
  /** Total XP so far, that of the unlocked achievements included. */
  xp: number;
  /** Slugs unlocked so far. */
  unlocked: readonly string[];
};

/** What a track has earned in money, summed; currencies stay apart. */
export type TrackSales = { trackId: string; currency: string; amount: number };

/** Everything a refresh looks at, as plain rows. */
export type Catalog = {
  tracks: readonly CatalogTrack[];
  artists: readonly CatalogArtist[];
  producers: readonly CatalogProducer[];
  sales: readonly TrackSales[];
};

/** A track of a producer, and how many of its credited artists are the producer's. */
export type OwnTrack = { index: number; profiles: number };

/** A catalog made ready for one pass per question; built once per refresh. */
export type CatalogIndex = {
  catalog: Catalog;
  /** Per track: credited artists as numbers of their own, also those without a row in `artists`. */
  credits: readonly (readonly number[])[];
  /** Per artist number: the index of its producer, -1 where unclaimed. */
  producerOfArtist: readonly number[];
  /** Per producer: its public tracks, each once. */
  own: readonly (readonly OwnTrack[])[];
  /** Per producer: creation time of its oldest artist profile, Infinity where unknown. */
  oldestProfile: readonly number[];
  /** Per producer: how many accounts are older, by id where equally old: the order within a shared rank (spec §12.4). */
  ages: Int32Array;
  /** Per producer: owns one of the first artist profiles. */
  earlyAdopter: readonly boolean[];
};

/** The first artist profiles by creation time that make an Early Adopter (spec §4). */
export const EARLY_ADOPTERS = 30;

/**
 * Reads a catalog once. What the index holds per track, artist or producer is in the order of its lists; an artist
 * whose producer is not in the catalog counts as unclaimed.
 */
export function indexCatalog(catalog: Catalog): CatalogIndex {
  const numberOf = new Map(catalog.artists.map(({ id }, index) => [id, index]));
  const producerIndex = new Map(catalog.producers.map(({ id }, index) => [id, index]));
  const producerOfArtist = catalog.artists.map(({ producerId }) =>
    producerId === null ? -1 : (producerIndex.get(producerId) ?? -1),
  );
  const credits = catalog.tracks.map(({ artistIds }) =>
    artistIds.map((id) => {
      const known = numberOf.get(id);
      if (known !== undefined) return known;
      numberOf.set(id, producerOfArtist.length);
      return producerOfArtist.push(-1) - 1;
    }),
  );
  const createdAt = creationTimes(catalog, credits);
  const adopters = firstProfiles(catalog.artists, createdAt);
  const oldestProfile = catalog.producers.map(() => Number.POSITIVE_INFINITY);
  const earlyAdopter = catalog.producers.map(() => false);
  for (const [artist, producer] of producerOfArtist.entries()) {
    if (producer === -1) continue;
    oldestProfile[producer] = Math.min(oldestProfile[producer]!, createdAt[artist]!);
    if (adopters.has(artist)) earlyAdopter[producer] = true;
  }
  const own = ownTracks(catalog.producers.length, credits, producerOfArtist);
  const ages = agesOf(catalog.producers);
  return { catalog, credits, producerOfArtist, own, oldestProfile, ages, earlyAdopter };
}

function agesOf(producers: readonly CatalogProducer[]): Int32Array {
  const oldestFirst = [...producers.keys()].sort(
    (a, b) => producers[a]!.createdAt - producers[b]!.createdAt || compareIds(producers[a]!.id, producers[b]!.id),
  );
  const ages = new Int32Array(producers.length);
  for (const [age, producer] of oldestFirst.entries()) ages[producer] = age;
  return ages;
}

/** Whether a producer appears on leaderboards: a claimed profile, a public track, no administrator (spec §6). */
export const isOnBoards = (index: CatalogIndex, producer: number): boolean =>
  index.own[producer]!.length > 0 && !index.catalog.producers[producer]!.unlisted;

function creationTimes({ artists, tracks }: Catalog, credits: readonly (readonly number[])[]): number[] {
  const createdAt = artists.map(({ createdAt }) => createdAt ?? Number.POSITIVE_INFINITY);
  for (const [index, { publishedAt }] of tracks.entries()) {
    for (const artist of credits[index]!) {
      if (artists[artist]?.createdAt === null) createdAt[artist] = Math.min(createdAt[artist]!, publishedAt);
    }
  }
  return createdAt;
}

function firstProfiles(artists: readonly CatalogArtist[], createdAt: readonly number[]): Set<number> {
  const dated = [...artists.keys()].filter((artist) => createdAt[artist] !== Number.POSITIVE_INFINITY);
  dated.sort((a, b) => createdAt[a]! - createdAt[b]! || compareIds(artists[a]!.id, artists[b]!.id));
  return new Set(dated.slice(0, EARLY_ADOPTERS));
}

function ownTracks(
  producers: number,
  credits: readonly (readonly number[])[],
  producerOfArtist: readonly number[],
): OwnTrack[][] {
  const own: OwnTrack[][] = Array.from({ length: producers }, () => []);
  for (const [index, artists] of credits.entries()) {
    for (const artist of artists) {
      const tracks = own[producerOfArtist[artist]!];
      const last = tracks?.at(-1);
      // Tracks come in order, so a second profile of the same producer finds its track last in the list.
      if (last?.index === index) last.profiles++;
      else tracks?.push({ index, profiles: 1 });
    }
  }
  return own;
}
