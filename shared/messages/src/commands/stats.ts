import type { AnsweredCommandData } from "./command.ts";

export const stats: AnsweredCommandData = {
  name: "stats",
  description: "command.stats.description",
  options: [
    { name: "producer", description: "command.stats.producer.description", takes: "text", suggests: "producer" },
    { name: "member", description: "command.stats.member.description", takes: "member" },
  ],
  who: "everybody",
  shareable: true,
};
