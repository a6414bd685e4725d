import type { Ranked } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList, readRows } from "../db/json-rows.ts";
import type { Board, BoardOf, BoardRow } from "./board.ts";
import { readMemberHistory } from "./member-history.ts";

/** The same board among some producers alone, with ranks of their own. @param lastRefresh its number, 0 before the first */
export async function memberBoard(
  db: Reader,
  { category, period }: BoardOf,
  producerIds: readonly string[],
  lastRefresh: number,
): Promise<Board> {
  const before = lastRefresh - 1;
  const history = await readMemberHistory(db, { producerIds, period, first: before });
  const previous = new Map(history.at(category, before).map(({ producerId, rank }) => [producerId, rank]));
  const names = new Map(
    await readRows<[string, string]>(db, sql`id, name`, sql`producers WHERE id IN ${idList(producerIds)}`),
  );
  const rows = history.at(category, lastRefresh).map((ranked: Ranked, position): BoardRow => {
    const { rank, producerId, score, tiebreak, tier } = ranked;
    const previousRank = previous.get(producerId);
    const name = names.get(producerId)!;
    return { rank, position, producerId, name, score, tiebreak, tier, ...(previousRank && { previousRank }) };
  });
  return {
    total: async () => rows.length,
    page: async (start, limit) => ({ rows: rows.slice(start, start + limit), total: rows.length }),
    pageAround: async (producerId, limit) => {
      const own = rows.findIndex((row) => row.producerId === producerId);
      const start = Math.max(0, Math.min(own - Math.floor(limit / 2), rows.length - limit));
      return { rows: own === -1 ? [] : rows.slice(start, start + limit + 1), total: rows.length };
    },
    rowOf: async (producerId) => rows.find((row) => row.producerId === producerId),
    nextAbove: async ({ position, rank }) => rows.slice(0, position).findLast((row) => row.rank < rank),
  };
}
