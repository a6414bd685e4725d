import type { Cutoffs, FieldsSnapshot, MilestoneSnapshot } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, sqliteView, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Every refresh of the leaderboards, by the numbers that standings begin and end with; `at` is product time, ms. */
export const refreshes = sqliteTable("refreshes", {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  /** False for the refresh after an import, a rebuild or a rulebook change. */
  announces: integer({ mode: "boolean" }).notNull(),
});

/** The boards, by the short numbers that standings, which come by the hundred thousand, refer to. */
export const boards = sqliteTable(
  "boards",
  {
    key: integer().primaryKey({ autoIncrement: true }),
    category: text().notNull(),
    period: text().notNull(),
    demo: integer({ mode: "boolean" }).notNull(),
    /** The first refresh that found somebody to rank. */
    since: integer().notNull(),
    /** What it was ranked from, in short: from the same it is not ranked again. NULL where that is not kept. */
    basis: text(),
  },
  (table) => [uniqueIndex("boards_name").on(table.category, table.period, table.demo)],
);

/**
 * Standings through time: a row holds from the refresh that found it until the one that found another.
 * The current board is the rows without an end.
 */
export const standings = sqliteTable(
  "standings",
  {
    boardKey: integer().notNull(),
    producerKey: integer().notNull(),
    since: integer().notNull(),
    until: integer(),
    rank: integer().notNull(),
    /** Rank at the refresh before `since`; NULL: not on the board then, or a row from before this was kept. */
    previousRank: integer(),
    /** Place in the list, as it is now: orders those who share a rank. */
    position: integer().notNull(),
    score: real().notNull(),
    tiebreak: real().notNull(),
    tier: text().notNull(),
    /** Score at `since`; a score that moves nobody is updated in place, as a position is. NULL: the same as now. */
    beganScore: real(),
  },
  (table) => [
    primaryKey({ columns: [table.boardKey, table.producerKey, table.since] }),
    // No index by producer alone: a refresh moves many rows, and spent half of its writing on one.
    index("standings_board").on(table.boardKey, table.until, table.position),
  ],
);

// A migration that makes standings, boards or producers anew has to drop this view first.
/** Standings with the names of their boards and producers. */
export const namedStandings = sqliteView("named_standings", {
  category: text().notNull(),
  period: text().notNull(),
  demo: integer({ mode: "boolean" }).notNull(),
  producerId: text().notNull(),
  since: integer().notNull(),
  until: integer(),
  rank: integer().notNull(),
  previousRank: integer(),
  position: integer().notNull(),
  score: real().notNull(),
  tiebreak: real().notNull(),
  tier: text().notNull(),
  beganScore: real(),
}).as(sql`
  SELECT b.category, b.period, b.demo, p.id AS producer_id, s.since, s.until, s.rank, s.previous_rank, s.position, s.score,
    s.tiebreak, s.tier, s.began_score
  FROM boards b JOIN standings s ON s.board_key = b.key JOIN producers p ON p.key = s.producer_key`);

/** The seasons before the two that every refresh ranks, as they were ranked last: see past-seasons.ts. */
export const pastSeasons = sqliteTable(
  "past_seasons",
  {
    demo: integer({ mode: "boolean" }).notNull(),
    period: text().notNull(),
    refreshId: integer().notNull(),
    /** What its boards were ranked from, in short: where that is another, they are ranked anew. */
    basis: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.demo, table.period] })],
);

/** Of a place its value and rank, and in a genre's field the genre. The instant of a milestone check is that of the last refresh. */
export type KeptPlaces = {
  places?: Partial<Record<keyof FieldsSnapshot, [value: number, rank: number, genre?: string]>>;
  milestones?: Omit<MilestoneSnapshot, "asOf">;
};

/** Per producer, its places and milestones as the last refresh saw them: progress towards what is locked. */
export const producerPlaces = sqliteTable("producer_places", {
  producerId: text().primaryKey(),
  snapshot: text({ mode: "json" }).$type<KeptPlaces>().notNull(),
});

/** The fields that those places are in: what everybody in one shares. */
export const placeFields = sqliteTable(
  "place_fields",
  {
    demo: integer({ mode: "boolean" }).notNull(),
    /** "plays"; of a genre "genre:trap". */
    name: text().notNull(),
    size: integer().notNull(),
    cutoffs: text({ mode: "json" }).$type<Cutoffs>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.demo, table.name] })],
);
