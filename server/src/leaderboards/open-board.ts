import type { Period } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { shownProducers } from "../accounts/index.ts";
import { type Asker, readMembers } from "../communities/index.ts";
import type { Reader } from "../db/client.ts";
import type { Board, BoardOf } from "./board.ts";
import { memberBoard } from "./member-board.ts";
import { worldBoard } from "./world-board.ts";

export type BoardScope = BoardOf & { community?: string | undefined; asker: Asker };

export type OpenBoard = {
  board: Board;
  last: { id: number; at: number } | undefined;
  demo: boolean;
  /** The seasons before the last two that were ranked, newest first. */
  pastSeasons: readonly Period[];
  /** The producers of a community's board, without those who asked not to be shown; absent for everybody's. */
  members: readonly string[] | undefined;
};

/**
 * The board that is meant. Demo people see the demo's board, everybody else the real one; a community's board is that
 * of its members, for those who may see it.
 * @throws AppError not_found for a community that is none of the asker's
 */
export async function openBoard(db: Reader, { category, period, community, asker }: BoardScope): Promise<OpenBoard> {
  const { last, demo, pastSeasons } = await readWorld(db, asker.producerId);
  const lastId = last?.id ?? 0;
  const among = community === undefined ? undefined : await readMembers(db, community, asker);
  if (among && among.producerIds !== "all") {
    const members = await shownProducers(db, among.producerIds);
    const board = await memberBoard(db, { category, period }, members, lastId);
    return { board, last, demo: among.demo, pastSeasons, members };
  }
  const key = { category, period, demo: among?.demo ?? demo };
  return { board: worldBoard(db, key, lastId), last, demo: key.demo, pastSeasons, members: undefined };
}

async function readWorld(db: Reader, producerId: string | undefined) {
  const [row] = await db.all<{ id: number | null; at: number | null; demo: number; seasons: string }>(sql`
    SELECT r.id, r.at, demo,
      (SELECT json_group_array(period) FROM past_seasons s WHERE s.demo = asker.demo) AS seasons
    FROM (SELECT max(id) AS last FROM refreshes)
      JOIN (SELECT coalesce((SELECT demo FROM producers WHERE id = ${producerId ?? null}), 0) AS demo) AS asker
      LEFT JOIN refreshes r ON r.id = last`);
  const { id, at, demo, seasons } = row!;
  return {
    last: id === null || at === null ? undefined : { id, at },
    demo: demo === 1,
    pastSeasons: (JSON.parse(seasons) as Period[]).sort().reverse(),
  };
}
