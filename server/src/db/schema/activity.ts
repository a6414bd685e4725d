import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, sqliteView, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * The append-only ledger. Plays have a table of their own, narrow because there are millions; everything
 * else that happens is a row of `activity`. (source, event id) makes each of them idempotent.
 */
export const sources = sqliteTable("sources", {
  key: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull().unique(),
});

/**
 * What happened, but for plays: `data` is a LedgerFact (activity/facts.ts), `subject` the id of its track or artist.
 * `at` is when it happened, `receivedAt` when it came in; both product time, ms.
 */
export const activity = sqliteTable(
  "activity",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    sourceKey: integer().notNull(),
    eventId: text().notNull(),
    type: text().notNull(),
    subject: text().notNull(),
    at: integer().notNull(),
    receivedAt: integer().notNull(),
    data: text({ mode: "json" }).$type<unknown>().notNull(),
  },
  (table) => [
    uniqueIndex("activity_source_event").on(table.sourceKey, table.eventId),
    index("activity_subject").on(table.type, table.subject, table.sourceKey),
  ],
);

/** Accounts that listen, by the short numbers that plays refer to. */
export const listeners = sqliteTable("listeners", {
  key: integer().primaryKey({ autoIncrement: true }),
  id: text().notNull().unique(),
});

/**
 * The log of plays, uncounted ones too. `at` is when one happened, `receivedAt` when it came in; both product time,
 * ms.
 */
export const plays = sqliteTable(
  "plays",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    sourceKey: integer().notNull(),
    eventId: text().notNull(),
    trackKey: integer().notNull(),
    at: integer().notNull(),
    receivedAt: integer().notNull(),
    listenedMs: integer(),
    /** Null: a guest. */
    listenerKey: integer(),
    device: text(),
    platform: text(),
    country: text(),
    /** Decided on arrival: false for bots, self-plays and plays below the rulebook's minimum. */
    counted: integer({ mode: "boolean" }).notNull(),
    /** Decided on arrival: who was eligible, and for how much; 0 for nobody. */
    awardId: integer().notNull(),
  },
  (table) => [
    uniqueIndex("plays_source_event").on(table.sourceKey, table.eventId),
    // All that the questions for an instant need: the plays themselves lie all over the log.
    index("plays_at").on(table.at, table.trackKey, table.awardId, table.receivedAt).where(sql`counted`),
  ],
);

/** An award is a set of producers with the XP that each gets for a play; 0 is the empty one. */
export const awards = sqliteTable("awards", {
  id: integer().primaryKey({ autoIncrement: true }),
  signature: text().notNull().unique(),
});

/** Who gets how much XP for a play that has an award. */
export const awardProducers = sqliteTable(
  "award_producers",
  { awardId: integer().notNull(), producerId: text().notNull(), xp: integer().notNull() },
  (table) => [
    primaryKey({ columns: [table.awardId, table.producerId] }),
    index("award_producers_producer").on(table.producerId),
  ],
);

const XP_REASONS = ["upload", "play", "metadata", "collaboration", "achievement"] as const;

/**
 * XP paid for anything but plays. Keyed so that a repeat cannot pay twice; decided on arrival, hence part of
 * the ledger and never derived anew.
 */
export const xpEntries = sqliteTable(
  "xp_entries",
  {
    producerId: text().notNull(),
    reason: text({ enum: XP_REASONS }).notNull(),
    /** A track's id, or an achievement's slug. */
    subject: text().notNull(),
    xp: integer().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.producerId, table.reason, table.subject] })],
);

/** How many producers hold an achievement, demo people and real ones apart: counting them anew reads every unlock there is. */
export const achievementHolders = sqliteTable(
  "achievement_holders",
  { demo: integer({ mode: "boolean" }).notNull(), slug: text().notNull(), holders: integer().notNull() },
  (table) => [primaryKey({ columns: [table.demo, table.slug] })],
);

// A migration that makes xp_entries or producers anew has to drop this view first.
/** Everything that paid XP: what was paid once, row by row, and what plays paid every time (producers.playXp) as one. */
export const xpPaid = sqliteView("xp_paid", {
  producerId: text().notNull(),
  source: text({ enum: XP_REASONS }).notNull(),
  xp: integer().notNull(),
  count: integer().notNull(),
}).as(sql`
  SELECT producer_id, reason AS source, xp, 1 AS count FROM xp_entries
  UNION ALL SELECT id, 'play', play_xp, paid_plays FROM producers WHERE paid_plays > 0`);
