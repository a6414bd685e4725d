import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList, jsonEach, readRows } from "../db/json-rows.ts";

/** The ledger's short numbers for source names, made where they are new. */
export async function sourceKeys(tx: Tx, names: Iterable<string>): Promise<Map<string, number>> {
  const wanted = [...new Set(names)];
  const known = await readKeys(tx, wanted);
  if (known.size === wanted.length) return known;
  await tx.run(sql`INSERT INTO sources (name) SELECT value FROM ${jsonEach(wanted)} WHERE true ON CONFLICT DO NOTHING`);
  return readKeys(tx, wanted);
}

const readKeys = async (tx: Tx, names: readonly string[]): Promise<Map<string, number>> =>
  new Map(await readRows<[string, number]>(tx, sql`name, key`, sql`sources WHERE name IN ${idList(names)}`));
