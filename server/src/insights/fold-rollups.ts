import { type SQL, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { jsonRows, jsonText } from "../db/json-rows.ts";
import { addAudience } from "./fold-audience.ts";
import { addDays } from "./fold-days.ts";
import { gatherPlays } from "./gather-plays.ts";

/** Plays of the log folded in one transaction: larger steps cost less per play, and hold other writers up longer. */
export const FOLD_STEP = 50_000;

/**
 * Tracks are folded in parts, each of which has its own place in the log. While much comes in, one part at a time is
 * folded, hence every part as seldom as if all were folded at once, and a write waits for a part only.
 * Stored: see the names in `cursors`. Another number needs a migration that makes the roll-ups anew.
 */
export const PARTS = 16;
const partOf = sql`p.track_key % ${sql.raw(String(PARTS))}`;

/** Where more than `over` plays are to be folded, no more than so many `parts` are, those furthest behind. */
export type SomeParts = { over: number; parts: number };

/** How many plays of the log were looked at, up to which one every part has seen it, and how many come after that. */
export type FoldStep = { folded: number; upTo: number; left: number };

/**
 * Folds what the log has gained into the roll-ups per track and day (architecture: "append durably at once and
 * fold in larger steps").
 * @param some while much comes in, some parts alone
 */
export const foldRollups = (context: WriteContext, some?: SomeParts): Promise<FoldStep> =>
  // Roll-ups are nothing that plays are judged by.
  context.write((tx) => context.known.across(tx, () => foldStep(tx, some)));

/** Folds everything that the log has at its beginning, in transactions of their own. */
export async function foldEverything(context: WriteContext): Promise<void> {
  let step = await foldRollups(context);
  const goal = step.upTo + step.left;
  // What is left may go meanwhile: removing the demo removes its plays.
  while (step.left > 0 && step.upTo < goal) step = await foldRollups(context);
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
  if (last <= first) return { folded: 0, upTo: first, left: 0 };
  const now = [...seen];
  const ahead = Math.max(...seen);
  const isMuch = some !== undefined && some.parts < PARTS && last - first > some.over;
  if (ahead === first && !isMuch) {
    now.fill(Math.min(first + FOLD_STEP, last));
    await fold(tx, { from: first, to: now[0]! }, sql`true`);
  } else {
    // Parts that were folded one by one stand apart: each has its own way to go.
    const goal = isMuch ? last : Math.min(first + FOLD_STEP, last);
    for (const part of furthestBehind(seen, isMuch ? some.parts : PARTS)) {
      const from = seen[part]!;
      const to = Math.min(from + FOLD_STEP, goal);
      if (to <= from) continue;
      await fold(tx, { from, to }, sql`${partOf} = ${part}`);
      now[part] = to;
    }
  }
  await tx.run(sql`
    INSERT INTO cursors (name, seq)
    SELECT value ->> 0, value ->> 1 FROM ${jsonRows(now.map((seq, part) => [cursorOf(part), seq]))} WHERE true
    ON CONFLICT (name) DO UPDATE SET seq = excluded.seq`);
  const upTo = Math.min(...now);
  return { folded: Math.max(...now.map((seq, part) => seq - seen[part]!)), upTo, left: last - upTo };
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
  const seen = await readSeen(tx);
  const seenByPart = sql`p.track_key IN ${stale} AND p.seq <= (${jsonText(seen)} ->> (${partOf}))`;
  const end = Math.max(...seen);
  for (let from = 0; from < end; from += FOLD_STEP) {
    await fold(tx, { from, to: Math.min(from + FOLD_STEP, end) }, seenByPart);
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
