import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { WriteContext } from "@beatpass/server/context.ts";
import { refreshLeaderboards } from "@beatpass/server/leaderboards/index.ts";
import { workOutRefresh } from "@beatpass/server/leaderboards/work-out.ts";
import { openManyProducers, playHalfAnHour } from "./many-producers.ts";
import { atMost, median, type Result, timed } from "./measure.ts";

const PRODUCERS = 100_000;
const ROUNDS = 3;

/**
 * The usual refresh, half an hour after another: every achievement checked and seven categories kept up to date in five
 * periods and the past season whose turn it is, against one ORDER BY over as many rows as a board has. Per board that is
 * kept, those that are left alone for being ranked from the same as before among them; once with the plays of that half
 * hour, which move many ranks, and once with none.
 */
export async function refreshRate(folder: string): Promise<Result[]> {
  const context = await openManyProducers(folder, PRODUCERS);
  await refreshLeaderboards(context, { announces: false });
  const db = new DatabaseSync(join(folder, "rows.db"));
  db.exec("CREATE TABLE rows (producer_id, score, tiebreak, created_at); BEGIN");
  const insert = db.prepare("INSERT INTO rows VALUES (?, ?, ?, ?)");
  for (const row of await readRanked(context)) insert.run(...row);
  db.exec("COMMIT");
  const sorted = db.prepare("SELECT * FROM rows ORDER BY score DESC, tiebreak DESC, created_at, producer_id");
  const times = { peer: [] as number[], played: [] as number[], quiet: [] as number[] };
  const refresh = async () => {
    let boards = 0;
    const workOut = async (now: number) => {
      const plan = await workOutRefresh(context.db, now);
      boards = plan.boards.filter(({ demo }) => !demo).length;
      return plan;
    };
    const ms = await timed(() => refreshLeaderboards({ ...context, workOut }, { announces: false }));
    return ms / boards;
  };
  // Between the refreshes, too: the machine's speed is another one after each of them.
  const peer = async () => {
    for (let turn = 0; turn < 5; turn++) times.peer.push(await timed(() => sorted.all()));
  };
  for (let round = 0; round < ROUNDS; round++) {
    await peer();
    await playHalfAnHour(context, round);
    times.played.push(await refresh());
    await peer();
    times.quiet.push(await refresh());
  }
  await peer();
  context.db.$client.close();
  db.close();
  const row = (what: string, ours: readonly number[]) =>
    atMost(`refresh with ${PRODUCERS} producers, ${what}, per board`, median(ours), median(times.peer), "ms", 3);
  return [row("after half an hour of plays", times.played), row("after none", times.quiet)];
}

async function readRanked({ db }: WriteContext) {
  const { rows } = await db.$client.execute(`
    SELECT s.producer_id, s.score, s.tiebreak, a.created_at FROM named_standings s JOIN artists a ON a.producer_id = s.producer_id
    WHERE s.category = 'points' AND s.period = 'all-time' ORDER BY s.producer_id`);
  return rows.map((row) => [String(row[0]), Number(row[1]), Number(row[2]), Number(row[3])] as const);
}
