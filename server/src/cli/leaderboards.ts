import type { Command } from "commander";
import { lastRefresh, refreshLeaderboards } from "../leaderboards/index.ts";
import { withContext } from "./context.ts";

export function addLeaderboards(program: Command): void {
  program
    .command("leaderboards")
    .description("leaderboards")
    .command("refresh")
    .description("rank everybody now")
    .action(async () => {
      // The very first one finds what happened long ago (spec §13).
      const { moved, unlocks, news } = await withContext(async (context) =>
        refreshLeaderboards(context, { announces: (await lastRefresh(context.db)) > 0 }),
      );
      for (const { producerId, slug, xp } of unlocks) console.log(`${producerId} unlocked ${slug}: +${xp} XP`);
      console.log(`${unlocks.length} unlocked, ${moved} standings changed.`);
      for (const line of news) console.log(`Announced: ${line}`);
    });
}
