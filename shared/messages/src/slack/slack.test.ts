import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAnnouncement } from "../testing/arbitrary.ts";
import { renderAnnouncement, type SlackBlock } from "./index.ts";

const written = (blocks: readonly SlackBlock[]) =>
  blocks.flatMap((block) =>
    block.type === "rich_text"
      ? block.elements.flatMap(({ elements }) =>
          elements.map((element) => (element.type === "text" ? element.text : element.type)),
        )
      : [],
  );

describe("an announcement for Slack", () => {
  test("is a bold title, a line of context, one link button, and the same as text", () => {
    const message = renderAnnouncement(
      {
        kind: "new-number-one",
        producer: { id: "3", name: "Milo & Co <3" },
        occurredAt: "2026-11-20T12:00:00Z",
        basis: "computed",
        demo: false,
        category: "plays",
        period: "7d",
        lead: 212,
        shared: false,
        back: false,
        total: 214,
        url: "https://beats.example/boards/plays",
      },
      "en",
    );
    expect(message).toEqual({
      text: "Milo &amp; Co &lt;3 is the new number one\nPlays · last 7 days · 212 plays ahead",
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
      blocks: [
        {
          type: "rich_text",
          elements: [
            {
              type: "rich_text_section",
              elements: [
                { type: "text", text: "Milo & Co <3 is the new number one", style: { bold: true } },
                { type: "text", text: "\nPlays · last 7 days · 212 plays ahead" },
              ],
            },
          ],
        },
        {
          type: "actions",
          elements: [
            {
              type: "button",
              action_id: "open-link",
              text: { type: "plain_text", text: "See the board", emoji: false },
              url: "https://beats.example/boards/plays",
            },
          ],
        },
      ],
    });
  });

  test("commands nothing, breaks no limit and keeps its lines, whatever people are called", () => {
    fc.assert(
      fc.property(anyAnnouncement, fc.constantFrom("en", "fr"), (any, locale) => {
        const { text: whole, blocks, mrkdwn } = renderAnnouncement(any, locale);
        // A notice names the channel that it is about.
        const text = any.kind === "notice" ? whole.replace("<#123>", "") : whole;
        expect(mrkdwn).toBe(false);
        expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        const folded = any.kind === "folded" ? any.lines.length + (any.more > 0 ? 1 : 0) : 1;
        const said = any.kind === "notice" && /gone|hello/.test(any.about) ? 2 : folded;
        const facts = any.kind === "community-digest" ? 1 + any.lines.length : said;
        expect(text.split("\n")).toHaveLength((any.demo ? 2 : 1) + facts);
        expect(text.length).toBeLessThanOrEqual(4000);
        expect(blocks.length).toBeLessThanOrEqual(50);
        expect(blocks[0]!.type).toBe(any.demo ? "context" : "rich_text");
        expect(written(blocks).join("").length).toBeLessThanOrEqual(3000);
      }),
    );
  });
});
