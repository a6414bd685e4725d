import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";

const NAME = "importing-until";
/** Renewed with every step of an import; one that was killed stops mattering after this. Machine time. */
const STEP_MS = 120_000;

/** Notes that an import is under way: a scheduled refresh that falls into it announces nothing (spec §13). */
export async function noteImporting(tx: Tx): Promise<void> {
  const until = Date.now() + STEP_MS;
  await tx.run(
    sql`INSERT INTO cursors (name, seq) VALUES (${NAME}, ${until}) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq`,
  );
}

export async function noteImported(tx: Tx): Promise<void> {
  await tx.run(sql`DELETE FROM cursors WHERE name = ${NAME}`);
}

export async function isImporting(tx: Tx): Promise<boolean> {
  const rows = await tx.all(sql`SELECT 1 FROM cursors WHERE name = ${NAME} AND seq > ${Date.now()}`);
  return rows.length > 0;
}
