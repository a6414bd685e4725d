import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Roll-ups of counted plays per track and UTC day, folded from the log at most a second behind it. */
const count = () => integer().notNull().default(0);

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
    desktop: count(),
    mobile: count(),
    tablet: count(),
    tvOther: count(),
    web: count(),
    ios: count(),
    android: count(),
    windows: count(),
    macos: count(),
    linux: count(),
    otherPlatform: count(),
  },
  (table) => [primaryKey({ columns: [table.trackKey, table.day] })],
);

export const trackDayCountries = sqliteTable(
  "track_day_countries",
  { trackKey: integer().notNull(), day: integer().notNull(), country: text().notNull(), plays: count() },
  (table) => [primaryKey({ columns: [table.trackKey, table.day, table.country] })],
);

/** Listener 0 stands for all guests. */
export const trackDayListeners = sqliteTable(
  "track_day_listeners",
  { trackKey: integer().notNull(), day: integer().notNull(), listenerKey: integer().notNull(), plays: count() },
  (table) => [primaryKey({ columns: [table.trackKey, table.day, table.listenerKey] })],
);

/** How far a derived table has read the log. */
export const cursors = sqliteTable("cursors", { name: text().primaryKey(), seq: integer().notNull() });

/** Tracks whose duration changed: their days are folded anew from the log. */
export const staleTracks = sqliteTable("stale_tracks", { trackKey: integer().primaryKey() });
