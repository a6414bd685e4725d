import type { AnsweredCommandData } from "./command.ts";

export const achievements: AnsweredCommandData = {
  name: "achievements",
  description: "command.achievements.description",
  options: [],
  who: "everybody",
  shareable: true,
};
