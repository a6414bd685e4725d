import { sql } from "drizzle-orm";
import { applyDownload, applyFollow, type LedgerFact } from "../activity/index.ts";
import { applyArtists, applyOpenings, applyTracks, artistsOf, readTracks, setAwards } from "../catalog/index.ts";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { foldAll, forgetFolded, mergeAllRuns } from "../insights/index.ts";
import { noteRebuilt } from "../leaderboards/index.ts";
import { deriveHolders, deriveXp } from "../progress/index.ts";

/** The tables that hold nothing but what the ledger gives. */
const DERIVED = [
  "producers",
  "artists",
  "albums",
  "tracks",
  "track_artists",
  "follows",
  "downloads",
  "track_days",
  "track_day_audience",
  "achievement_holders",
] as const;

export type Difference = { table: string; missing: number; unexpected: number; sample: string };

class CheckOnly extends Error {
  readonly differences: Difference[];
  constructor(differences: Difference[]) {
    super("check only");
    this.differences = differences;
  }
}

/**
 * Derives all state anew by replaying the ledger's facts, which never decides them again (architecture: the ledger).
 * Everything happens in one transaction; a check undoes it at the end.
 * @returns per table, the rows that were missing from the state and those that should not have been there
 */
export async function rebuild(context: WriteContext, { check }: { check: boolean }): Promise<Difference[]> {
  try {
    return await context.write(async (tx) => {
      // What the fold has not reached yet is no difference. (Remote databases know no temporary tables.)
      await foldAll(tx);
      await mergeAllRuns(tx);
      for (const table of DERIVED)
        await tx.run(sql.raw(`CREATE TABLE rebuild_before_${table} AS SELECT * FROM ${table}`));
      await replay(tx, context);
      const differences: Difference[] = [];
      for (const table of DERIVED) differences.push(...(await compare(tx, table)));
      for (const table of DERIVED) await tx.run(sql.raw(`DROP TABLE rebuild_before_${table}`));
      if (check) throw new CheckOnly(differences);
      await noteRebuilt(tx);
      return differences;
    });
  } catch (error) {
    if (error instanceof CheckOnly) return error.differences;
    throw error;
  }
}

async function compare(tx: Tx, table: string): Promise<Difference[]> {
  const count = async (left: string, right: string) => {
    const [row] = await tx.all<{ rows: number }>(
      sql.raw(`SELECT count(*) AS rows FROM (SELECT * FROM ${left} EXCEPT SELECT * FROM ${right})`),
    );
    return row!.rows;
  };
  const missing = await count(table, `rebuild_before_${table}`);
  const unexpected = await count(`rebuild_before_${table}`, table);
  if (missing + unexpected === 0) return [];
  const [from, to] = missing > 0 ? [table, `rebuild_before_${table}`] : [`rebuild_before_${table}`, table];
  const [row] = await tx.all(sql.raw(`SELECT * FROM ${from} EXCEPT SELECT * FROM ${to} LIMIT 1`));
  return [{ table, missing, unexpected, sample: JSON.stringify(row, readable) }];
}

/** Packed columns come as bytes, of which JSON shows nothing. */
const readable = (_: string, value: unknown): unknown =>
  value instanceof ArrayBuffer ? Buffer.from(value).toString("hex") : value;

async function replay(tx: Tx, { rulebook }: WriteContext): Promise<void> {
  // Tracks and producers keep their numbers: the play log and the standings refer to them.
  const keys = await keysById(tx, "tracks");
  const producerKeys = await keysById(tx, "producers");
  for (const table of DERIVED) await tx.run(sql.raw(`DELETE FROM ${table}`));
  const ids: string[] = [];
  for await (const facts of ledgerFacts(tx)) {
    for (const run of runsOfAKind(facts)) {
      const { demo, entry } = run[0]!;
      if (entry.kind === "artist") await applyArtists(tx, factsOf(run, "artist"), demo, producerKeys);
      else if (entry.kind === "track") {
        const changes = await applyTracks(tx, factsOf(run, "track"), demo, keys);
        ids.push(...changes.map(({ after }) => after.id));
      } else if (entry.kind === "opening") await applyOpenings(tx, factsOf(run, "opening"));
      else for (const { seq, entry } of run) await applySocial(tx, seq, entry);
    }
  }
  const tracks = [...(await readTracks(tx, [...new Set(ids)])).values()];
  await setAwards(tx, tracks, await artistsOf(tx, tracks), rulebook);
  await tx.run(sql`UPDATE tracks SET played = 1, has_paid = has_paid OR p.award_id > 0
    FROM (SELECT track_key, max(award_id) AS award_id FROM plays WHERE counted GROUP BY track_key) AS p WHERE key = p.track_key`);
  // Where the first play alone pays, it is an entry of its own.
  await tx.run(sql`UPDATE tracks SET has_paid = 1 WHERE id IN (SELECT subject FROM xp_entries WHERE reason = 'play')`);
  await deriveXp(tx);
  await deriveHolders(tx);
  await forgetFolded(tx);
  await foldAll(tx);
  await mergeAllRuns(tx);
}

async function keysById(tx: Tx, table: "tracks" | "producers"): Promise<Map<string, number>> {
  const rows = await tx.all<{ id: string; key: number }>(sql.raw(`SELECT id, key FROM ${table}`));
  return new Map(rows.map(({ id, key }) => [id, key]));
}

async function applySocial(tx: Tx, seq: number, entry: LedgerFact): Promise<void> {
  if (entry.kind === "download") await applyDownload(tx, seq, entry.fact);
  if (entry.kind === "follow") await applyFollow(tx, entry.fact);
}

/** Neighbours that one statement can take together. */
function runsOfAKind(facts: readonly LedgerRow[]): LedgerRow[][] {
  const runs: LedgerRow[][] = [];
  for (const row of facts) {
    const last = runs.at(-1);
    if (last && last[0]!.entry.kind === row.entry.kind && last[0]!.demo === row.demo) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

type FactOf<Kind extends LedgerFact["kind"]> = Extract<LedgerFact, { kind: Kind }>["fact"];
const factsOf = <Kind extends LedgerFact["kind"]>(run: readonly LedgerRow[], kind: Kind): FactOf<Kind>[] =>
  run.flatMap(({ entry }) => (entry.kind === kind ? [entry.fact as FactOf<Kind>] : []));

type LedgerRow = { seq: number; demo: boolean; entry: LedgerFact };
const STEP = 2000;

/** The facts of the ledger but for plays, in their order. */
async function* ledgerFacts(tx: Tx): AsyncGenerator<LedgerRow[]> {
  for (let after = 0; ; ) {
    const rows = await tx.all<{ seq: number; source: string; data: string }>(sql`
      SELECT a.seq, s.name AS source, a.data FROM activity a JOIN sources s ON s.key = a.source_key
      WHERE a.seq > ${after} ORDER BY a.seq LIMIT ${STEP}`);
    if (rows.length === 0) return;
    yield rows.map(({ seq, source, data }) => ({
      seq,
      demo: source === "demo",
      entry: JSON.parse(data) as LedgerFact,
    }));
    after = rows.at(-1)!.seq;
  }
}
