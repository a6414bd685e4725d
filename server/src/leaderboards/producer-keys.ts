import { sql } from "drizzle-orm";
import type { Reader, Tx } from "../db/client.ts";
import { jsonText, textRows } from "../db/json-rows.ts";

/** Short numbers of producers, for those who have none yet the next ones; they are only taken once they are saved. */
export type ProducerKeys = {
  keyOf(producerId: string): number;
  /** Who got a number, with it: a text for saveProducerKeys. */
  given(): string;
};

export async function readProducerKeys(db: Reader): Promise<ProducerKeys> {
  const [read] = await db.all<{ ids: string; keys: string }>(sql`
    SELECT json_group_array(producer_id) AS ids, json_group_array(key) AS keys FROM producer_keys`);
  const keys = JSON.parse(read!.keys) as number[];
  const known = new Map((JSON.parse(read!.ids) as string[]).map((id, row) => [id, keys[row]!]));
  let last = keys.reduce((a, b) => Math.max(a, b), 0);
  const given: [key: number, producerId: string][] = [];
  return {
    keyOf: (producerId) => {
      const key = known.get(producerId) ?? ++last;
      if (!known.has(producerId)) given.push([key, producerId]);
      known.set(producerId, key);
      return key;
    },
    given: () => jsonText(given),
  };
}

/** @param given see ProducerKeys */
export async function saveProducerKeys(tx: Tx, given: string): Promise<void> {
  await tx.run(sql`
    INSERT INTO producer_keys (key, producer_id) SELECT value ->> 0, value ->> 1 FROM ${textRows(given)}`);
}
