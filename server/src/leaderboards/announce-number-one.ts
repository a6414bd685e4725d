import { and, desc, eq, isNull, lt, ne, sql } from "drizzle-orm";
import { announce } from "../announcements/index.ts";
import type { Tx } from "../db/client.ts";
import { producers, refreshes, standings } from "../db/schema/index.ts";

/** Boards whose number one is news (spec §13): overall all-time as soon as it is kept, and plays 7d. */
const NEWSWORTHY = [
  { category: "overall", period: "all-time" },
  { category: "plays", period: "7d" },
] as const;
const BACK_WITHIN_MS = 30 * 86_400_000;

/**
 * Announces who became number one and held it for two refreshes: this one and the one before.
 * @returns the names announced
 */
export async function announceNumberOnes(tx: Tx, refreshId: number, now: number): Promise<string[]> {
  const [previous] = await tx
    .select({ id: refreshes.id, announces: refreshes.announces })
    .from(refreshes)
    .where(lt(refreshes.id, refreshId))
    .orderBy(desc(refreshes.id))
    .limit(1);
  // What an import or a first refresh brought to the top is no news, then or later (spec §13).
  if (!previous?.announces) return [];
  const names: string[] = [];
  for (const board of NEWSWORTHY) {
    for (const demo of [false, true]) {
      const leaders = await readLeaders(tx, board, demo);
      for (const leader of leaders.filter((row) => row.rank === 1)) {
        const held = await ledSince(tx, board, demo, leader.producerId);
        // Lead began at the refresh before: now it has held for two.
        if (held !== previous.id || !(await hadAnotherLeader(tx, board, demo, held))) continue;
        names.push(await announceOne(tx, board, leaders, leader, { demo, held, now }));
      }
    }
  }
  return names;
}

type Board = (typeof NEWSWORTHY)[number];
type Leader = { producerId: string; name: string; rank: number; score: number };

const onBoard = ({ category, period }: Board, demo: boolean) =>
  and(eq(standings.category, category), eq(standings.period, period), eq(standings.demo, demo));

async function readLeaders(tx: Tx, board: Board, demo: boolean): Promise<Leader[]> {
  return tx
    .select({ producerId: standings.producerId, name: producers.name, rank: standings.rank, score: standings.score })
    .from(standings)
    .innerJoin(producers, eq(producers.id, standings.producerId))
    .where(and(onBoard(board, demo), isNull(standings.until)))
    .orderBy(standings.position)
    .limit(50);
}

/** The refresh from which on, without a gap, this producer has been first. */
async function ledSince(tx: Tx, board: Board, demo: boolean, producerId: string): Promise<number> {
  const rows = await tx
    .select({ since: standings.since, until: standings.until, rank: standings.rank })
    .from(standings)
    .where(and(onBoard(board, demo), eq(standings.producerId, producerId)))
    .orderBy(desc(standings.since))
    .limit(200);
  let since = rows[0]!.since;
  for (const row of rows.slice(1)) {
    if (row.rank !== 1 || row.until !== since) break;
    since = row.since;
  }
  return since;
}

/** The first leader a board ever has is no change: the first refresh announces nothing. */
async function hadAnotherLeader(tx: Tx, board: Board, demo: boolean, before: number): Promise<boolean> {
  const rows = await tx
    .select({ since: standings.since })
    .from(standings)
    .where(and(onBoard(board, demo), eq(standings.rank, 1), lt(standings.since, before)))
    .limit(1);
  return rows.length > 0;
}

async function announceOne(
  tx: Tx,
  board: Board,
  leaders: readonly Leader[],
  leader: Leader,
  { demo, held, now }: { demo: boolean; held: number; now: number },
): Promise<string> {
  const second = leaders.find(({ rank }) => rank > 1);
  const shared = leaders.some(({ rank, producerId }) => rank === 1 && producerId !== leader.producerId);
  const [{ total } = { total: leaders.length }] = await tx
    .select({ total: sql<number>`count(*)` })
    .from(standings)
    .where(and(onBoard(board, demo), isNull(standings.until)));
  const earlier = await tx
    .select({ at: refreshes.at })
    .from(standings)
    .innerJoin(refreshes, eq(refreshes.id, standings.until))
    .where(
      and(
        onBoard(board, demo),
        eq(standings.producerId, leader.producerId),
        eq(standings.rank, 1),
        ne(standings.since, held),
      ),
    )
    .orderBy(desc(refreshes.at))
    .limit(1);
  const week = Math.floor(now / (7 * 86_400_000));
  await announce(
    tx,
    {
      kind: "new-number-one",
      producer: { id: leader.producerId, name: leader.name },
      occurredAt: new Date(now).toISOString(),
      basis: "computed",
      demo,
      category: board.category,
      period: board.period,
      ...(second && !shared && { lead: leader.score - second.score }),
      shared,
      back: earlier[0] !== undefined && now - earlier[0].at < BACK_WITHIN_MS,
      total,
    },
    // At most once per producer, board and week.
    `number-one:${board.category}:${board.period}:${leader.producerId}:${week}`,
  );
  return leader.name;
}
