import { expect, test } from "vitest";
import { readCommand } from "./read-command.ts";

test.each([
  ["/beatpass stats", { is: "stats" }],
  ["  /BeatPass   STATS  ", { is: "stats" }],
  ["/beatpass stats Zoë & the Århus  Tape", { is: "stats", producer: "Zoë & the Århus  Tape" }],
  ["/beatpass statsKaya", { is: "unknown" }],
  ["/beatpass", { is: "unknown" }],
  ["beatpass stats", { is: "unknown" }],
  ["hello /beatpass stats", { is: "unknown" }],
])("%j is read as %j", (typed, command) => {
  expect(readCommand(typed)).toEqual(command);
});
