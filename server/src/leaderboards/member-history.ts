import {
  type Category,
  compareIds,
  overallScore,
  type Ranked,
  rankField,
  roundScore,
  SCORED_CATEGORIES,
  type ScoredCategory,
  tierOf,
} from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { ARTIST_CREATION } from "../catalog/index.ts";
import type { Reader } from "../db/client.ts";
import { exactNumber, idList, jsonRows, readRows } from "../db/json-rows.ts";
import { keptPeriod, keysOf } from "./kept-board.ts";

type Row = {
  category: Category;
  producerId: string;
  since: number;
  /** The refresh that ended it, or the one to come. */
  until: number;
  rank: number;
  /** Score at the last refresh before `until`. */
  score: number;
  /** Score at `since`, null where it has never changed; how it went in between is not kept. */
  beganScore: number | null;
  tiebreak: number;
};

/** A place as a refresh left it. */
export type Held = Ranked & {
  /** Whether the score is what it was then: of one that moved on meanwhile it is what it has come to. */
  isExact: boolean;
};

/** The boards of some producers among themselves, at the last refresh and at those before it. */
export type MemberHistory = {
  /** The board as a refresh left it. */
  at(category: Category, refreshId: number): Held[];
};

/**
 * Reads what the refreshes from one on left of some producers in a period. Their order among themselves is that of
 * everybody's ranks, which hold as long as a row does, while its score may have moved on; ranks, percentile tiers and
 * overall scores are their own.
 * @param first the earliest refresh that will be asked for
 */
export async function readMemberHistory(
  db: Reader,
  { producerIds, period, first }: { producerIds: readonly string[]; period: string; first: number },
): Promise<MemberHistory> {
  const rows = await readStandings(db, producerIds, period, first);
  const createdAt = await readCreation(db, producerIds);
  const began = await overallBegan(db, producerIds, period);
  const byCategory = Map.groupBy(rows, ({ category }) => category);
  const known = new Map<string, Held[]>();
  const scored = (category: ScoredCategory, refreshId: number): Held[] =>
    rankAsHeld(
      category,
      (byCategory.get(category) ?? []).filter(({ since, until }) => since <= refreshId && until > refreshId),
      refreshId,
      createdAt,
    );
  const at = (category: Category, refreshId: number): Held[] => {
    const key = `${category} ${refreshId}`;
    const board =
      known.get(key) ??
      (category === "overall"
        ? rankOverall((one) => (refreshId < began ? [] : at(one, refreshId)), createdAt)
        : scored(category, refreshId));
    known.set(key, board);
    return board;
  };
  return { at };
}

/** Who shares a rank with somebody on everybody's board shares one here (spec §12.4). */
function rankAsHeld(
  category: ScoredCategory,
  held: readonly Row[],
  refreshId: number,
  createdAt: ReadonlyMap<string, number>,
): Held[] {
  const rows = held
    .map((row) => ({ ...row, createdAt: createdAt.get(row.producerId)! }))
    .sort((a, b) => a.rank - b.rank || a.createdAt - b.createdAt || compareIds(a.producerId, b.producerId));
  let rank = 0;
  return rows.map(({ producerId, createdAt, ...row }, index): Held => {
    if (row.rank !== rows[index - 1]?.rank) rank = index + 1;
    const began = row.since === refreshId ? row.beganScore : null;
    const score = roundScore(began ?? row.score);
    const tiebreak = roundScore(row.tiebreak);
    const tier = tierOf(category, score, rank, rows.length);
    const isExact = began !== null || row.beganScore === null || row.until === refreshId + 1;
    return { producerId, score, tiebreak, createdAt, rank, tier, isExact };
  });
}

/** Σ of the members' own ranks; XP, the points board's score, decides between equals (spec §6). */
function rankOverall(boardOf: (category: ScoredCategory) => Ranked[], createdAt: ReadonlyMap<string, number>): Held[] {
  const ranks = new Map<string, Partial<Record<ScoredCategory, number>>>();
  const xp = new Map<string, number>();
  for (const category of SCORED_CATEGORIES) {
    for (const { producerId, rank, score } of boardOf(category)) {
      ranks.set(producerId, { ...ranks.get(producerId), [category]: rank });
      if (category === "points") xp.set(producerId, score);
    }
  }
  return rankField(
    "overall",
    [...ranks].map(([producerId, own]) => ({
      producerId,
      score: overallScore(own),
      tiebreak: xp.get(producerId) ?? 0,
      createdAt: createdAt.get(producerId)!,
    })),
  ).map((ranked) => ({ ...ranked, isExact: true }));
}

/**
 * The first refresh with an overall board of a period, Infinity for none: points are there in every period, and overall
 * would follow from them alone where nobody was ranked yet.
 */
async function overallBegan(db: Reader, producerIds: readonly string[], period: string): Promise<number> {
  const [board] = await db.all<{ since: number }>(sql`
    SELECT since FROM boards WHERE category = 'overall' AND period = ${period}
      AND demo = (SELECT demo FROM producers WHERE id IN ${idList(producerIds)} LIMIT 1)`);
  return board?.since ?? Number.POSITIVE_INFINITY;
}

async function readStandings(
  db: Reader,
  producerIds: readonly string[],
  period: string,
  first: number,
): Promise<Row[]> {
  const boards = SCORED_CATEGORIES.map((category) => [category, keptPeriod(category, period)]);
  const rows = await readRows<[Category, string, number, number, number, Exact, Exact | null, Exact]>(
    db,
    sql`b.category, p.id, s.since, coalesce(s.until, (SELECT max(id) + 1 FROM refreshes)), s.rank,
      ${exactNumber(sql`score`)}, ${exactNumber(sql`began_score`)}, ${exactNumber(sql`tiebreak`)}`,
    sql`boards b JOIN standings s ON s.board_key = b.key JOIN producers p ON p.key = s.producer_key
      WHERE (b.category, b.period) IN (SELECT value ->> 0, value ->> 1 FROM ${jsonRows(boards)})
        AND s.producer_key IN ${keysOf(producerIds)} AND (+until IS NULL OR +until > ${first})`,
  );
  return rows.map(([category, producerId, since, until, rank, score, beganScore, tiebreak]): Row => {
    const exact = { score: Number(score), beganScore: beganScore === null ? null : Number(beganScore) };
    return { category, producerId, since, until, rank, ...exact, tiebreak: Number(tiebreak) };
  });
}

type Exact = number | string;

/** ms; for an imported producer the earliest creation of its artists, or else their first publication (spec §12.4). */
async function readCreation(db: Reader, producerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await readRows<[string, number | null]>(
    db,
    sql`id, created`,
    sql`(SELECT p.id, (SELECT min(${ARTIST_CREATION}) FROM artists a WHERE a.producer_id = p.id) AS created
      FROM producers p WHERE p.id IN ${idList(producerIds)})`,
  );
  return new Map(rows.map(([id, created]) => [id, created ?? Number.MAX_SAFE_INTEGER]));
}
