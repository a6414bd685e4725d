import type { AnnouncementView } from "@beatpass/shared/contracts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAnnouncement, nastyName } from "../testing/arbitrary.ts";
import { escapeDiscord, renderAnnouncement } from "./index.ts";

const view: AnnouncementView = {
  kind: "level-up",
  producer: { id: "1", name: "Kaya Noir" },
  occurredAt: "2026-11-20T12:00:00Z",
  basis: "computed",
  demo: false,
  fromLevel: 11,
  level: 12,
  title: "Experienced Producer",
  newTitle: false,
  cause: { reason: "upload", track: { id: "2", name: "Night bus" } },
  url: "https://beats.example/p/1",
};

/** What Discord's markdown makes of a line, as far as escapes go: the text a reader sees. */
const asRead = (line: string): string => line.replaceAll(/\\([^0-9A-Za-z\s])/g, "$1").replaceAll("\u200b", "");
/** The line without its escaped characters: what markup is left to be read. */
const markup = (line: string): string => line.replaceAll(/\\[^0-9A-Za-z\s]/g, "x");

describe("an announcement for Discord", () => {
  test("is a bold title, a line of context and one link button", () => {
    expect(renderAnnouncement(view, "en")).toEqual({
      content: "**Kaya Noir reached level 12**\nNew upload: “Night bus”",
      flags: 4,
      allowed_mentions: { parse: [] },
      components: [
        { type: 1, components: [{ type: 2, style: 5, label: "See progress", url: "https://beats.example/p/1" }] },
      ],
    });
  });

  test("of made-up people says so in its first line", () => {
    expect(renderAnnouncement({ ...view, demo: true }, "en").content).toMatch(/^-# Demo: made-up people\n\*\*Kaya/);
  });

  test("mentions nobody, breaks no limit and keeps its lines, whatever people are called", () => {
    fc.assert(
      fc.property(anyAnnouncement, fc.constantFrom("en", "fr"), (any, locale) => {
        const { content: written, allowed_mentions } = renderAnnouncement(any, locale);
        // A notice names the channel that it is about.
        const content = any.kind === "notice" ? written.replace("<#123>", "") : written;
        const [title, context, ...more] = any.demo ? content.split("\n").slice(1) : content.split("\n");
        expect(content.length).toBeLessThanOrEqual(2000);
        expect(allowed_mentions).toEqual({ parse: [] });
        const folded = any.kind === "folded" ? any.lines.length - 1 + (any.more > 0 ? 1 : 0) : 0;
        const said = any.kind === "notice" && /gone|hello/.test(any.about) ? 1 : folded;
        expect(more).toHaveLength(any.kind === "community-digest" ? any.lines.length : said);
        expect(content).not.toMatch(/@everyone|@here/);
        expect(markup(title!.slice(2, -2))).not.toMatch(/[*_~`|<[]|:\/\//);
        for (const line of [context!, ...more])
          expect(markup(line)).not.toMatch(/[*_~`|<[]|:\/\/|^\s*(?:[#>+-]|\d+\.)/);
      }),
    );
  });
});

describe("escaping for Discord", () => {
  test("leaves ordinary text alone", () => {
    for (const text of ["Plays · last 7 days · #4 of 214", "New upload: “Rain” (2)", "6 % - half. 3+4"]) {
      expect(escapeDiscord(text)).toBe(text);
    }
  });

  test("shows every name as it is written", () => {
    fc.assert(
      fc.property(nastyName, (name) => {
        expect(asRead(escapeDiscord(name))).toBe(name.replaceAll("\u200b", ""));
      }),
    );
  });
});
