import { expect, test } from "vitest";
import { readCommand } from "./read-command.ts";

test.each([
  ["/beatpass stats", { is: "answered", command: "stats", question: {} }],
  ["  /BeatPass   STATS   Milo  Beats ", { is: "answered", command: "stats", question: { producer: "Milo  Beats" } }],
  [
    "/beatpass leaderboard plays last 7 days everybody",
    { is: "answered", command: "leaderboard", question: { category: "plays", period: "7d", among: "all" } },
  ],
  [
    "/beatpass leaderboard 7 derniers jours Écoutes ici",
    { is: "answered", command: "leaderboard", question: { category: "plays", period: "7d", among: "here" } },
  ],
  ["/beatpass insights Bus de nuit", { is: "answered", command: "insights", question: { track: "Bus de nuit" } }],
  ["/beatpass", { is: "unknown" }],
  ["/beatpass dance", { is: "unknown" }],
  ["hello", { is: "unknown" }],
])("%j is read as the bots read it", (typed, command) => {
  expect(readCommand(typed)).toEqual(command);
});
