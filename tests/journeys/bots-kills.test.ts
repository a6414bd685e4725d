import { test } from "vitest";
import { checkKills } from "./bots/check-kills.ts";
import { runWithKills } from "./bots/kill-run.ts";

test("ten kills of two bot processes and the server while 1,000 announcements go out: none is seen twice, none is missing unlisted", async () => {
  checkKills(await runWithKills({ announcements: 1000, kills: 10, seed: 20_261_126 }), 1000);
}, 300_000);
