import type { Leaderboard } from "@beatpass/shared/contracts";
import { isHidden } from "../accounts/index.ts";
import type { ReadContext } from "../context.ts";
import { AppError } from "../errors.ts";
import type { BoardRow } from "./board.ts";
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
  const { board, last } = await openBoard(db, query);
  const me = query.asker.producerId;
  const mine = me === undefined ? undefined : await board.rowOf(me);
  const start =
    query.around === "me" && mine ? Math.max(0, mine.position - Math.floor(limit / 2)) : readCursor(query.cursor);
  // One more than asked for tells whether there is another page.
  const page = await board.page(start, limit + 1);
  const rows = page.slice(0, limit);
  const total = await board.total();
  const next = mine && (await board.nextAbove(mine));
  return {
    category,
    period,
    ...(last && {
      refreshedAt: new Date(last.at).toISOString(),
      nextRefreshAt: new Date(Math.max(last.at + query.refreshMinutes * 60_000, clock.now())).toISOString(),
    }),
    total,
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
    ...(page.length > limit && { nextCursor: String(page[limit]!.position) }),
  };
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
  if (!/^\d{1,9}$/.test(cursor)) throw new AppError("invalid", "cursor: take it from the page before.");
  return Number(cursor);
}
