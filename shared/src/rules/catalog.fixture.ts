import type { Catalog, CatalogArtist, CatalogProducer, CatalogTrack } from "./catalog.ts";

/** Small catalogs for the tests beside this file. */
export const aTrack = (track: Partial<CatalogTrack>): CatalogTrack => ({
  id: "t1",
  artistIds: ["a"],
  publishedAt: 0,
  exclusiveOnly: false,
  genre: null,
  filledFields: 0,
  plays: 0,
  downloads: 0,
  qualityScore: null,
  ...track,
});

export const anArtist = (artist: Partial<CatalogArtist>): CatalogArtist => ({
  id: "a",
  producerId: null,
  createdAt: 0,
  ...artist,
});

export const aProducer = (producer: Partial<CatalogProducer>): CatalogProducer => ({
  id: "p",
  createdAt: 0,
  unlisted: false,
  timeZone: null,
  profile: { pictures: 0, hasBio: false, links: 0 },
  xp: 0,
  unlocked: [],
  ...producer,
});

export const aCatalog = (catalog: Partial<Catalog>): Catalog => ({
  tracks: [],
  artists: [],
  producers: [],
  sales: [],
  ...catalog,
});

/** Producers p0, p1 … each owning the artist of the same number, a0, a1 …, and their tracks. */
export const producersWith = (count: number, tracks: readonly Partial<CatalogTrack>[]): Catalog =>
  aCatalog({
    producers: Array.from({ length: count }, (_, index) => aProducer({ id: `p${index}` })),
    artists: Array.from({ length: count }, (_, index) => anArtist({ id: `a${index}`, producerId: `p${index}` })),
    tracks: tracks.map((track, index) => aTrack({ id: `t${index}`, ...track })),
  });
