import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** When each field was last set (ms), so that an older event never overwrites a newer one. */
export type FieldTimes = Record<string, number>;

/**
 * Those who earn XP: an account's, or one that was made by vouching, with its artist's id. `xp` is the sum of what
 * `xpPaid` lists.
 */
export const producers = sqliteTable("producers", {
  /** Short internal number: what standings, which come by the hundred thousand, refer to. */
  key: integer().primaryKey({ autoIncrement: true }),
  id: text().notNull().unique(),
  /** The name of its earliest artist profile. */
  name: text().notNull(),
  demo: integer({ mode: "boolean" }).notNull().default(false),
  xp: integer().notNull().default(0),
  level: integer().notNull().default(1),
  /** The part of `xp` that plays paid where each of them pays, and how many paid. */
  playXp: integer().notNull().default(0),
  paidPlays: integer().notNull().default(0),
});

/** Artist profiles, as their newest facts have them; `producerId` is null while nobody has claimed one. */
export const artists = sqliteTable(
  "artists",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    producerId: text(),
    pictureCount: integer().notNull().default(0),
    image: text(),
    bio: text(),
    linkCount: integer().notNull().default(0),
    /** Null until known: an artist without one counts as created when its first track was published. */
    createdAt: integer(),
    vouched: integer({ mode: "boolean" }).notNull().default(false),
    fieldTimes: text({ mode: "json" }).$type<FieldTimes>().notNull(),
    demo: integer({ mode: "boolean" }).notNull().default(false),
  },
  (table) => [index("artists_producer").on(table.producerId)],
);

/** Albums by id: BeatPass's, or one of ours made of primary artist and title (spec §11). */
export const albums = sqliteTable(
  "albums",
  {
    id: text().primaryKey(),
    /** Part of an id of ours. Null for one of BeatPass's: such an album is by whoever its tracks are by. */
    artistId: text(),
    title: text().notNull(),
    /** Product time of the fact that named it so; 0 for an id of ours, which is made of artist and title. */
    namedAt: integer().notNull().default(0),
  },
  (table) => [index("albums_artist").on(table.artistId)],
);

/**
 * Tracks, as their newest facts have them. Instants are product time, ms; a track that is removed or not public stays.
 */
export const tracks = sqliteTable(
  "tracks",
  {
    /** Short internal number: what the play log and its roll-ups refer to. */
    key: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    title: text().notNull(),
    albumId: text(),
    durationMs: integer(),
    bpm: real(),
    musicalKey: text(),
    scale: text(),
    tags: text({ mode: "json" }).$type<string[]>(),
    genre: text(),
    description: text(),
    image: text(),
    public: integer({ mode: "boolean" }).notNull().default(true),
    licensing: text(),
    publishedAt: integer().notNull(),
    removedAt: integer(),
    fieldTimes: text({ mode: "json" }).$type<FieldTimes>().notNull(),
    /** What a counted play of this track pays at present. */
    awardId: integer().notNull().default(0),
    /** Whether a counted play has come in; kept with the log, ahead of the fold. */
    played: integer({ mode: "boolean" }).notNull().default(false),
    /** Whether one has come in while the track paid somebody: where the first alone pays, that was it. */
    hasPaid: integer({ mode: "boolean" }).notNull().default(false),
    /** Counted plays, folded from the log, and the opening balance. */
    plays: integer().notNull().default(0),
    /** Plays before its first reading from BeatPass: in every total, on no day. */
    openingPlays: integer().notNull().default(0),
    /** When that was; null without such plays. Daily figures begin here. */
    openingAt: integer(),
    demo: integer({ mode: "boolean" }).notNull().default(false),
  },
  (table) => [index("tracks_album").on(table.albumId)],
);

/** The credits of a track, in their order; position 0 is the primary artist. */
export const trackArtists = sqliteTable(
  "track_artists",
  { trackKey: integer().notNull(), artistId: text().notNull(), position: integer().notNull() },
  (table) => [
    primaryKey({ columns: [table.trackKey, table.artistId] }),
    index("track_artists_artist").on(table.artistId),
  ],
);

/** Who follows an artist, or no longer does: the newest fact by its own time `at`, ms. */
export const follows = sqliteTable(
  "follows",
  {
    artistId: text().notNull(),
    userId: text().notNull(),
    following: integer({ mode: "boolean" }).notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.artistId, table.userId] })],
);

/** Licensed downloads; `seq` is that of the ledger row, `at` product time, ms. */
export const downloads = sqliteTable(
  "downloads",
  { seq: integer().primaryKey(), trackKey: integer().notNull(), userId: text().notNull(), at: integer().notNull() },
  (table) => [index("downloads_track").on(table.trackKey, table.at)],
);
