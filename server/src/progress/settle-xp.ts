import type { XpCause } from "@beatpass/shared/contracts";
import { levelForXp, levelTitle } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { type Audience, announce } from "../announcements/index.ts";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import type { producers } from "../db/schema/index.ts";
import { announceUnlocks } from "./announce-unlocks.ts";
import type { DueEntry, Earnings } from "./earnings.ts";
import { willingOthers } from "./willing-others.ts";

export type ProgressChange = { producerId: string; xp: number; level: number; leveledUp: boolean };

type Producer = Pick<typeof producers.$inferSelect, "id" | "name" | "demo" | "xp" | "level">;
/** XP of one producer and cause, for how many plays where it is for plays, and which of the earnings it belongs to. */
type Gain = { producerId: string; xp: number; paidPlays: number; cause: XpCause; of: number };
type Options = {
  /** Communities and members that are newer hear nothing: see Audience. */
  knownSince?: number | undefined;
  /** Producers of whom nothing is announced. */
  quiet?: ReadonlySet<string>;
};

/**
 * Pays what is due, each (producer, reason, subject) once, brings totals and levels up to date and announces
 * level-ups and unlocks, all in the transaction of their cause (spec §2, §3; architecture: announcements).
 * @param silent an import, or what follows from one: pays, announces nothing
 */
export async function settleXp(
  tx: Tx,
  due: Earnings,
  at: number,
  silent: boolean,
  options: Options = {},
): Promise<ProgressChange[]> {
  const [changes] = await settleAll(tx, [due], at, silent, options);
  return changes!;
}

/**
 * As settleXp for what several requests are due, in the order of their coming: each is told the totals as they stood
 * after it; what is announced is what came of all.
 */
export async function settleAll(
  tx: Tx,
  dues: readonly Earnings[],
  at: number,
  silent: boolean,
  { knownSince, quiet }: Options = {},
): Promise<ProgressChange[][]> {
  const paid = await payEntries(
    tx,
    dues.flatMap(({ entries }, of) => entries.map((entry) => ({ ...entry, of }))),
    at,
  );
  const gains = [
    ...paid.map(({ producerId, xp, cause, of }): Gain => ({ producerId, xp, paidPlays: 0, cause, of })),
    ...dues.flatMap(({ plays }, of) =>
      plays.map(({ producerId, xp, count, cause }): Gain => ({ producerId, xp, paidPlays: count, cause, of })),
    ),
  ];
  if (gains.length === 0) return dues.map(() => []);
  const gainsOf = Map.groupBy(
    dues.length > 1 ? gains.toSorted((a, b) => a.of - b.of) : gains,
    (gain) => gain.producerId,
  );
  const raised = (await addToTotals(tx, gainsOf)).map((row) => raise(row, gainsOf.get(row.id)!));
  await saveLevels(tx, raised);
  if (!silent) {
    for (const { row, level, cause } of raised) {
      if (quiet?.has(row.id)) continue;
      const unlocks = paid.filter(({ producerId, reason }) => producerId === row.id && reason === "achievement");
      const leveledUp = level > row.level;
      const told = await announceUnlocks(
        tx,
        row,
        unlocks.map(({ subject }) => subject),
        leveledUp ? level : undefined,
        at,
        knownSince,
      );
      if (leveledUp) await announceLevelUp(tx, row, level, cause!, at, { except: told, knownSince });
    }
  }
  return dues.map((_, of) => raised.flatMap(({ changes }) => changes.get(of) ?? []));
}

