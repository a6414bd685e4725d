import type { AnnouncementView } from "@beatpass/shared/contracts";
import { CATEGORIES, RARITIES } from "@beatpass/shared/rules";
import fc from "fast-check";

const NASTY = [
  "@everyone",
  "<!channel>",
  "<!here|x>",
  "<@123>",
  "<#456>",
  "<t:0:R>",
  "</beatpass:1>",
  "**bold** _it_ ~~no~~ ||spoiler|| `code`",
  "*Slack bold*",
  "[text](https://evil.example)",
  "https://evil.example/a",
  "# Heading",
  "> quote",
  "- item",
  "1. first",
  "line\nbreak\r\n# again",
  "محمد نور",
  "\u202egnihton",
  "👩‍🚀🎛️",
  "&amp; <b>html</b>",
  "back\\slash\\",
  "{name}",
  "’",
];

/** Names as people write them, and as they should not. */
export const nastyName = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.array(fc.constantFrom(...NASTY), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.constant("M".repeat(300)),
);

const named = fc.record({ id: fc.constant("1"), name: nastyName });
const base = {
  producer: named,
  occurredAt: fc.constant("2026-11-20T12:00:00Z"),
  basis: fc.constantFrom("computed" as const, "reported" as const),
  demo: fc.boolean(),
};
const achievement = fc.record({ slug: fc.constant("made-up"), name: nastyName });

const cause = fc.oneof(
  fc.record({ reason: fc.constantFrom("upload" as const, "play" as const, "metadata" as const), track: named }),
  fc.record({ reason: fc.constant("collaboration" as const), track: named, others: fc.array(nastyName) }),
  fc.record({ reason: fc.constant("achievement" as const), achievement }),
  fc.record({ reason: fc.constant("total" as const), xp: fc.nat() }),
);

/** Any announcement that the contract allows. */
export const anyAnnouncement: fc.Arbitrary<AnnouncementView> = fc.oneof(
  fc.record({
    kind: fc.constant("level-up" as const),
    ...base,
    fromLevel: fc.integer({ min: 1, max: 99 }),
    level: fc.integer({ min: 2, max: 100 }),
    title: fc.constant("Skilled Producer"),
    newTitle: fc.boolean(),
    cause,
  }),
  fc.record(
    {
      kind: fc.constant("achievement-unlock" as const),
      ...base,
      achievements: fc.array(
        fc.record({
          slug: fc.constant("made-up"),
          name: nastyName,
          rarity: fc.constantFrom(...RARITIES),
          description: nastyName,
          xp: fc.nat(),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      holdersShare: fc.double({ min: 0, max: 1, noNaN: true }),
      nowLevel: fc.integer({ min: 1, max: 100 }),
    },
    { requiredKeys: ["kind", "producer", "occurredAt", "basis", "demo", "achievements"] },
  ),
  fc.record(
    {
      kind: fc.constant("new-number-one" as const),
      ...base,
      category: fc.constantFrom(...CATEGORIES),
      period: fc.constantFrom("all-time", "7d", "30d", "2026-H2"),
      lead: fc.double({ min: 0, max: 1e9, noNaN: true }),
      shared: fc.boolean(),
      back: fc.boolean(),
      total: fc.nat(),
    },
    {
      requiredKeys: [
        "kind",
        "producer",
        "occurredAt",
        "basis",
        "demo",
        "category",
        "period",
        "shared",
        "back",
        "total",
      ],
    },
  ),
);
