import { join } from "node:path";
import { foldRollups } from "@beatpass/server/insights/index.ts";
import { openBare } from "./bare-database.ts";
import { atLeast, type Result, timed } from "./measure.ts";
import { importPlays, NOW, openOurs, playFacts } from "./our-database.ts";
import { makePlays } from "./play-rows.ts";

const PLAYS = 1_000_000;
const STEP = 50_000;

/** Plays into the ledger with XP and all roll-ups, against bare inserts of the same rows. */
export async function importRate(folder: string): Promise<Result[]> {
  const rows = makePlays(PLAYS, NOW);
  const context = await openOurs(folder);
  const facts = playFacts(rows);
  const bare = openBare(join(folder, "bare.db"));
  let ours = 0;
  let peer = 0;
  // In turns, so that both meet the same machine.
  for (let start = 0; start < PLAYS; start += STEP) {
    peer += await timed(() => bare.insertAll(rows.slice(start, start + STEP)));
    ours += await timed(async () => {
      await importPlays(context, facts.slice(start, start + STEP));
      await foldRollups(context);
    });
  }
  context.db.$client.close();
  bare.db.close();
  const rate = (ms: number) => Math.round(PLAYS / (ms / 1000));
  return [atLeast("import, XP and roll-ups included", rate(ours), rate(peer), "plays/s", 0.15)];
}
