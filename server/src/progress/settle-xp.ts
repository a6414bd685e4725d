import type { XpCause } from "@beatpass/shared/contracts";
import { levelForXp, levelTitle, MAX_LEVEL } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { willingOthers } from "../accounts/index.ts";
import { type Audience, announce } from "../announcements/index.ts";
import type { Tx } from "../db/client.ts";
import { idList, jsonRows, readRows } from "../db/json-rows.ts";
import type { producers } from "../db/schema/index.ts";
import { announceUnlocks } from "./announce-unlocks.ts";
import type { DueEntry, Earnings } from "./earnings.ts";
import { addHolders } from "./holders.ts";

type ProgressChange = { producerId: string; xp: number; level: number; leveledUp: boolean };

type Producer = Pick<typeof producers.$inferSelect, "id" | "name" | "demo" | "xp" | "level">;
/** XP of one producer and cause, for how many plays where it is for plays, and which of the earnings it belongs to. */
type Gain = { producerId: string; xp: number; paidPlays: number; cause: XpCause; of: number };
type Options = {
  /** Communities and members that are newer hear nothing: see Audience. */
  knownBefore?: number | undefined;
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
  { knownBefore, quiet }: Options = {},
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
  const raised = (await readProducers(tx, gainsOf.keys())).map((row) => raise(row, gainsOf.get(row.id)!));
  await saveTotals(tx, raised);
  if (!silent) {
    const unlocked = Map.groupBy(
      paid.filter(({ reason }) => reason === "achievement"),
      ({ producerId }) => producerId,
    );
    for (const { row, level, cause } of raised) {
      const unlocks = unlocked.get(row.id) ?? [];
      const leveledUp = level > row.level;
      if (quiet?.has(row.id) || (unlocks.length === 0 && !leveledUp)) continue;
      const told = await announceUnlocks(
        tx,
        row,
        unlocks.map(({ subject }) => subject),
        leveledUp && !isLast(level) ? level : undefined,
        at,
        knownBefore,
      );
      // The last level there is has a message of its own; any other one is told with the unlock.
      const except = isLast(level) ? undefined : told;
      if (leveledUp) await announceLevelUp(tx, row, level, cause!, at, { ...(except && { except }), knownBefore });
    }
  }
  return dues.map((_, of) => raised.flatMap(({ changes }) => changes.get(of) ?? []));
}

const isLast = (level: number): boolean => level === MAX_LEVEL;

const readProducers = async (tx: Tx, ids: Iterable<string>): Promise<Producer[]> =>
  (
    await readRows<[string, string, number, number, number]>(
      tx,
      sql`id, name, demo, xp, level`,
      sql`producers WHERE id IN ${idList(ids)}`,
    )
  ).map(([id, name, demo, xp, level]) => ({ id, name, demo: demo === 1, xp, level }));

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
  const paid = entries.filter(({ producerId, reason, subject }) => unpaid.delete(keyOf(producerId, reason, subject)));
  await addHolders(
    tx,
    paid.flatMap(({ producerId, reason, subject }) =>
      reason === "achievement" ? [{ producerId, slug: subject }] : [],
    ),
  );
  return paid;
}

type Raised = {
  /** As it was before. */
  row: Producer;
  gained: { xp: number; playXp: number; paidPlays: number };
  level: number;
  /** What crossed the last line; undefined where none was crossed. */
  cause: XpCause | undefined;
  /** Total and level after each of the earnings that gave something. */
  changes: Map<number, ProgressChange>;
};

function raise(row: Producer, gains: readonly Gain[]): Raised {
  const gained = { xp: 0, playXp: 0, paidPlays: 0 };
  const raised: Raised = { row, gained, level: row.level, cause: undefined, changes: new Map() };
  for (const gain of gains) {
    gained.xp += gain.xp;
    if (gain.paidPlays > 0) gained.playXp += gain.xp;
    gained.paidPlays += gain.paidPlays;
    const xp = row.xp + gained.xp;
    const before = raised.level;
    // XP never falls, hence neither does a level.
    raised.level = Math.max(before, levelForXp(xp));
    if (raised.level > before) raised.cause = gain.cause;
    const leveledUp = raised.level > before || (raised.changes.get(gain.of)?.leveledUp ?? false);
    raised.changes.set(gain.of, { producerId: row.id, xp, level: raised.level, leveledUp });
  }
  return raised;
}

async function saveTotals(tx: Tx, raised: readonly Raised[]): Promise<void> {
  const rows = raised.map(({ row, gained, level }) => [row.id, gained.xp, gained.playXp, gained.paidPlays, level]);
  await tx.run(sql`
    UPDATE producers SET xp = producers.xp + (j.value ->> 1), play_xp = play_xp + (j.value ->> 2),
      paid_plays = paid_plays + (j.value ->> 3), level = j.value ->> 4
    FROM ${jsonRows(rows)} AS j WHERE producers.id = j.value ->> 0`);
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
