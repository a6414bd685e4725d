import type { NewsBoard, NewsPlace, Tier } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { readRows } from "../db/json-rows.ts";
import { type BoardKey, HIDDEN_KEYS, onBoard } from "./kept-board.ts";

type Row = [producerId: string, since: number, until: number | null, rank: number, tier: Tier];

/**
 * Everybody's board at three refreshes, as far as it can be news: who changed in the last two of them, and the top
 * ten. Whoever is left out stood still.
 * @param refreshIds oldest first
 */
export async function worldNewsBoards(
  tx: Tx,
  key: BoardKey,
  [start, first, second]: readonly [number, number, number],
): Promise<readonly [NewsBoard, NewsBoard, NewsBoard]> {
  const rows = await readRows<Row>(
    tx,
    sql`p.id, since, until, rank, tier`,
    // The top ten is at the first positions; ranks are shared, so a few more are looked at.
    sql`standings s JOIN producers p ON p.key = s.producer_key WHERE ${onBoard(key)}
      AND s.producer_key NOT IN ${HIDDEN_KEYS}
      AND ((until IS NULL AND (since > ${start} OR position < 100)) OR until > ${start})`,
  );
  const at = (refreshId: number): Map<string, NewsPlace> =>
    new Map(
      rows
        .filter(([, since, until]) => since <= refreshId && (until === null || until > refreshId))
        .map(([producerId, , , rank, tier]) => [producerId, { rank, tier }]),
    );
  return [at(start), at(first), at(second)];
}
