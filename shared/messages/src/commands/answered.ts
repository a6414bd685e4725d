import type { AnsweredCommand } from "@beatpass/shared/contracts";
import { achievements } from "./achievements.ts";
import type { AnsweredCommandData } from "./command.ts";
import { insights } from "./insights.ts";
import { leaderboard } from "./leaderboard.ts";
import { progress } from "./progress.ts";
import { rank } from "./rank.ts";
import { stats } from "./stats.ts";

/** The commands that the server answers, the same for the bots and for the demo's channels. */
export const ANSWERED: Record<AnsweredCommand, AnsweredCommandData> = {
  stats,
  progress,
  insights,
  leaderboard,
  achievements,
  rank,
};
