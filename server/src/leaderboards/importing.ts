import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";

const NAME = "importing-until";
/** Renewed with every step of an import; without one for so long, it was killed. Machine time. */
const STEP_MS = 120_000;

/** Notes that an import is under way: until it ends with a refresh of its own, every other one announces nothing (spec §13). */
export async function noteImporting(tx: Tx): Promise<void> {
  const until = Date.now() + STEP_MS;
  await tx.run(
    sql`INSERT INTO cursors (name, seq) VALUES (${NAME}, ${until}) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq`,
  );
}

/** Notes that the import has ended. */
export async function noteImported(tx: Tx): Promise<void> {
  await tx.run(sql`DELETE FROM cursors WHERE name = ${NAME}`);
}

/** Whether the refresh under way may see what an import brought. One that was killed is seen whole by it, and forgotten. */
export async function takeImporting(tx: Tx): Promise<boolean> {
  const [mark] = await tx.all<{ seq: number }>(sql`SELECT seq FROM cursors WHERE name = ${NAME}`);
  if (mark && mark.seq <= Date.now()) await noteImported(tx);
  return mark !== undefined;
}
