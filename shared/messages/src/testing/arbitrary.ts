import { type AnnouncementView, PAYOUT_FAILURES } from "@beatpass/shared/contracts";
import { CATEGORIES, RARITIES, TIERS } from "@beatpass/shared/rules";
import fc from "fast-check";

const NASTY = [
  "@everyone",
  "<!channel>",
  "<!here|x>",
  "<@123>",
  "<#456>",
  "\ue000456\ue001",
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

const period = fc.constantFrom("all-time", "7d", "30d", "2026-H2");
const onBoard = { ...base, category: fc.constantFrom(...CATEGORIES), period, total: fc.nat() };
const BOARD_KEYS = ["kind", "producer", "occurredAt", "basis", "demo", "category", "period", "total"] as const;
const place = fc.integer({ min: 1, max: 100_000 });
const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
const foldedLine = fc.oneof(
  fc.record({ about: fc.constant("level" as const), name: nastyName, level: place }),
  fc.record({ about: fc.constant("unlock" as const), name: nastyName, achievement, more: fc.nat({ max: 11 }) }),
  fc.record({
    about: fc.constant("rank" as const),
    name: nastyName,
    rank: place,
    category: fc.constantFrom(...CATEGORIES),
    period,
  }),
  fc.record({
    about: fc.constant("tier" as const),
    name: nastyName,
    tier: fc.constantFrom(...TIERS),
    category: fc.constantFrom(...CATEGORIES),
  }),
);

const digestLine = fc.oneof(
  fc.record({ about: fc.constant("new" as const), names: fc.array(nastyName, { minLength: 1, maxLength: 5 }) }),
  fc.record({ about: fc.constant("plays" as const), plays: fc.nat(), change: amount }),
  fc.record({ about: fc.constant("top" as const), name: nastyName, plays: fc.nat() }),
  fc.record({
    about: fc.constant("climb" as const),
    name: nastyName,
    from: place,
    to: place,
    category: fc.constantFrom(...CATEGORIES),
  }),
  fc.record({
    about: fc.constant("rarest" as const),
    name: nastyName,
    achievement,
    rarity: fc.constant("epic" as const),
  }),
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
      nowTitle: fc.constant("Skilled Producer"),
    },
    { requiredKeys: ["kind", "producer", "occurredAt", "basis", "demo", "achievements"] },
  ),
  fc.record(
    {
      kind: fc.constant("new-number-one" as const),
      ...onBoard,
      among: named,
      lead: amount,
      shared: fc.boolean(),
      back: fc.boolean(),
    },
    { requiredKeys: [...BOARD_KEYS, "shared", "back"] },
  ),
  fc.record(
    {
      kind: fc.constantFrom("top-three" as const, "top-ten" as const),
      ...onBoard,
      among: named,
      rank: place,
      previousRank: place,
    },
    { requiredKeys: [...BOARD_KEYS, "rank"] },
  ),
  fc.record(
    {
      kind: fc.constant("climb" as const),
      ...onBoard,
      among: named,
      rank: place,
      passed: named,
      toNext: fc.record({ rank: place, gap: amount }),
    },
    { requiredKeys: [...BOARD_KEYS, "rank"] },
  ),
  fc.record(
    {
      kind: fc.constant("tier-reached" as const),
      ...onBoard,
      among: named,
      tier: fc.constantFrom(...TIERS),
      score: amount,
    },
    { requiredKeys: [...BOARD_KEYS, "tier", "score"] },
  ),
  fc.record({
    kind: fc.constant("joined" as const),
    ...base,
    level: fc.integer({ min: 1, max: 100 }),
    title: fc.constant("Skilled Producer"),
    tracks: fc.nat(),
  }),
  fc.record(
    {
      kind: fc.constant("spike" as const),
      ...base,
      track: named,
      date: fc.constantFrom("2026-11-20", "2026-11-19"),
      plays: fc.nat(),
      usual: fc.double({ min: 0, max: 1e6, noNaN: true }),
      dayIsOver: fc.constant(true as const),
    },
    { requiredKeys: ["kind", "producer", "occurredAt", "basis", "demo", "track", "date", "plays", "usual"] },
  ),
  fc.record(
    {
      kind: fc.constantFrom("sale" as const, "refund" as const),
      ...base,
      track: named,
      amount: fc.nat(),
      currency: fc.constantFrom("usd", "jpy", "isk", "kwd"),
    },
    { requiredKeys: ["kind", "producer", "occurredAt", "basis", "demo", "amount", "currency"] },
  ),
  fc.record({
    kind: fc.constant("payout-sent" as const),
    ...base,
    amount: fc.nat(),
    currency: fc.constantFrom("usd", "jpy"),
    expectedOn: fc.constantFrom("2026-11-20", "2026-12-01"),
  }),
  fc.record({
    kind: fc.constant("payout-failed" as const),
    ...base,
    amount: fc.nat(),
    currency: fc.constantFrom("usd", "jpy"),
    reason: fc.constantFrom(...PAYOUT_FAILURES),
  }),
  fc.record({
    kind: fc.constant("folded" as const),
    occurredAt: base.occurredAt,
    demo: base.demo,
    community: named,
    over: fc.constantFrom("hour" as const, "day" as const),
    lines: fc.array(foldedLine, { minLength: 1, maxLength: 10 }),
    more: fc.nat(),
  }),
  fc.record({
    kind: fc.constant("community-digest" as const),
    occurredAt: base.occurredAt,
    demo: base.demo,
    community: named,
    range: fc.constant({ from: "2026-11-16", to: "2026-11-22" }),
    lines: fc.array(digestLine, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant("token-soon" as const),
    occurredAt: base.occurredAt,
    demo: base.demo,
    days: fc.nat(),
    expiresAt: base.occurredAt,
  }),
  fc.record({
    kind: fc.constant("notice" as const),
    occurredAt: base.occurredAt,
    demo: base.demo,
    about: fc.constantFrom(
      "channel-gone" as const,
      "permission-missing" as const,
      "roles-missing" as const,
      "hello" as const,
    ),
    platform: fc.constantFrom("discord" as const, "slack" as const),
    community: named,
    channelId: fc.constant("123"),
    locale: fc.constant("en" as const),
  }),
);
