import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A producer's connection with the BeatPass API (spec §9). Not derived: a rebuild leaves it alone. */
export const beatpassConnections = sqliteTable(
  "beatpass_connections",
  {
    producerId: text().primaryKey(),
    /** New with every token, so that a reading under an older one cannot be kept. */
    id: text().notNull(),
    userId: text().notNull(),
    artistId: text().notNull().unique(),
    /** Sealed: see sources/beatpass/token-box.ts. */
    token: text().notNull(),
    tokenAddedAt: integer().notNull(),
    /** What BeatPass said of the token when it was last used. */
    tokenState: text({ enum: ["accepted", "refused", "no-upload"] }).notNull(),
    connectedAt: integer().notNull(),
    /** A reading that is due, whatever became of the last attempt: null once it is done. */
    reading: text({ enum: ["first", "renewal", "asked"] }),
    readDone: integer().notNull().default(0),
    readTotal: integer(),
    problem: text({ enum: ["unavailable", "unreadable"] }),
    firstReadAt: integer(),
    /** The product time at which the last complete reading began. */
    lastReadAt: integer(),
    /** In the catalog as it was last read. */
    tracks: integer(),
    /** Plays that the reading after a renewal brought. */
    caughtUp: integer(),
  },
  (table) => [index("beatpass_connections_user").on(table.userId)],
);

/** Per track, the highest total that BeatPass has told: what exceeds it are new plays. */
export const beatpassTracks = sqliteTable("beatpass_tracks", {
  trackId: text().primaryKey(),
  total: integer().notNull(),
  readAt: integer().notNull(),
  /** UTC days over which plays were last spread, where the interval was too long to know theirs. */
  guessedFrom: integer(),
  guessedTo: integer(),
  /** A total beyond belief, as the last reading told it: the next one may confirm it. */
  doubted: integer(),
});

/** Which tracks BeatPass lists of an artist, as they were last read with its token. */
export const beatpassListings = sqliteTable(
  "beatpass_listings",
  { artistId: text().notNull(), trackId: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.artistId, table.trackId] }),
    index("beatpass_listings_track").on(table.trackId),
  ],
);
