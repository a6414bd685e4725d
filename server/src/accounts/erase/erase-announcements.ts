import { sql } from "drizzle-orm";
import type { Tx } from "../../db/client.ts";
import { formerArtist } from "./pseudonym.ts";

type Erased = { producerId: string; names: ReadonlySet<string> };

/** Drops what is not said yet about a producer, and takes the name out of what was, wherever it stands. */
export async function eraseAnnouncements(tx: Tx, { producerId, names }: Erased): Promise<void> {
  await tx.run(sql`
    DELETE FROM deliveries WHERE status IN ('waiting', 'held')
      AND announcement_id IN (SELECT id FROM announcements WHERE producer_id = ${producerId})`);
  await tx.run(sql`DELETE FROM errands WHERE errand ->> '$.view.producer.id' = ${producerId}`);
  const told = sql.join(
    [...names].map((name) => sql`instr(view, ${JSON.stringify(name)}) > 0`),
    sql` OR `,
  );
  await tx.run(sql`
    UPDATE deliveries SET view = NULL WHERE view IS NOT NULL AND
      (announcement_id IN (SELECT id FROM announcements WHERE producer_id = ${producerId}) OR ${told})`);
  const rows = await tx.all<{ id: string; view: string }>(
    sql`SELECT id, view FROM announcements WHERE producer_id = ${producerId} OR ${told}`,
  );
  for (const { id, view } of rows) {
    const nameless = JSON.stringify(withoutNames(JSON.parse(view), { producerId, names }));
    if (nameless !== view) await tx.run(sql`UPDATE announcements SET view = ${nameless} WHERE id = ${id}`);
  }
}

/**
 * A view without the names: of a reference by its id; where a name stands alone, as in a folded message's lines or
 * among the others on a track, by the name itself.
 */
function withoutNames(part: unknown, erased: Erased, role?: string): unknown {
  const pseudonym = formerArtist(erased.producerId);
  if (Array.isArray(part))
    return part.map((one) =>
      typeof one === "string" && erased.names.has(one) ? pseudonym : withoutNames(one, erased),
    );
  if (typeof part !== "object" || part === null) return part;
  const fields = Object.entries(part).map(([key, value]) => [key, withoutNames(value, erased, key)] as const);
  return Object.fromEntries(isTheirs(part, erased, role) ? [...fields, ["name", pseudonym]] : fields);
}

/** @param role the field that holds it: a track may well have a producer's id */
function isTheirs(part: object, { producerId, names }: Erased, role: string | undefined): boolean {
  const { id, name, slug } = part as { id?: unknown; name?: unknown; slug?: unknown };
  if (id !== undefined) return id === producerId && (role === "producer" || role === "passed");
  return slug === undefined && typeof name === "string" && names.has(name);
}
