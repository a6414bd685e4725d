import { escapeDiscord } from "@beatpass/messages/discord";
import { expect, test } from "vitest";
import { readMarkdown, withTimes } from "./discord-markdown.ts";

test("marks become styles, one within the other", () => {
  expect(readMarkdown("**Kaya _Noir_** is `*here*`")).toEqual([
    { style: "strong", pieces: ["Kaya ", { style: "em", pieces: ["Noir"] }] },
    " is ",
    { style: "code", pieces: ["*here*"] },
  ]);
});

test("a mark without its end is text", () => {
  expect(readMarkdown("2 * 3 = 6, **bold")).toEqual(["2 * 3 = 6, **bold"]);
  expect(readMarkdown("~~never `mind")).toEqual(["~~never `mind"]);
});

test.each(["*_~`|", "a*b*c", "__init__", "\\", "~~no~~ **no**", "-# small", "`code`"])(
  "what the renderer escapes is drawn as it was written: %j",
  (name) => {
    expect(readMarkdown(escapeDiscord(name))).toEqual([name]);
    expect(readMarkdown(`**${escapeDiscord(name)}**`)).toEqual([{ style: "strong", pieces: [name] }]);
  },
);

test("relative times are drawn as they are read now", () => {
  const now = new Date("2026-11-20T12:00:00Z");
  expect(withTimes("-# As of <t:1795175700:R>", now, "en")).toBe("-# As of 5 minutes ago");
  expect(withTimes("-# As of <t:1795175700:R>", new Date(now.getTime() + 3_600_000), "en")).toBe("-# As of 1 hour ago");
});
