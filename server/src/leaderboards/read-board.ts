import type { Leaderboard } from "@beatpass/shared/contracts";
import { isHidden } from "../accounts/index.ts";
import type { ReadContext } from "../context.ts";
import { invalidField } from "../errors.ts";
import type { Board, BoardPage, BoardRow } from "./board.ts";
import { type BoardScope, openBoard } from "./open-board.ts";

export type BoardQuery = BoardScope & {
  limit: number;
  cursor?: string | undefined;
  around?: "me" | undefined;
  refreshMinutes: number;
};

/**
 * A page of a board with the asker's own place on it.
 * @throws AppError invalid for a cursor of one's own making, not_found for a community that is none of the asker's
 */
export async function readBoard({ db, clock }: ReadContext, query: BoardQuery): Promise<Leaderboard> {
  const { category, period, limit } = query;
  const { board, rankedAt, comparedWith, isCurrent, pastSeasons } = await openBoard(db, query);
  const me = query.asker.producerId;
  const { page, mine } = await readPage(board, query);
  const rows = page.rows.slice(0, limit);
  const next = mine && (await nextAbove(board, mine, page));
  return {
    category,
    period,
    ...(rankedAt !== undefined && {
      refreshedAt: new Date(rankedAt).toISOString(),
      ...(isCurrent && {
        nextRefreshAt: new Date(Math.max(rankedAt + query.refreshMinutes * 60_000, clock.now())).toISOString(),
      }),
    }),
    ...(isCurrent && comparedWith !== undefined && { comparedWith: new Date(comparedWith).toISOString() }),
    ...(pastSeasons.length > 0 && { pastSeasons: pastSeasons.map((season) => season.period) }),
    total: page.total,
    ...(me !== undefined && !mine && (await isHidden(db, me)) && { hidden: true as const }),
    ...(mine && {
      me: {
        rank: mine.rank,
        score: mine.score,
        tier: mine.tier,
        ...(mine.previousRank !== undefined && { movement: mine.previousRank - mine.rank }),
        ...(next && { toNext: { rank: next.rank, gap: next.score - mine.score } }),
      },
    }),
    rows: rows.map(asAnswer),
    ...(page.rows.length > limit && { nextCursor: String(page.rows[limit]!.position) }),
  };
}

/** The page that is asked for and the asker's own row. One row more than asked for tells whether there is another page. */
async function readPage(board: Board, { asker, around, limit, cursor }: BoardQuery) {
  const me = asker.producerId;
  if (around === "me" && me !== undefined) {
    const page = await board.pageAround(me, limit);
    const mine = page.rows.find(({ producerId }) => producerId === me);
    // Who is not on the board sees where it begins.
    return mine ? { page, mine } : { page: await board.page(readCursor(cursor), limit + 1), mine };
  }
  const page = await board.page(readCursor(cursor), limit + 1);
  const mine = page.rows.find(({ producerId }) => producerId === me);
  return { page, mine: mine ?? (me === undefined ? undefined : await board.rowOf(me)) };
}

/** The nearest row of a better rank: mostly on the page already. */
async function nextAbove(board: Board, mine: BoardRow, page: BoardPage) {
  if (mine.rank === 1) return undefined;
  const onPage = page.rows.findLast(({ position, rank }) => position < mine.position && rank < mine.rank);
  const adjoins = page.rows.some(({ position }) => position === mine.position);
  return onPage && adjoins ? onPage : board.nextAbove(mine);
}

const asAnswer = ({ rank, previousRank, producerId, name, score, tier, tiebreak }: BoardRow) => ({
  rank,
  ...(previousRank !== undefined && { previousRank }),
  producerId,
  name,
  score,
  tier,
  detail: { tiebreak },
});

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw invalidField("cursor", "A cursor is taken from the page before.");
  return Number(cursor);
}
