import type { Cutoffs, FieldPlace, FieldsSnapshot, MilestoneSnapshot, ProducerSnapshot } from "@beatpass/shared/rules";
import { inArray, sql } from "drizzle-orm";
import type { Reader, Tx } from "../db/client.ts";
import { idList, jsonRows, readRows, textRows } from "../db/json-rows.ts";
import { type KeptPlaces, producerPlaces } from "../db/schema/index.ts";

/*
 * What a refresh leaves for progress towards percentile and milestone achievements. A place is kept with its producer;
 * the size and the cutoffs of a field, which all in it share, once with the field: with each of them they would be most
 * of what is kept, and would be written for everybody whenever anybody is heard.
 */

/** A field of spec §4 "Top p" as a refresh saw it. */
export type KeptField = { demo: boolean; name: string; size: number; cutoffs: Cutoffs };

const fieldName = (kind: string, genre: string | undefined): string =>
  genre === undefined ? kind : `${kind}:${genre}`;

/** A snapshot as it is kept. @param fields those that its places are in are added */
export function keepPlaces(
  { fields: places, milestones }: ProducerSnapshot,
  demo: boolean,
  fields: Map<string, KeptField>,
): KeptPlaces {
  const kept: KeptPlaces["places"] = {};
  for (const [kind, place] of Object.entries(places ?? {}) as [
    keyof FieldsSnapshot,
    FieldPlace & { genre?: string },
  ][]) {
    const { value, rank, size, cutoffs, genre } = place;
    const name = fieldName(kind, genre);
    if (!fields.has(name)) fields.set(name, { demo, name, size, cutoffs });
    kept[kind] = genre === undefined ? [value, rank] : [value, rank, genre];
  }
  return { ...(places && { places: kept }), ...(milestones && { milestones: withoutInstant(milestones) }) };
}

/** Which is the refresh's own. */
const withoutInstant = ({ asOf: _, ...milestones }: MilestoneSnapshot) => milestones;

type SeenPlaces = Pick<ProducerSnapshot, "fields" | "milestones">;

/** Places and milestones as the last refresh saw them, by producer; nothing of who was not there. */
export async function readPlaces(db: Reader, producerIds: readonly string[]): Promise<Map<string, SeenPlaces>> {
  const rows = await db
    .select()
    .from(producerPlaces)
    .where(inArray(producerPlaces.producerId, idList(producerIds)));
  if (rows.length === 0) return new Map();
  const [last] = await db.all<{ at: number }>(sql`SELECT at FROM refreshes ORDER BY id DESC LIMIT 1`);
  const names = rows.flatMap(({ snapshot: { places = {} } }) =>
    Object.entries(places).map(([kind, [, , genre]]) => fieldName(kind, genre)),
  );
  const fields = await readFields(db, producerIds, names);
  return new Map(
    rows.map(({ producerId, snapshot: { places, milestones } }) => [
      producerId,
      {
        ...(places && { fields: unpack(places, fields.get(producerId)) }),
        ...(milestones && last && { milestones: { ...milestones, asOf: last.at } }),
      },
    ]),
  );
}

type Shared = Pick<FieldPlace, "size" | "cutoffs">;

function unpack(
  places: NonNullable<KeptPlaces["places"]>,
  fields: ReadonlyMap<string, Shared> | undefined,
): FieldsSnapshot {
  const seen = Object.entries(places).flatMap(([kind, [value, rank, genre]]) => {
    const field = fields?.get(fieldName(kind, genre));
    return field ? [[kind, { value, rank, ...field, ...(genre !== undefined && { genre }) }]] : [];
  });
  return Object.fromEntries(seen) as FieldsSnapshot;
}

/** By producer, the fields of its world: demo people and real ones stand in fields of their own. */
async function readFields(
  db: Reader,
  producerIds: readonly string[],
  names: readonly string[],
): Promise<Map<string, Map<string, Shared>>> {
  const rows = await readRows<[demo: number, name: string, size: number, cutoffs: Cutoffs]>(
    db,
    sql`demo, name, size, json(cutoffs)`,
    sql`place_fields WHERE name IN ${idList(new Set(names))}`,
  );
  const worlds = Map.groupBy(rows, ([demo]) => demo);
  const fieldsOf = (demo: number) =>
    new Map((worlds.get(demo) ?? []).map(([, name, size, cutoffs]) => [name, { size, cutoffs }]));
  const byWorld = [fieldsOf(0), fieldsOf(1)] as const;
  const producers = await readRows<[string, 0 | 1]>(
    db,
    sql`id, demo`,
    sql`producers WHERE id IN ${idList(producerIds)}`,
  );
  return new Map(producers.map(([id, demo]) => [id, byWorld[demo]]));
}

/** Producer and snapshot (KeptPlaces) as texts, all there are. */
export async function readKeptPlaces(db: Reader): Promise<Map<string, string>> {
  // As lists of JSON they would be quoted and read once more; JSON.stringify writes no line breaks.
  const [read] = await db.all<{ ids: string; snapshots: string | null }>(sql`
    SELECT json_group_array(producer_id) AS ids, group_concat(snapshot, char(10)) AS snapshots FROM producer_places`);
  const snapshots = (read!.snapshots ?? "").split("\n");
  return new Map((JSON.parse(read!.ids) as string[]).map((id, row) => [id, snapshots[row]!]));
}

/** @param places a list of producer and snapshot (KeptPlaces, as a text), see jsonText @param fields all there are now */
export async function savePlaces(tx: Tx, places: string, fields: readonly KeptField[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO producer_places (producer_id, snapshot) SELECT value ->> 0, value ->> 1 FROM ${textRows(places)} WHERE true
    ON CONFLICT (producer_id) DO UPDATE SET snapshot = excluded.snapshot`);
  await tx.run(sql`DELETE FROM place_fields`);
  const rows = fields.map(({ demo, name, size, cutoffs }) => [demo ? 1 : 0, name, size, JSON.stringify(cutoffs)]);
  await tx.run(sql`
    INSERT INTO place_fields (demo, name, size, cutoffs)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM ${jsonRows(rows)}`);
}
