import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Roll-ups of counted plays per track and UTC day, folded from the log about a second behind it. */
const count = () => integer().notNull().default(0);

/**
 * A track's counted plays of a UTC day (days since 1970-01-01); `engaged` are those with a listen time, while the
 * track has a duration, each in one of the five bands (spec §5).
 */
export const trackDays = sqliteTable(
  "track_days",
  {
    trackKey: integer().notNull(),
    day: integer().notNull(),
    plays: count(),
    engaged: count(),
    completed: count(),
    mostly: count(),
    half: count(),
    partial: count(),
    skipped: count(),
    listenedMs: count(),
    /** Listened time with each play capped at the track's duration: completion rate = this / (engaged × duration). */
    cappedMs: count(),
  },
  (table) => [primaryKey({ columns: [table.trackKey, table.day] })],
);

/** Where the counted plays of a track and day came from, and whose they were; both packed: see insights/packed-counts.ts. */
export const trackDayAudience = sqliteTable(
  "track_day_audience",
  {
    trackKey: integer().notNull(),
    day: integer().notNull(),
    /** Plays by device, platform and country: see insights/place-keys.ts. */
    places: blob({ mode: "buffer" }).notNull(),
    /** Plays by listener key, 0 for all guests. */
    listeners: blob({ mode: "buffer" }).notNull(),
    /** Of how many runs they are, at most. */
    runs: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.trackKey, table.day] }),
    // Those that are to be merged: mostly none, hence it costs nothing.
    index("track_day_audience_long").on(table.runs).where(sql`runs >= 32`),
  ],
);

/** How far a derived table has read the log. */
export const cursors = sqliteTable("cursors", { name: text().primaryKey(), seq: integer().notNull() });

/** Tracks whose duration changed: their days are folded anew from the log. */
export const staleTracks = sqliteTable("stale_tracks", { trackKey: integer().primaryKey() });

/** The key of listeners' pseudonyms, made at random with the table: copies keep it, and so the pseudonyms. */
export const pseudonymKey = sqliteTable("pseudonym_key", { key: text().notNull() });
