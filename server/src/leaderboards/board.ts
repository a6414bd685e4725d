import type { Category, Tier } from "@beatpass/shared/rules";

export type BoardRow = {
  rank: number;
  /** Place in the list: orders those who share a rank. */
  position: number;
  producerId: string;
  name: string;
  score: number;
  tiebreak: number;
  tier: Tier;
  /** Rank at the refresh before the last one; absent for who was not ranked then. */
  previousRank?: number;
};

/** Some rows of a board, in order, with the length of the whole. */
export type BoardPage = { rows: BoardRow[]; total: number };

/** A board as the last refresh left it: everybody's, or that of a community's members. */
export type Board = {
  total(): Promise<number>;
  /** Rows from a position on. */
  page(start: number, limit: number): Promise<BoardPage>;
  /**
   * A page with a producer's own row in its middle, or the last page where too few come after it, and the row after it;
   * none for who is not on the board.
   */
  pageAround(producerId: string, limit: number): Promise<BoardPage>;
  rowOf(producerId: string): Promise<BoardRow | undefined>;
  /** The nearest row of a better rank. */
  nextAbove(row: BoardRow): Promise<{ rank: number; score: number } | undefined>;
};

export type BoardOf = { category: Category; period: string };

/** What a past refresh of a board left of each producer. */
export type Standing = { rank: number; score: number; tier: Tier };