/** Adds to the totals, and to what plays paid; gives the producers with the totals that they had before. */
async function addToTotals(tx: Tx, gainsOf: ReadonlyMap<string, readonly Gain[]>): Promise<Producer[]> {
  const sums = new Map<string, { xp: number; playXp: number; paidPlays: number }>();
  for (const [id, gains] of gainsOf) {
    const sum = { xp: 0, playXp: 0, paidPlays: 0 };
    for (const { xp, paidPlays } of gains) {
      sum.xp += xp;
      if (paidPlays === 0) continue;
      sum.playXp += xp;
      sum.paidPlays += paidPlays;
    }
    sums.set(id, sum);
  }
  const rows = [...sums].map(([id, { xp, playXp, paidPlays }]) => [id, xp, playXp, paidPlays]);
  // One column: the client makes an object of two properties per column of a row.
  const producers = await tx.all<{ row: string }>(sql`
    UPDATE producers SET xp = producers.xp + (j.value ->> 1), play_xp = play_xp + (j.value ->> 2),
      paid_plays = paid_plays + (j.value ->> 3)
    FROM ${jsonRows(rows)} AS j WHERE producers.id = j.value ->> 0
    RETURNING json_array(id, name, demo, xp, level) AS row`);
  return producers.map(({ row }) => {
    const [id, name, demo, xp, level] = JSON.parse(row) as [string, string, number, number, number];
    return { id, name, demo: demo === 1, xp: xp - sums.get(id)!.xp, level };
  });
}

async function payEntries<Entry extends DueEntry>(tx: Tx, entries: readonly Entry[], at: number): Promise<Entry[]> {
  if (entries.length === 0) return [];
  const rows = entries.map(({ producerId, reason, subject, xp }) => [producerId, reason, subject, xp, at]);
  const inserted = await tx.all<{ producer_id: string; reason: string; subject: string }>(sql`
    INSERT INTO xp_entries (producer_id, reason, subject, xp, at)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM ${jsonRows(rows)} WHERE true
    ON CONFLICT DO NOTHING RETURNING producer_id, reason, subject`);
  const keyOf = (...parts: string[]) => parts.join("\u0000");
  const unpaid = new Set(inserted.map((row) => keyOf(row.producer_id, row.reason, row.subject)));
  // The same entry may be due twice in one batch: the first is the one that was paid.
  return entries.filter(({ producerId, reason, subject }) => unpaid.delete(keyOf(producerId, reason, subject)));
}

type Raised = {
  row: Producer;
  level: number;
  /** What crossed the last line; undefined where none was crossed. */
  cause: XpCause | undefined;
  /** Total and level after each of the earnings that gave something. */
  changes: Map<number, ProgressChange>;
};

function raise(row: Producer, gains: readonly Gain[]): Raised {
  const raised: Raised = { row, level: row.level, cause: undefined, changes: new Map() };
  let { xp } = row;
  for (const gain of gains) {
    xp += gain.xp;
    const before = raised.level;
    // XP never falls, hence neither does a level.
    raised.level = Math.max(before, levelForXp(xp));
    if (raised.level > before) raised.cause = gain.cause;
    const leveledUp = raised.level > before || (raised.changes.get(gain.of)?.leveledUp ?? false);
    raised.changes.set(gain.of, { producerId: row.id, xp, level: raised.level, leveledUp });
  }
  return raised;
}

async function saveLevels(tx: Tx, raised: readonly Raised[]): Promise<void> {
  const rows = raised.filter(({ row, level }) => level > row.level).map(({ row, level }) => [row.id, level]);
  if (rows.length === 0) return;
  await tx.run(sql`
    UPDATE producers SET level = j.value ->> 1 FROM ${jsonRows(rows)} AS j WHERE producers.id = j.value ->> 0`);
}

async function announceLevelUp(
  tx: Tx,
  producer: Producer,
  level: number,
  cause: XpCause,
  at: number,
  audience: Audience,
): Promise<void> {
  await announce(
    tx,
    {
      kind: "level-up",
      producer: { id: producer.id, name: producer.name },
      occurredAt: new Date(at).toISOString(),
      basis: "computed",
      demo: producer.demo,
      fromLevel: producer.level,
      level,
      title: levelTitle(level),
      newTitle: levelTitle(level) !== levelTitle(producer.level),
      cause: await withWillingNames(tx, cause),
    },
    `level-up:${producer.id}:${level}`,
    audience,
  );
}

async function withWillingNames(tx: Tx, cause: XpCause): Promise<XpCause> {
  if (cause.reason !== "collaboration") return cause;
  const others = await willingOthers(tx, cause.track.id, cause.others);
  return { ...cause, others };
}
