import { join } from "node:path";
import type { ReadContext } from "@beatpass/server/context.ts";
import { readBoard } from "@beatpass/server/leaderboards/read-board.ts";
import { fillDatabase } from "./fill-database.ts";
import { atMost, percentile, type Result, timed } from "./measure.ts";
import { openContext } from "./open-context.ts";
import { NOW } from "./our-database.ts";
import { chance, sqliteNumbers } from "./play-log.ts";
import { startRedis } from "./redis-server.ts";

const PRODUCERS = 1_000_000;
const PAGE = 50;
const ROUNDS = 300;
const WARM_UP = 30;
const STEP = 10_000;

/** One's own rank and the page around it among a million producers, against a sorted set in Redis on loopback. */
export async function boardLatency(folder: string): Promise<Result[]> {
  const redis = await startRedis();
  if (!redis) {
    console.error("Left out: boards against Redis. It needs redis-server (Debian: apt-get install redis-server).");
    return [];
  }
  try {
    const context = await openContext(join(folder, "ours.db"));
    fillBoard(join(folder, "ours.db"));
    const scores = await readScores(context);
    for (let start = 0; start < PRODUCERS; start += STEP) {
      const members = scores.slice(start, start + STEP).map((score, n) => ({ score, value: `p${start + n}` }));
      await redis.client.zAdd("board", members);
    }
    const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const producerId = `p${((round + WARM_UP) * 7919) % PRODUCERS}`;
      const peer = await timed(async () => {
        const rank = (await redis.client.zRevRank("board", producerId))!;
        const start = Math.max(0, rank - PAGE / 2);
        await redis.client.zRangeWithScores("board", start, start + PAGE - 1, { REV: true });
      });
      const ours = await timed(() =>
        readBoard(context, {
          category: "points",
          period: "all-time",
          limit: PAGE,
          around: "me",
          asker: { producerId, seesAll: false },
          refreshMinutes: 30,
        }),
      );
      if (round < 0) continue;
      times.peer.push(peer);
      times.ours.push(ours);
    }
    context.db.$client.close();
    const [ours, peer] = [percentile(times.ours, 0.5), percentile(times.peer, 0.5)];
    return [atMost(`own rank and ${PAGE} rows among ${PRODUCERS} producers`, ours, peer, "ms p50", 2)];
  } finally {
    redis.stop();
  }
}

/** The scores are whole numbers that follow from n. Every other producer moved a place up at the last refresh. */
function fillBoard(file: string): void {
  fillDatabase(
    file,
    `INSERT INTO producers (id, name, xp) SELECT 'p' || n, 'Producer ' || n, 1 + CAST(floor(${chance(1_103_515_245)} * 1e8) AS INTEGER)
      FROM ${sqliteNumbers(PRODUCERS)};
    INSERT INTO refreshes (at, announces) VALUES (${NOW - 1_800_000}, 0), (${NOW}, 0);
    INSERT INTO boards (key, category, period, demo, since) VALUES (1, 'points', 'all-time', 0, 1);
    INSERT INTO standings (board_key, producer_key, since, rank, previous_rank, position, score, tiebreak, tier)
      SELECT 1, key, 1 + row_number() OVER (ORDER BY xp DESC, id) % 2, rank() OVER (ORDER BY xp DESC),
        iif(row_number() OVER (ORDER BY xp DESC, id) % 2, 1 + rank() OVER (ORDER BY xp DESC), NULL), row_number() OVER (ORDER BY xp DESC, id) - 1, xp, 0, 'bronze' FROM producers;
    INSERT INTO standings (board_key, producer_key, since, until, rank, position, score, tiebreak, tier)
      SELECT board_key, producer_key, 1, 2, rank + 1, position + 1, score, tiebreak, tier FROM standings WHERE since = 2`,
  );
}

/** @returns the score of p0, p1, … */
async function readScores({ db }: ReadContext): Promise<number[]> {
  const rows = await db.all<{ xp: number }>("SELECT xp FROM producers ORDER BY CAST(substr(id, 2) AS INTEGER)");
  return rows.map(({ xp }) => xp);
}
