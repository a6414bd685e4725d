import type { Rulebook } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";

const REBUILT = "rebuilt";
const RULEBOOK = "rulebook:";

/** Notes that the state was derived anew: what the next refresh finds happened long ago (spec §13). */
export async function noteRebuilt(tx: Tx): Promise<void> {
  await tx.run(sql`INSERT INTO cursors (name, seq) VALUES (${REBUILT}, 1) ON CONFLICT (name) DO NOTHING`);
}

/** Whether the refresh under way has to announce nothing: the first after a rebuild, or by another rulebook. */
export async function takeQuiet(tx: Tx, { name, version }: Rulebook): Promise<boolean> {
  const rulebook = `${RULEBOOK}${name}:${version}`;
  const rows = await tx.all<{ name: string }>(
    sql`SELECT name FROM cursors WHERE name = ${REBUILT} OR name LIKE ${`${RULEBOOK}%`}`,
  );
  const known = rows.map((row) => row.name);
  await tx.run(
    sql`DELETE FROM cursors WHERE name = ${REBUILT} OR (name LIKE ${`${RULEBOOK}%`} AND name <> ${rulebook})`,
  );
  await tx.run(sql`INSERT INTO cursors (name, seq) VALUES (${rulebook}, 1) ON CONFLICT (name) DO NOTHING`);
  return known.some((name) => name !== rulebook);
}
