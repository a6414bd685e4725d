import type { Dashboard } from "@beatpass/shared/contracts";
import { CATEGORIES, type Category } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { HIDDEN_KEYS, keyOf } from "./kept-board.ts";

type Row = { category: Category; rank: number; total: number; previous: number | null; comparedWith: number | null };

/** How many are on the board of a row `s`: its positions have no gaps. */
export const fieldSize = sql`(SELECT max(b.position) + 1 FROM standings b
  WHERE b.board_key = s.board_key AND b.until IS NULL)`;

/** The best of a producer's all-time ranks, as a share of its field, with places gained since the refresh before; none of who asked not to be shown. */
export async function bestRank(db: Reader, producerId: string): Promise<Dashboard["rank"]> {
  const rows = await db.all<Row>(sql`
    SELECT boards.category, s.rank,
      ${fieldSize} AS total,
      iif(s.since < (SELECT max(id) FROM refreshes), s.rank, s.previous_rank) AS previous,
      (SELECT at FROM refreshes ORDER BY id DESC LIMIT 1 OFFSET 1) AS comparedWith
    FROM boards JOIN standings s ON s.board_key = boards.key
    WHERE boards.category IN ${idList(CATEGORIES)} AND boards.period = 'all-time' AND s.producer_key = ${keyOf(producerId)}
      AND +s.until IS NULL AND s.producer_key NOT IN ${HIDDEN_KEYS}`);
  const best = rows.sort((a, b) => a.rank / a.total - b.rank / b.total || a.category.localeCompare(b.category))[0];
  if (!best) return undefined;
  const { category, rank, total, previous, comparedWith } = best;
  return {
    category,
    period: "all-time",
    rank,
    total,
    ...(previous !== null && { movement: previous - rank }),
    ...(previous !== null && comparedWith !== null && { comparedWith: new Date(comparedWith).toISOString() }),
  };
}
