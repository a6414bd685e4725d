import type { AnsweredCommandData } from "./command.ts";

export const progress: AnsweredCommandData = {
  name: "progress",
  description: "command.progress.description",
  options: [],
  who: "everybody",
  shareable: true,
};
