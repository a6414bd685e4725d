import type { AnsweredCommandData } from "./command.ts";
import { AMONG_OPTION, CATEGORY_OPTION, PERIOD_OPTION } from "./options.ts";

export const leaderboard: AnsweredCommandData = {
  name: "leaderboard",
  description: "command.leaderboard.description",
  options: [CATEGORY_OPTION, PERIOD_OPTION, AMONG_OPTION],
  who: "everybody",
  shareable: true,
};
