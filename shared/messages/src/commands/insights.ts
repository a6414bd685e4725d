import type { AnsweredCommandData } from "./command.ts";

export const insights: AnsweredCommandData = {
  name: "insights",
  description: "command.insights.description",
  options: [
    {
      name: "track",
      description: "command.insights.track.description",
      takes: "text",
      suggests: "track",
      required: true,
    },
  ],
  who: "everybody",
  shareable: false,
};
