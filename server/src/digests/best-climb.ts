import type { BoardName, CommunityDigestLine } from "@beatpass/shared/contracts";
import { type Category, seasonOf } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { type CommunityRow, readLinked } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { type BoardOf, heldAt, isRemembered, readMemberHistory } from "../leaderboards/index.ts";
import { firstWho } from "./first-who.ts";
import type { Week } from "./local-day.ts";

type Climb = { producerId: string; category: Category; from: number; to: number };
const TRIED = 20;

/**
 * Who gained most places in the week on the boards that are news in a community, on its own members' boards where it
 * has members of its own; nothing where the boards began within the week, or are no longer known as they began it.
 */
export async function bestClimb(
  tx: Tx,
  community: CommunityRow,
  { start, end }: Week,
  agrees: (producerId: string) => Promise<boolean>,
): Promise<CommunityDigestLine | undefined> {
  if (!(await isRemembered(tx, start))) return undefined;
  const first = await lastRefresh(tx, start);
  const last = await lastRefresh(tx, end);
  if (first === undefined || last === undefined || first === last) return undefined;
  const climbs: Climb[] = [];
  for (const board of community.boards) {
    const of = boardOf(board, end);
    climbs.push(...(await (community.members === "all" ? worldClimbs : memberClimbs)(tx, community, of, first, last)));
  }
  climbs.sort((a, b) => b.from - b.to - (a.from - a.to) || a.to - b.to);
  const best = await firstWho(climbs.slice(0, TRIED), ({ producerId }) => agrees(producerId));
  if (!best) return undefined;
  const [row] = await tx.all<{ name: string }>(sql`SELECT name FROM producers WHERE id = ${best.producerId}`);
  const { from, to, category } = best;
  return { about: "climb", name: row!.name, from, to, category };
}

function boardOf(board: BoardName, at: number): BoardOf {
  const [category, period] = board.split(":") as [Category, string];
  return { category, period: period === "season" ? seasonOf(at - 1) : period };
}

async function lastRefresh(tx: Tx, before: number): Promise<number | undefined> {
  const [row] = await tx.all<{ id: number | null }>(sql`SELECT max(id) AS id FROM refreshes WHERE at < ${before}`);
  return row?.id ?? undefined;
}

async function memberClimbs(tx: Tx, community: CommunityRow, of: BoardOf, first: number, last: number) {
  const producerIds = (await readLinked(tx, community.id)).map(([id]) => id);
  const history = await readMemberHistory(tx, { producerIds, period: of.period, first });
  const before = new Map(history.at(of.category, first).map(({ producerId, rank }) => [producerId, rank]));
  return history.at(of.category, last).flatMap(({ producerId, rank: to }): Climb[] => {
    const from = before.get(producerId);
    return from !== undefined && from > to ? [{ producerId, category: of.category, from, to }] : [];
  });
}

async function worldClimbs(tx: Tx, { demo }: CommunityRow, of: BoardOf, first: number, last: number): Promise<Climb[]> {
  const rows = await tx.all<{ id: string; before: number; after: number }>(sql`
    SELECT p.id, a.rank AS before, b.rank AS after
    FROM ${heldAt({ ...of, demo }, last)} b JOIN ${heldAt({ ...of, demo }, first)} a USING (producer_key)
    JOIN producers p ON p.key = b.producer_key
    WHERE a.rank > b.rank ORDER BY a.rank - b.rank DESC, b.rank LIMIT ${TRIED}`);
  return rows.map(({ id, before, after }) => ({ producerId: id, category: of.category, from: before, to: after }));
}
