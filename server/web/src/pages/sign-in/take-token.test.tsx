import { expect, test } from "vitest";
import { takeToken } from "./take-token.ts";

test("the token of a link is read once and leaves the address at once", () => {
  window.location.hash = "#token=a%2Bb";
  expect(takeToken()).toBe("a+b");
  expect(window.location.hash).toBe("");
  expect(takeToken()).toBeUndefined();
});
