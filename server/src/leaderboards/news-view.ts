import type { NamedRef } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import type { BoardNews, NewsBoard } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { mayAllBeNamed, readPrivacy } from "../accounts/index.ts";
import type { ProducerAnnouncement } from "../announcements/index.ts";
import type { CommunityRow } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import type { Board, BoardOf, BoardRow } from "./board.ts";
import { keyOf, onBoard } from "./kept-board.ts";

const BACK_WITHIN_MS = 30 * MS_PER_DAY;

export type NewsContext = {
  piece: BoardNews;
  board: Board;
  of: BoardOf;
  total: number;
  /** Whose board: a community's id, or "everybody". */
  scope: string;
  /** The last refresh at which it was not so. */
  start: number;
  /** The board as that one left it. */
  before: NewsBoard;
  /** The refresh's instant, ms. */
  at: number;
  demo: boolean;
  among: CommunityRow | undefined;
};

type BoardAnnouncement = Extract<
  ProducerAnnouncement,
  { kind: "new-number-one" | "top-three" | "top-ten" | "climb" | "tier-reached" }
>;

/** A piece of news with the figures that its announcement tells; nothing where its producer is not ranked any more. */
export async function newsView(tx: Tx, context: NewsContext): Promise<BoardAnnouncement | undefined> {
  const { piece, board, of, total, before, at, demo, among } = context;
  const row = await board.rowOf(piece.producerId);
  if (!row) return undefined;
  const base = {
    producer: { id: row.producerId, name: row.name },
    occurredAt: new Date(at).toISOString(),
    basis: "computed" as const,
    demo,
    ...of,
    total,
    ...(among && { among: { id: among.id, name: among.name } }),
  };
  const { kind } = piece;
  switch (kind) {
    case "new-number-one":
      return {
        ...base,
        kind,
        ...(await podiumOf(tx, board, before)),
        ...(await leadOf(board, row)),
        back: await wasFirst(tx, context),
      };
    case "top-three":
    case "top-ten":
      return {
        ...base,
        kind,
        rank: row.rank,
        ...(kind === "top-three" && (await podiumOf(tx, board, before))),
        ...(piece.previousRank !== undefined && { previousRank: piece.previousRank }),
      };
    case "climb": {
      const next = of.category === "earnings" ? undefined : await board.nextAbove(row);
      const passed = await whoMayBeNamed(tx, piece, board);
      return {
        ...base,
        kind,
        rank: row.rank,
        ...(passed && { passed }),
        ...(next && { toNext: { rank: next.rank, gap: next.score - row.score } }),
      };
    }
    case "tier-reached":
      return { ...base, kind, tier: row.tier, score: row.score };
  }
}

/**
 * The first three by name, and whoever of them was passed; nothing where fewer are ranked, or one of those passed has not
 * agreed to be named: a picture of the board would tell who was first.
 */
async function podiumOf(
  tx: Tx,
  board: Board,
  before: NewsBoard,
): Promise<{ podium?: string[]; passedOnPodium?: string[] }> {
  const { rows } = await board.page(0, 3);
  if (rows.length < 3) return {};
  const passedOnPodium = rows
    .filter((row) => rows.some((other) => hasCaughtUp(other, row, before)))
    .map(({ producerId }) => producerId);
  if (!(await mayAllBeNamed(tx, passedOnPodium))) return {};
  return { podium: rows.map(({ name }) => name), passedOnPodium };
}

/** Whether one who stood behind another does so no more. */
function hasCaughtUp(one: BoardRow, other: BoardRow, before: NewsBoard): boolean {
  const rankBefore = ({ producerId }: BoardRow) => before.get(producerId)?.rank ?? Number.POSITIVE_INFINITY;
  return rankBefore(one) > rankBefore(other) && one.rank <= other.rank;
}

/** The best placed of those who were passed who agreed to be named, where whoever passed them did so too. */
async function whoMayBeNamed(
  tx: Tx,
  { producerId, passed = [] }: BoardNews,
  board: Board,
): Promise<NamedRef | undefined> {
  if (!(await readPrivacy(tx, producerId)).named) return undefined;
  for (const other of passed) {
    const row = (await readPrivacy(tx, other)).named ? await board.rowOf(other) : undefined;
    if (row) return { id: row.producerId, name: row.name };
  }
  return undefined;
}

/** How far ahead of the next rank; a shared lead is none. */
async function leadOf(board: Board, row: BoardRow): Promise<{ lead?: number; shared: boolean }> {
  const second = (await board.page(0, 2)).rows[1];
  const shared = second?.rank === 1;
  return { shared, ...(second && !shared && { lead: row.score - second.score }) };
}

/**
 * Whether this producer was first here within the last 30 days: on everybody's board as it was, among members as far as
 * they heard of it.
 */
async function wasFirst(tx: Tx, { piece, of, scope, start, at, demo, among }: NewsContext): Promise<boolean> {
  const led = among
    ? []
    : await tx.all(sql`
      SELECT 1 FROM standings JOIN refreshes ended ON ended.id = until
      WHERE ${onBoard({ ...of, demo })} AND producer_key = ${keyOf(piece.producerId)} AND rank = 1 AND since <= ${start}
        AND ended.at > ${at - BACK_WITHIN_MS} LIMIT 1`);
  if (led.length > 0) return true;
  const cause = `new-number-one:${scope}:${of.category}:${of.period}:${piece.producerId}:`;
  const rows = await tx.all(sql`
    SELECT 1 FROM announcements WHERE producer_id = ${piece.producerId} AND occurred_at > ${at - BACK_WITHIN_MS}
      AND substr(cause, 1, ${cause.length}) = ${cause} LIMIT 1`);
  return rows.length > 0;
}
