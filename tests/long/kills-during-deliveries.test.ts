import { test } from "vitest";
import { checkKills } from "../journeys/bots/check-kills.ts";
import { runWithKills } from "../journeys/bots/kill-run.ts";

test("a hundred kills of two bot processes and the server while 1,000 announcements go out: none is seen twice, none is missing unlisted", async () => {
  const run = await runWithKills({ announcements: 1000, kills: 100, seed: 20_261_127 });
  console.log(`After 100 kills: ${JSON.stringify(run.statuses)}`);
  checkKills(run, 1000);
});
