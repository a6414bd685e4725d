import { expect, test } from "vitest";
import { extensionLines } from "./first-steps.ts";

test("the start says how to pair the extension where the server is not the one that it proposes", () => {
  expect(extensionLines("http://localhost:8904").join("\n")).toContain("http://localhost:8904/pair");
  expect(extensionLines("http://localhost:8787").join("\n")).not.toContain("/pair");
});
