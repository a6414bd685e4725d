import type { XpCause } from "@beatpass/shared/contracts";
import { levelForXp, levelTitle } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { type Audience, announce } from "../announcements/index.ts";
import type { Tx } from "../db/client.ts";
import { idList, jsonRows, readRows } from "../db/json-rows.ts";
import type { producers } from "../db/schema/index.ts";
import { announceUnlocks } from "./announce-unlocks.ts";
import type { DueEntry, Earnings } from "./earnings.ts";
import { willingOthers } from "./willing-others.ts";

export type ProgressChange = { producerId: string; xp: number; level: number; leveledUp: boolean };

type Producer = typeof producers.$inferSelect;
type Gain = { xp: number; cause: XpCause };

/**
 * Pays what is due, each (producer, reason, subject) once, brings totals and levels up to date and announces
 * level-ups and unlocks, all in the transaction of their cause (spec §2, §3; architecture: announcements).
 * @param silent an import, or what follows from one: pays, announces nothing
 * @param options.knownSince communities and members that are newer hear nothing: see Audience
 * @param options.quiet producers of whom nothing is announced
 */
export async function settleXp(
  tx: Tx,
  due: Earnings,
  at: number,
  silent: boolean,
  { knownSince, quiet }: { knownSince?: number | undefined; quiet?: ReadonlySet<string> } = {},
): Promise<ProgressChange[]> {
  const paid = await payEntries(tx, due.entries, at);
  const gains = Map.groupBy<string, Gain & { producerId: string; source: string; count: number }>(
    [
      ...paid.map((entry) => ({ ...entry, source: entry.reason, count: 1 })),
      ...due.plays.map((plays) => ({ ...plays, source: "play" })),
    ],
    ({ producerId }) => producerId,
  );
  if (gains.size === 0) return [];
  await addToSources(tx, [...gains.values()].flat());
  const rows = await readProducers(tx, gains.keys());
  const changes = rows.map((row) => ({ row, ...raise(row, gains.get(row.id)!) }));
  await saveTotals(tx, changes);
  if (!silent) {
    for (const { row, xp, level, cause } of changes) {
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
      if (leveledUp)
        await announceLevelUp(tx, row, level, cause ?? { reason: "total", xp }, at, { except: told, knownSince });
    }
  }
  return changes.map(({ row, xp, level }) => ({ producerId: row.id, xp, level, leveledUp: level > row.level }));
}

async function readProducers(tx: Tx, ids: Iterable<string>): Promise<Producer[]> {
  const rows = await readRows<[string, string, number, number, number]>(
    tx,
    sql`id, name, demo, xp, level`,
    sql`producers WHERE id IN ${idList(ids)}`,
  );
  return rows.map(([id, name, demo, xp, level]) => ({ id, name, demo: demo === 1, xp, level }));
}

async function payEntries(tx: Tx, entries: readonly DueEntry[], at: number): Promise<DueEntry[]> {
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

async function addToSources(
  tx: Tx,
  gains: readonly { producerId: string; source: string; xp: number; count: number }[],
) {
  const sums = new Map<string, [string, string, number, number]>();
  for (const { producerId, source, xp, count } of gains) {
    const key = `${source}\u0000${producerId}`;
    const sum = sums.get(key) ?? [producerId, source, 0, 0];
    sums.set(key, [producerId, source, sum[2] + xp, sum[3] + count]);
  }
  await tx.run(sql`
    INSERT INTO producer_xp (producer_id, source, xp, count)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM ${jsonRows([...sums.values()])} WHERE true
    ON CONFLICT (producer_id, source) DO UPDATE SET xp = xp + excluded.xp, count = count + excluded.count`);
}

/** New total and level, and the one cause that crossed the last line. */
function raise(
  row: { xp: number; level: number },
  gains: readonly Gain[],
): { xp: number; level: number; cause: XpCause | undefined } {
  const xp = gains.reduce((sum, gain) => sum + gain.xp, row.xp);
  // XP never falls, hence neither does a level.
  const level = Math.max(row.level, levelForXp(xp));
  let running = row.xp;
  const crossing = gains.find((gain) => {
    running += gain.xp;
    return levelForXp(running) === level;
  });
  return { xp, level, cause: crossing?.cause };
}

async function saveTotals(
  tx: Tx,
  changes: readonly { row: { id: string }; xp: number; level: number }[],
): Promise<void> {
  const rows = changes.map(({ row, xp, level }) => [row.id, xp, level]);
  await tx.run(sql`
    UPDATE producers SET xp = j.value ->> 1, level = j.value ->> 2 FROM ${jsonRows(rows)} AS j
    WHERE producers.id = j.value ->> 0`);
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
