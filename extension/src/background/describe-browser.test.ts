import "../testing/fake-extension.ts";
import { expect, test } from "vitest";
import { describeBrowser } from "./describe-browser.ts";

const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

test.each([
  [chrome, "Chrome · Linux"],
  [`${chrome} Edg/150.0.0.0`, "Edge · Linux"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox · Linux"],
  ["Something else", "Linux"],
])("a browser is told by names alone, which read the same in every language: %s", async (userAgent, told) => {
  expect(await describeBrowser(userAgent)).toBe(told);
});
