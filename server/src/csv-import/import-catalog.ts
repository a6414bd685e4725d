import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { sourceKeys } from "../activity/index.ts";
import { type ArtistFact, changeArtists, changeTracks, type TrackFact } from "../catalog/index.ts";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { idList, jsonRows } from "../db/json-rows.ts";
import { artists, tracks } from "../db/schema/index.ts";
import { sha256 } from "../ids.ts";
import { noteImporting } from "../leaderboards/index.ts";
import { noEarnings, settleXp } from "../progress/index.ts";

export type Outcome = "accepted" | "duplicate" | { problem: string };
export type CatalogRow =
  | { kind: "artist"; fact: ArtistFact }
  /** dated: the row itself says when the track was published. */
  | { kind: "track"; fact: TrackFact; dated: boolean };

/**
 * Takes rows of artists.csv or tracks.csv into the ledger, in one transaction. A row equal to the last one of its
 * id changes nothing; a changed one updates from now on, as does one without a date of a track that is known from
 * elsewhere. Checks no achievement and announces nothing (spec §4, §13).
 * @param rows at least one, of one kind, each of another id
 * @returns an outcome per row, in order
 */
export async function importCatalog(context: WriteContext, rows: readonly CatalogRow[]): Promise<Outcome[]> {
  const now = context.clock.now();
  return context.write(async (tx) => {
    await noteImporting(tx);
    const sourceKey = (await sourceKeys(tx, ["csv"])).get("csv")!;
    const type = rows[0]!.kind === "artist" ? "ca.beatpass.artist.updated" : "ca.beatpass.track.published";
    const last = await lastVersions(tx, sourceKey, type, rows);
    const unknown = await unknownArtists(tx, rows);
    const undated = await knownUndated(tx, rows);
    const ofDemo = await demoIds(tx, rows);
    const givenUp = await givenUpArtists(tx, rows);
    const outcomes: Outcome[] = [];
    const accepted: { entry: CatalogRow; eventId: string }[] = [];
    for (const row of rows) {
      const subject = subjectOf(row);
      const missing = row.kind === "track" ? row.fact.fields.artistIds?.find((id) => unknown.has(id)) : undefined;
      const version = versionOf(row);
      const known = last.get(subject);
      const foreign = [subject, claimantOf(row)].find((id) => id !== undefined && ofDemo.has(id));
      if (foreign !== undefined) outcomes.push({ problem: `"${foreign}" belongs to the demo` });
      else if (missing !== undefined) outcomes.push({ problem: `artist_ids names "${missing}", which is not known` });
      else if (known?.version === version) outcomes.push("duplicate");
      else {
        const count = (known?.count ?? 0) + 1;
        const entry = known || undated.has(subject) ? edit(row, now) : row;
        accepted.push({
          entry: givenUp.has(subject) ? reclaimed(entry) : entry,
          eventId: `${row.kind}/${subject}/${count}/${version}`,
        });
        outcomes.push("accepted");
      }
    }
    await appendAll(tx, sourceKey, type, now, accepted);
    const due = noEarnings();
    const options = { rulebook: context.rulebook, demo: false, checkAchievements: false };
    const facts = accepted.map(({ entry }) => entry);
    const profiles = facts.flatMap((entry) => (entry.kind === "artist" ? [entry.fact] : []));
    const uploads = facts.flatMap((entry) => (entry.kind === "track" ? [entry.fact] : []));
    if (profiles.length > 0) await changeArtists(tx, profiles, due, options);
    if (uploads.length > 0) await changeTracks(tx, uploads, due, options);
    await settleXp(tx, due, now, true);
    return outcomes;
  });
}

/** The id that a row is about. */
export const subjectOf = (row: CatalogRow): string => (row.kind === "artist" ? row.fact.artistId : row.fact.trackId);

/** What a row says, but for when it was read. */
function versionOf(row: CatalogRow): string {
  const { at, ...said } = row.fact;
  return sha256(JSON.stringify(row.kind === "track" && row.dated ? { ...said, at } : said)).slice(0, 16);
}

