import type { Cutoffs, FieldPlace, FieldsSnapshot, MilestoneSnapshot, ProducerSnapshot } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader, Tx } from "../db/client.ts";
import { idList, jsonRows, textRows } from "../db/json-rows.ts";
import type { KeptPlaces } from "../db/schema/index.ts";

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
  // One question: a refresh in between would put places of one into fields of another.
  const of = sql`producer_id IN ${idList(producerIds)}`;
  const [read] = await db.all<{ people: string; fields: string; at: number | null }>(sql`
    SELECT (SELECT at FROM refreshes ORDER BY id DESC LIMIT 1) AS at,
      (SELECT json_group_array(json_array(k.producer_id, p.demo, json(k.snapshot))) FROM producer_places k
        JOIN producers p ON p.id = k.producer_id WHERE k.${of}) AS people,
      (SELECT json_group_array(json_array(demo, name, size, json(cutoffs))) FROM place_fields
        WHERE name NOT LIKE 'genre:%' OR name IN (
          SELECT 'genre:' || (snapshot ->> '$.places.genre[2]') FROM producer_places WHERE ${of})) AS fields`);
  const fields = new Map(
    (JSON.parse(read!.fields) as FieldRow[]).map(([demo, name, size, cutoffs]) => [
      `${demo} ${name}`,
      { size, cutoffs },
    ]),
  );
  return new Map(
    (JSON.parse(read!.people) as PersonRow[]).map(([producerId, demo, { places, milestones }]) => [
      producerId,
      {
        ...(places && { fields: unpack(places, (name) => fields.get(`${demo} ${name}`)!) }),
        ...(milestones && read!.at !== null && { milestones: { ...milestones, asOf: read!.at } }),
      },
    ]),
  );
}

type PersonRow = [producerId: string, demo: number, KeptPlaces];
type FieldRow = [demo: number, name: string, size: number, cutoffs: Cutoffs];

const unpack = (
  places: NonNullable<KeptPlaces["places"]>,
  fieldOf: (name: string) => Pick<FieldPlace, "size" | "cutoffs">,
): FieldsSnapshot =>
  Object.fromEntries(
    Object.entries(places).map(([kind, [value, rank, genre]]) => [
      kind,
      { value, rank, ...fieldOf(fieldName(kind, genre)), ...(genre !== undefined && { genre }) },
    ]),
  );

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
