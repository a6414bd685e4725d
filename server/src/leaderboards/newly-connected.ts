import { gte } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { beatpassConnections } from "../db/schema/index.ts";

/**
 * Producers whose first reading from BeatPass was kept since an instant: a refresh that sees it for the first time
 * announces nothing of them (spec §13).
 */
export async function newlyConnected(tx: Tx, since: number | undefined): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ producerId: beatpassConnections.producerId })
    .from(beatpassConnections)
    .where(gte(beatpassConnections.firstReadAt, since ?? 0));
  return new Set(rows.map(({ producerId }) => producerId));
}
