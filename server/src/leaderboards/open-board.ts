import { compareCodePoints, currentPeriods, type Period } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { shownProducers } from "../accounts/index.ts";
import { type Asker, readMembers } from "../communities/index.ts";
import type { Reader } from "../db/client.ts";
import type { Board, BoardOf } from "./board.ts";
import { keptPeriod } from "./kept-board.ts";
import { memberBoard } from "./member-board.ts";
import { worldBoard } from "./world-board.ts";

export type BoardScope = BoardOf & { community?: string | undefined; asker: Asker };

/** A season before the last two that has boards, and when they were ranked, ms. */
export type PastSeason = { period: Period; rankedAt: number };

export type OpenBoard = {
  board: Board;
  last: { id: number; at: number } | undefined;
  demo: boolean;
  /** When the board was ranked, ms; undefined for one that never was. */
  rankedAt: number | undefined;
  /** When the refresh before the last one was, ms: movements compare with it. */
  comparedWith: number | undefined;
  /** Whether every refresh ranks it; past seasons are ranked in turn. */
  isCurrent: boolean;
  /** Newest first. */
  pastSeasons: readonly PastSeason[];
  /** The producers of a community's board, without those who asked not to be shown; absent for everybody's. */
  members: readonly string[] | undefined;
};

/**
 * The board that is meant. Demo people see the demo's board, everybody else the real one; a community's board is that
 * of its members, for those who may see it.
 * @throws AppError not_found for a community that is none of the asker's
 */
export async function openBoard(db: Reader, { category, period, community, asker }: BoardScope): Promise<OpenBoard> {
  const { last, comparedWith, asksOfDemo, seasonsOf } = await readWorld(db, asker.producerId);
  const lastId = last?.id ?? 0;
  const among = community === undefined ? undefined : await readMembers(db, community, asker);
  const demo = among?.demo ?? asksOfDemo;
  const pastSeasons = seasonsOf(demo);
  const isCurrent = last !== undefined && currentPeriods(last.at).includes(keptPeriod(category, period));
  const rankedAt = isCurrent ? last.at : pastSeasons.find((season) => season.period === period)?.rankedAt;
  const opened = { last, demo, rankedAt, comparedWith, isCurrent, pastSeasons };
  if (among && among.producerIds !== "all") {
    // Points are there in every period: overall would follow from them alone where nobody was ranked.
    const members = rankedAt === undefined ? [] : await shownProducers(db, among.producerIds);
    return { ...opened, board: await memberBoard(db, { category, period }, members, lastId), members };
  }
  return { ...opened, board: worldBoard(db, { category, period, demo }, lastId), members: undefined };
}

type WorldRow = { id: number | null; at: number | null; before: number | null; demo: number | null; seasons: string };

/** One question: each costs more on its way through the client than in the database. */
async function readWorld(db: Reader, producerId: string | undefined) {
  const [row] = await db.all<WorldRow>(sql`
    SELECT r.id, r.at, (SELECT at FROM refreshes ORDER BY id DESC LIMIT 1 OFFSET 1) AS before, (SELECT demo FROM producers WHERE id = ${producerId ?? null}) AS demo,
      (SELECT json_group_array(json_array(s.demo, s.period, ranked.at))
        FROM past_seasons s JOIN refreshes ranked ON ranked.id = s.refresh_id) AS seasons
    FROM (SELECT max(id) AS last FROM refreshes) LEFT JOIN refreshes r ON r.id = last`);
  const { id, at, before, demo, seasons } = row!;
  const ranked = JSON.parse(seasons) as [demo: number, period: Period, rankedAt: number][];
  return {
    last: id === null || at === null ? undefined : { id, at },
    comparedWith: before ?? undefined,
    asksOfDemo: demo === 1,
    seasonsOf: (world: boolean): PastSeason[] =>
      ranked
        .filter(([demo]) => (demo === 1) === world)
        .map(([, period, rankedAt]) => ({ period, rankedAt }))
        .sort((a, b) => compareCodePoints(b.period, a.period)),
  };
}
