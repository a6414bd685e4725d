import { expect, test } from "vitest";
import { readQuestion } from "./read-question.ts";

test.each([
  [undefined, { about: "self" }],
  ["  ", { about: "self" }],
  [" Kaya Noir ", { about: "producer", producer: "Kaya Noir" }],
  ["<@123>", { about: "member", user: "123", label: undefined }],
  ["<@!123>", { about: "member", user: "123", label: undefined }],
  ["<@U1|milo>", { about: "member", user: "U1", label: "milo" }],
  ["<@U1|milo> and more", { about: "producer", producer: "<@U1|milo> and more" }],
])("%j is a question about %j", (text, asked) => {
  expect(readQuestion(text)).toEqual(asked);
});
