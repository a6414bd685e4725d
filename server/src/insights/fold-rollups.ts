import { type SQL, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import { addAudience } from "./fold-audience.ts";
import { addDays } from "./fold-days.ts";
import { gatherPlays } from "./gather-plays.ts";

/** Plays of the log folded in one transaction: larger steps cost less per play, and hold other writers up longer. */
export const FOLD_STEP = 50_000;

/**
 * Tracks are folded in parts, each of which has its own place in the log. While much comes in, one part at a time is
 * folded, hence every part as seldom as if all were folded at once, and a write waits for a part only.
 */
export const PARTS = 16;
const partOf = sql`p.track_key % ${sql.raw(String(PARTS))}`;

/** Where more than `over` plays are to be folded, no more than so many `parts` are. */
export type SomeParts = { over: number; parts: number };

/** How many plays of the log were looked at, and how many the part furthest behind has yet to see. */
export type FoldStep = { folded: number; left: number };

/**
 * Folds what the log has gained into the roll-ups per track and day (architecture: "append durably at once and
 * fold in larger steps").
 * @param some while much comes in, the parts furthest behind alone
 */
export const foldRollups = (context: WriteContext, some?: SomeParts): Promise<FoldStep> =>
  // Roll-ups are nothing that plays are judged by.
  context.write((tx) => context.known.across(tx, () => foldStep(tx, some)));

/** Folds everything there is, in transactions of their own. */
export async function foldEverything(context: WriteContext): Promise<void> {
  while ((await foldRollups(context)).left > 0);
}

/** Folds everything there is, within the caller's transaction. */
export async function foldAll(tx: Tx): Promise<void> {
  while ((await foldStep(tx)).left > 0);
}

/** Lets all parts begin anew, for roll-ups that were emptied. */
export const forgetFolded = (tx: Tx): Promise<unknown> => tx.run(sql`DELETE FROM cursors WHERE name LIKE 'rollups:%'`);

async function foldStep(tx: Tx, some?: SomeParts): Promise<FoldStep> {
  await refoldStaleTracks(tx);
  const seen = await readSeen(tx);
  const [log] = await tx.all<{ last: number | null }>(sql`SELECT max(seq) AS last FROM plays`);
  const last = log!.last ?? 0;
  const first = Math.min(...seen);
  if (last <= first) return { folded: 0, left: 0 };
  const now = [...seen];
  const ahead = Math.max(...seen);
  const isMuch = some !== undefined && last - first > some.over;
  if (ahead === first && !isMuch) {
    now.fill(Math.min(first + FOLD_STEP, last));
    await fold(tx, { from: first, to: now[0]! }, sql`true`);
  } else {
    // Parts that were folded one by one stand apart: they are made level before all go on together.
    const goal = isMuch ? last : ahead;
    for (const part of furthestBehind(seen, isMuch ? some.parts : PARTS)) {
      const from = seen[part]!;
      now[part] = Math.min(from + FOLD_STEP, goal);
      if (now[part]! > from) await fold(tx, { from, to: now[part]! }, sql`${partOf} = ${part}`);
    }
  }
  await tx.run(sql`
    INSERT INTO cursors (name, seq)
    SELECT value ->> 0, value ->> 1 FROM ${jsonRows(now.map((seq, part) => [cursorOf(part), seq]))} WHERE true
    ON CONFLICT (name) DO UPDATE SET seq = excluded.seq`);
  const left = last - Math.min(...now);
  return { folded: Math.max(...now.map((seq, part) => seq - seen[part]!)), left };
}

const furthestBehind = (seen: readonly number[], parts: number): number[] =>
  [...seen.keys()].sort((a, b) => seen[a]! - seen[b]!).slice(0, parts);

const cursorOf = (part: number): string => `rollups:${part}`;

/** How far in the log each part is. */
async function readSeen(tx: Tx): Promise<number[]> {
  const rows = await tx.all<{ name: string; seq: number }>(
    sql`SELECT name, seq FROM cursors WHERE name LIKE 'rollups:%'`,
  );
  const seqs = new Map(rows.map(({ name, seq }) => [name, seq]));
  return Array.from({ length: PARTS }, (_, part) => seqs.get(cursorOf(part)) ?? 0);
}

/** Tracks whose duration changed: their days are made anew from the part of the log that is folded already. */
async function refoldStaleTracks(tx: Tx): Promise<void> {
  const [row] = await tx.all<{ stale: number }>(sql`SELECT count(*) AS stale FROM stale_tracks`);
  if (row!.stale === 0) return;
  const stale = sql`(SELECT track_key FROM stale_tracks)`;
  for (const table of [sql`track_days`, sql`track_day_audience`]) {
    await tx.run(sql`DELETE FROM ${table} WHERE track_key IN ${stale}`);
  }
  await tx.run(sql`UPDATE tracks SET plays = opening_plays WHERE key IN ${stale}`);
  for (const [part, seen] of (await readSeen(tx)).entries()) {
    const ofPart = sql`${partOf} = ${part} AND p.track_key IN ${stale}`;
    for (let from = 0; from < seen; from += FOLD_STEP) {
      await fold(tx, { from, to: Math.min(from + FOLD_STEP, seen) }, ofPart);
    }
  }
  await tx.run(sql`DELETE FROM stale_tracks`);
}

/** Folds the plays after `from` up to `to`. @param which a further condition on them, asked first: it spares reading the rest */
async function fold(tx: Tx, { from, to }: { from: number; to: number }, which: SQL): Promise<void> {
  const days = await gatherPlays(tx, sql`plays p WHERE ${which} AND p.seq > ${from} AND p.seq <= ${to} AND p.counted`);
  if (days.length === 0) return;
  await addDays(tx, days);
  await addAudience(tx, days);
}
