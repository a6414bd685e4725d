import { inArray, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList, jsonEach } from "../db/json-rows.ts";
import { sources } from "../db/schema/index.ts";

/** The ledger's short numbers for source names, made where they are new. */
export async function sourceKeys(tx: Tx, names: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(names)];
  await tx.run(sql`INSERT INTO sources (name) SELECT value FROM ${jsonEach(wanted)} WHERE true ON CONFLICT DO NOTHING`);
  const rows = await tx
    .select()
    .from(sources)
    .where(inArray(sources.name, idList(wanted)));
  return new Map(rows.map(({ name, key }) => [name, key]));
}
