import type { AnsweredCommandData } from "./command.ts";
import { AMONG_OPTION, CATEGORY_OPTION, PERIOD_OPTION } from "./options.ts";

export const rank: AnsweredCommandData = {
  name: "rank",
  description: "command.rank.description",
  options: [CATEGORY_OPTION, PERIOD_OPTION, AMONG_OPTION],
  who: "everybody",
  // It tells of losses, and names people who did not agree to be named as passed.
  shareable: false,
};
