import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";

/** Producers who asked not to be shown on boards that others see: a subquery of their ids, by an index of its own. */
export const HIDDEN_PRODUCERS = sql`(SELECT producer_id FROM privacy WHERE choices ->> 'onBoards' = 0)`;

/** Those of some producers who are shown on boards, in their order. */
export async function shownProducers(db: Reader, producerIds: readonly string[]): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    sql`SELECT value AS id FROM (SELECT value FROM ${idList(producerIds)}) WHERE value IN ${HIDDEN_PRODUCERS}`,
  );
  const hidden = new Set(rows.map(({ id }) => id));
  return producerIds.filter((id) => !hidden.has(id));
}

/** Whether a producer asked not to be shown. */
export const isHidden = async (db: Reader, producerId: string): Promise<boolean> =>
  (await shownProducers(db, [producerId])).length === 0;
