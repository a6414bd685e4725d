import { expect, test } from "vitest";
import { unlinkedLines } from "./link-lines.ts";

const said = (answer: Parameters<typeof unlinkedLines>[0], locale: "en" | "fr" = "en") =>
  unlinkedLines(answer, "Beat Lab", locale).lines.join("\n");

test("who unlinked is told what a community still has of them, and no more than is so", () => {
  expect(said({ wasLinked: false })).toMatch(/^You’re not linked here/);
  expect(said({ wasLinked: true })).toBe(
    "Unlinked. Beat Lab will not hear from you here any more, and your figures are off its boards.",
  );
  expect(said({ wasLinked: true, stays: "boards" })).toMatch(/will not hear from you.* show every producer/);
  expect(said({ wasLinked: true, stays: "link" })).toMatch(/goes on in Beat Lab\.$/);
  expect(said({ wasLinked: true, stays: "link" }, "fr")).toMatch(/continue dans Beat Lab\.$/);
});