/** A row as an edit made now, of its date too. */
function edit(row: CatalogRow, now: number): CatalogRow {
  if (row.kind === "artist") return row;
  const { fact, dated } = row;
  const fields = dated ? { ...fact.fields, publishedAt: fact.at } : fact.fields;
  return { ...row, fact: { ...fact, fields, kind: "updated", at: now } };
}

type Version = { version: string; count: number };

/** The last form in which each row's subject was read, and how often it changed. */
async function lastVersions(
  tx: Tx,
  sourceKey: number,
  type: string,
  rows: readonly CatalogRow[],
): Promise<Map<string, Version>> {
  const found = await tx.all<{ subject: string; event_id: string; count: number }>(sql`
    SELECT subject, event_id, count(*) AS count, max(seq) FROM activity
    WHERE type = ${type} AND subject IN ${idList(rows.map(subjectOf))} AND source_key = ${sourceKey} GROUP BY subject`);
  return new Map(
    found.map(({ subject, event_id, count }) => [subject, { version: event_id.split("/").at(-1)!, count }]),
  );
}

/** The tracks that are known already, from whatever source, among the rows that do not say when theirs was published. */
async function knownUndated(tx: Tx, rows: readonly CatalogRow[]): Promise<Set<string>> {
  const undated = rows.flatMap((row) => (row.kind === "track" && !row.dated ? [row.fact.trackId] : []));
  const known = await tx
    .select({ id: tracks.id })
    .from(tracks)
    .where(inArray(tracks.id, idList(undated)));
  return new Set(known.map(({ id }) => id));
}

/** The artists that somebody had and gave up, among the rows. */
async function givenUpArtists(tx: Tx, rows: readonly CatalogRow[]): Promise<Set<string>> {
  const ids = rows.flatMap((row) => (row.kind === "artist" ? [row.fact.artistId] : []));
  const found = await tx
    .select({ id: artists.id })
    .from(artists)
    .where(
      and(
        inArray(artists.id, idList(ids)),
        isNull(artists.producerId),
        sql`${artists.fieldTimes} ->> 'producerId' IS NOT NULL`,
      ),
    );
  return new Set(found.map(({ id }) => id));
}

/** Who was never claimed is by vouching alone; of who was given up the fact has to say so, as that was told later (spec §11). */
function reclaimed(row: CatalogRow): CatalogRow {
  if (row.kind !== "artist" || !row.fact.vouched) return row;
  return { ...row, fact: { producerId: row.fact.artistId, ...row.fact } };
}

const claimantOf = (row: CatalogRow): string | undefined =>
  row.kind === "artist" ? (row.fact.producerId ?? undefined) : undefined;

/** The ids of made-up artists, tracks and producers among the rows: real ones and they live in worlds of their own. */
async function demoIds(tx: Tx, rows: readonly CatalogRow[]): Promise<Set<string>> {
  const kind = rows[0]!.kind;
  const found = await tx.all<{ id: string }>(sql`
    SELECT id FROM ${kind === "artist" ? artists : tracks} WHERE demo AND id IN ${idList(rows.map(subjectOf))}
    UNION SELECT id FROM producers WHERE demo AND id IN ${idList(rows.flatMap((row) => claimantOf(row) ?? []))}`);
  return new Set(found.map(({ id }) => id));
}

async function unknownArtists(tx: Tx, rows: readonly CatalogRow[]): Promise<Set<string>> {
  const named = new Set(rows.flatMap((row) => (row.kind === "track" ? (row.fact.fields.artistIds ?? []) : [])));
  const known = await tx
    .select({ id: artists.id })
    .from(artists)
    .where(and(inArray(artists.id, idList(named)), eq(artists.demo, false)));
  for (const { id } of known) named.delete(id);
  return named;
}

async function appendAll(
  tx: Tx,
  sourceKey: number,
  type: string,
  now: number,
  accepted: readonly { entry: CatalogRow; eventId: string }[],
) {
  const rows = accepted.map(({ entry, eventId }) => [
    sourceKey,
    eventId,
    type,
    subjectOf(entry),
    entry.fact.at,
    now,
    JSON.stringify({ kind: entry.kind, fact: entry.fact }),
  ]);
  await tx.run(sql`
    INSERT INTO activity (source_key, event_id, type, subject, at, received_at, data)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM ${jsonRows(rows)}`);
}
