import type { Passing, RankChange } from "@beatpass/shared/contracts";
import { type PlaceChange, type Places, rankMove } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { isHidden } from "../accounts/index.ts";
import type { ReadContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { exactNumber, idList, readRows } from "../db/json-rows.ts";
import { type BoardKey, HIDDEN_KEYS, heldAt, keyOf, keysOf, onBoard } from "./kept-board.ts";
import { readMemberHistory } from "./member-history.ts";
import { type BoardScope, openBoard } from "./open-board.ts";
import { isRemembered } from "./prune-boards.ts";

const NAMED = 20;
/** Refreshes that a community's board is searched back for a move: a day of half hours. */
const MEMBER_REFRESHES = 48;

type Move = { refreshId: number; before: Places; now: Places };

/**
 * Why the asker's rank changed at the last refresh that moved it: who was passed, who passed, whose score moved.
 * Looks back as far as standings are kept; a board that one came to with its first refresh has moved nobody.
 * @throws AppError not_found for a community that is none of the asker's
 */
export async function readRankChange({ db }: ReadContext, scope: BoardScope): Promise<RankChange> {
  const { category, period } = scope;
  const me = scope.asker.producerId;
  const { board, last, demo, members } = await openBoard(db, scope);
  const nothing = { passed: [], passedBy: [], passedCount: 0, passedByCount: 0, moved: "none" as const };
  if (me === undefined || !last || (await isHidden(db, me))) return { category, period, ...nothing };
  const key = { category, period, demo };
  const move = await rememberedMove(
    db,
    members ? await lastMoveAmong(db, scope, members, me, last.id) : await lastMove(db, key, me),
  );
  const total = await board.total();
  const place = (places: Places | undefined, of: number) => {
    const mine = places?.get(me);
    return mine && { ...mine, total: of };
  };
  if (!move) {
    const mine = await board.rowOf(me);
    return { category, period, ...(mine && { now: { rank: mine.rank, score: mine.score, total } }), ...nothing };
  }
  const { passed, passedBy, moved } = rankMove(me, move.before, move.now);
  const named = [...passed.slice(0, NAMED), ...passedBy.slice(0, NAMED)].map(({ producerId }) => producerId);
  const names = new Map(
    await readRows<[string, string]>(db, sql`id, name`, sql`producers WHERE id IN ${idList(named)}`),
  );
  const before = place(move.before, members ? move.before.size : await totalAt(db, key, move.refreshId - 1));
  const now = place(move.now, members ? move.now.size : await totalAt(db, key, move.refreshId));
  return {
    category,
    period,
    changedAt: new Date(move.at).toISOString(),
    ...(before && { before }),
    ...(now && { now }),
    moved,
    passed: passed.slice(0, NAMED).map((change) => asPassing(change, names)),
    passedBy: passedBy.slice(0, NAMED).map((change) => asPassing(change, names)),
    passedCount: passed.length,
    passedByCount: passedBy.length,
  };
}

function asPassing({ producerId, before, now }: PlaceChange, names: ReadonlyMap<string, string>): Passing {
  return {
    producerId,
    name: names.get(producerId)!,
    ...now,
    ...(before && { previousRank: before.rank }),
    ...(before?.score !== undefined && { previousScore: before.score }),
  };
}

/**
 * With the instant of its refresh, ms. One from before what boards remember is forgotten: places in the top ten are kept
 * for longer, without those of the others beside them.
 */
async function rememberedMove(db: Reader, move: Move | undefined): Promise<(Move & { at: number }) | undefined> {
  if (!move) return undefined;
  const [refresh] = await db.all<{ at: number }>(sql`SELECT at FROM refreshes WHERE id = ${move.refreshId}`);
  return (await isRemembered(db, refresh!.at)) ? { ...move, at: refresh!.at } : undefined;
}

/** The last refresh that changed one's rank on everybody's board, with all who stood near enough to matter. */
async function lastMove(db: Reader, key: BoardKey, me: string): Promise<Move | undefined> {
  const own = await db.all<{ rank: number; since: number; until: number | null; previous_rank: number | null }>(sql`
    SELECT rank, since, until, previous_rank FROM standings WHERE ${onBoard(key)} AND producer_key = ${keyOf(me)} ORDER BY since DESC`);
  const [latest] = own;
  if (!latest) return undefined;
  let refreshId = latest.until;
  let [rankNow, rankBefore]: [number | undefined, number | undefined] = [undefined, latest.rank];
  if (latest.until === null) {
    // Rows that go on without a gap at the same rank: a score, a tier or a place in the list changed, not the rank.
    let at = 0;
    while (own[at + 1]?.until === own[at]!.since && own[at + 1]!.rank === latest.rank) at++;
    const before = own[at + 1]?.until === own[at]!.since ? own[at + 1] : undefined;
    refreshId = own[at]!.since;
    [rankNow, rankBefore] = [latest.rank, before?.rank];
    const wasForgotten = own[at]!.previous_rank !== null;
    if (!before && (wasForgotten || !(await boardWasThere(db, key, refreshId)))) return undefined;
  }
  const ids = [me];
  if (rankNow !== undefined && rankBefore !== undefined)
    ids.push(...(await readCrossed(db, key, refreshId!, { rankBefore, rankNow })));
  const [before, now] = [await placesAt(db, key, refreshId! - 1, ids), await placesAt(db, key, refreshId!, ids)];
  return { refreshId: refreshId!, before, now };
}

/** Who was not behind somebody and is now, or was not ahead and is now: the ranks of a row that began then tell both. */
async function readCrossed(
  db: Reader,
  key: BoardKey,
  refreshId: number,
  { rankBefore, rankNow }: { rankBefore: number; rankNow: number },
): Promise<string[]> {
  const before = sql`iif(since < ${refreshId}, rank, previous_rank)`;
  const rows = await readRows<[string]>(
    db,
    sql`p.id`,
    sql`(
      SELECT producer_key FROM ${heldAt(key, refreshId)}
      WHERE ${before} <= ${rankBefore} AND rank > ${rankNow}
        OR coalesce(${before}, ${rankBefore}) >= ${rankBefore} AND rank < ${rankNow}
      UNION ALL
      SELECT producer_key FROM standings gone WHERE ${onBoard(key)} AND until = ${refreshId} AND rank <= ${rankBefore}
        AND NOT EXISTS (SELECT 1 FROM standings now WHERE now.board_key = gone.board_key
          AND now.producer_key = gone.producer_key AND now.since = ${refreshId})
    ) crossed JOIN producers p ON p.key = crossed.producer_key`,
  );
  return rows.map(([producerId]) => producerId);
}

/** Whether somebody was ranked before a refresh and is still known to have been: else nobody can tell who came when. */
async function boardWasThere(db: Reader, key: BoardKey, refreshId: number): Promise<boolean> {
  const rows = await db.all(sql`SELECT 1 FROM ${heldAt(key, refreshId - 1)} LIMIT 1`);
  return rows.length > 0;
}

/**
 * The score as the refresh left it, NULL where that is not known any more: a row that goes on tells what it began with
 * and what it has come to, and one that ended what it was up to its end.
 */
const scoreAt = (refreshId: number) =>
  exactNumber(sql`(CASE WHEN began_score IS NULL THEN score WHEN since = ${refreshId} THEN began_score
    WHEN coalesce(until, (SELECT max(id) + 1 FROM refreshes)) = ${refreshId + 1} THEN score END)`);

async function placesAt(db: Reader, key: BoardKey, refreshId: number, ids: readonly string[]): Promise<Places> {
  const rows = await readRows<[string, number, number | string | null]>(
    db,
    sql`p.id, rank, ${scoreAt(refreshId)}`,
    sql`standings s JOIN producers p ON p.key = s.producer_key
      WHERE ${onBoard(key)} AND s.producer_key IN ${keysOf(ids)} AND since <= ${refreshId}
        AND (+until IS NULL OR +until > ${refreshId}) AND s.producer_key NOT IN ${HIDDEN_KEYS}`,
  );
  return new Map(
    rows.map(([producerId, rank, score]) => [producerId, { rank, ...(score !== null && { score: Number(score) }) }]),
  );
}

async function totalAt(db: Reader, key: BoardKey, refreshId: number): Promise<number> {
  const [row] = await db.all<{ total: number }>(sql`SELECT count(*) AS total FROM ${heldAt(key, refreshId)}`);
  return row!.total;
}

async function lastMoveAmong(
  db: Reader,
  { category, period }: BoardScope,
  producerIds: readonly string[],
  me: string,
  lastRefresh: number,
): Promise<Move | undefined> {
  const first = Math.max(1, lastRefresh - MEMBER_REFRESHES);
  const history = await readMemberHistory(db, { producerIds, period, first });
  const placesAt = (refreshId: number): Places =>
    new Map(
      history
        .at(category, refreshId)
        .map(({ producerId, rank, score, isExact }) => [producerId, { rank, ...(isExact && { score }) }]),
    );
  let now = placesAt(lastRefresh);
  for (let refreshId = lastRefresh; refreshId > first; refreshId--) {
    const before = placesAt(refreshId - 1);
    if (before.size === 0) return undefined;
    if (before.get(me)?.rank !== now.get(me)?.rank) return { refreshId, before, now };
    now = before;
  }
  return undefined;
}
