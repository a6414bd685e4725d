import type { AnnouncementView, XpCause } from "@beatpass/shared/contracts";
import { describe, expect, test } from "vitest";
import { announcementLines } from "./lines.ts";
import type { AnnouncementOf } from "./words.ts";

const base = {
  producer: { id: "1", name: "Kaya Noir" },
  occurredAt: "2026-11-20T12:00:00Z",
  basis: "computed",
  demo: false,
} as const;

const levelUp = (change: Partial<AnnouncementOf<"level-up">> = {}): AnnouncementView => ({
  ...base,
  kind: "level-up",
  fromLevel: 9,
  level: 10,
  title: "Experienced Producer",
  newTitle: false,
  cause: { reason: "upload", track: { id: "2", name: "Bus de nuit" } },
  ...change,
});

const teamPlayer = {
  slug: "team-player",
  name: "Team Player",
  rarity: "rare",
  description: "10 collaborative tracks",
  xp: 500,
} as const;
const named = (name: string) => ({ ...teamPlayer, slug: name.toLowerCase(), name });

const unlock = (change: Partial<AnnouncementOf<"achievement-unlock">> = {}): AnnouncementView => ({
  ...base,
  kind: "achievement-unlock",
  achievements: [teamPlayer],
  ...change,
});

const first = (change: Partial<AnnouncementOf<"new-number-one">> = {}): AnnouncementView => ({
  ...base,
  producer: { id: "3", name: "Milo Beats" },
  kind: "new-number-one",
  category: "plays",
  period: "7d",
  lead: 212,
  shared: false,
  back: false,
  total: 214,
  ...change,
});

const read = (view: AnnouncementView, locale: "en" | "fr" = "en") => {
  const { title, context } = announcementLines(view, locale);
  return [title, context];
};

describe("a payout", () => {
  const sent = { ...base, kind: "payout-sent", amount: 18250, currency: "usd", expectedOn: "2026-12-01" } as const;
  const failed = { ...base, kind: "payout-failed", amount: 500, currency: "jpy", reason: "account-closed" } as const;

  test("on its way says how much, and when it is expected", () => {
    expect(read(sent)).toEqual(["$182.50 on its way to your bank", "Expected December 1, 2026."]);
    expect(read(sent, "fr")).toEqual([
      "182,50\u00a0$US en route vers ta banque",
      "Arrivée prévue\u00a0: 1er décembre 2026.",
    ]);
  });

  test("that failed says how much, why, and what to do", () => {
    expect(read(failed)).toEqual([
      "A payout of ¥500 did not go through",
      "Your bank account is closed. Stripe needs your bank details again.",
    ]);
    expect(read(failed, "fr")[1]).toBe("Ton compte bancaire est fermé. Stripe a besoin de tes coordonnées bancaires.");
  });
});

describe("a level-up", () => {
  test("says who reached which level, and what did it", () => {
    expect(read(levelUp())).toEqual(["Kaya Noir reached level 10", "New upload: “Bus de nuit”"]);
  });

  test("names a new title, in the words of the style guide", () => {
    expect(read(levelUp({ newTitle: true }), "fr")).toEqual([
      "Kaya Noir passe au niveau 10\u00a0: Experienced Producer",
      "Nouveau morceau\u00a0: «\u00a0Bus de nuit\u00a0»",
    ]);
  });

  test("over several levels is one message, with a new title in its context", () => {
    expect(read(levelUp({ fromLevel: 6, level: 8 }))[0]).toBe("Kaya Noir went from level 6 to level 8");
    expect(read(levelUp({ fromLevel: 6, level: 8, title: "Skilled Producer", newTitle: true }))[1]).toBe(
      "Skilled Producer · New upload: “Bus de nuit”",
    );
  });

  test("to the last level says that there is no other", () => {
    const lines = read(levelUp({ fromLevel: 97, level: 100 }));
    expect(lines[0]).toBe("Kaya Noir reached level 100, the last one there is");
  });

  const causes: [XpCause, string][] = [
    [{ reason: "play", track: { id: "2", name: "Rain" } }, "“Rain” got the play that did it"],
    [{ reason: "metadata", track: { id: "2", name: "Rain" } }, "“Rain” has all its metadata now"],
    [{ reason: "achievement", achievement: { slug: "oracle", name: "Oracle" } }, "With Oracle unlocked"],
    [{ reason: "total", xp: 12345 }, "12,345 XP so far"],
    [{ reason: "collaboration", track: { id: "2", name: "Rain" }, others: ["A", "B"] }, "“Rain”, made with A and B"],
    [
      { reason: "collaboration", track: { id: "2", name: "Rain" }, others: ["A", "B", "C", "D", "E"] },
      "“Rain”, made with A, B, C and 2 more",
    ],
    [{ reason: "collaboration", track: { id: "2", name: "Rain" }, others: [] }, "New upload: “Rain”"],
  ];
  test.each(causes)("gives its cause %j", (cause, text) => {
    expect(read(levelUp({ cause }))[1]).toBe(text);
  });
});

describe("an unlock", () => {
  test("gives rarity, what it took and how many have it", () => {
    expect(read(unlock({ holdersShare: 0.06, nowLevel: 12 }))).toEqual([
      "Kaya Noir unlocked Team Player",
      "Rare · 10 collaborative tracks · 6% have it here · now level 12",
    ]);
    expect(read(unlock({ holdersShare: 0.06, nowLevel: 12 }), "fr")).toEqual([
      "Kaya Noir débloque Team Player",
      "Rare · 10 morceaux en collaboration · 6\u202f% l’ont ici · niveau 12 au passage",
    ]);
  });

  test("names the title that its level brought", () => {
    const view = unlock({ nowLevel: 10, nowTitle: "Experienced Producer" });
    expect(read(view)[1]).toBe("Rare · 10 collaborative tracks · now level 10 · Experienced Producer");
    expect(read(view, "fr")[1]).toBe(
      "Rare · 10 morceaux en collaboration · niveau 10 au passage · Experienced Producer",
    );
  });

  test("leaves the share out where it is not known", () => {
    expect(read(unlock())[1]).toBe("Rare · 10 collaborative tracks");
  });

  test("says that it is the first one here, rather than how many have it anywhere", () => {
    const view = unlock({ holdersShare: 0.06, firstHere: true });
    expect(read(view)[1]).toBe("Rare · 10 collaborative tracks · first one here");
    expect(read(view, "fr")[1]).toBe("Rare · 10 morceaux en collaboration · une première ici");
  });

  test("never reads as if nobody had it", () => {
    expect(read(unlock({ holdersShare: 0.004 }))[1]).toContain("0.4% have it here");
  });

  test("of several is one message that lists three at most", () => {
    const achievements = ["Model", "Oracle", "Linked"].map(named);
    expect(read(unlock({ achievements }))).toEqual(["Kaya Noir unlocked 3 achievements", "Model, Oracle, and Linked"]);
    const more = [...achievements, named("Rising"), named("OG")];
    expect(read(unlock({ achievements: more }))[1]).toBe("Model, Oracle, Linked and 2 more");
    expect(read(unlock({ achievements: more }), "fr")[1]).toBe("Model, Oracle, Linked et 2 de plus");
  });
});

describe("a new number one", () => {
  test("leads by an amount with its unit", () => {
    expect(read(first())).toEqual(["Milo Beats is the new number one", "Plays · last 7 days · 212 plays ahead"]);
    expect(read(first({ category: "overall", period: "all-time", lead: 3.25 }))[1]).toBe(
      "Overall · all time · 3.3 points ahead",
    );
  });

  test("is back, or shares the place", () => {
    expect(read(first({ back: true }))[0]).toBe("Milo Beats is back at number one");
    expect(read(first({ shared: true, lead: 0 }))).toEqual(["Milo Beats shares first place", "Plays · last 7 days"]);
  });

  test("says no lead where there is none to say", () => {
    expect(read(first({ category: "earnings", period: "2026-H1" }))[1]).toBe("Contribution share · Jan–Jun 2026");
  });
});

describe("every announcement", () => {
  test("says so when BeatPass reported it", () => {
    expect(read(unlock({ basis: "reported" }))[1]).toBe("Rare · 10 collaborative tracks · Reported by BeatPass");
  });

  test("of made-up people is marked, and only theirs", () => {
    expect(announcementLines({ ...levelUp(), demo: true }, "en").demo).toBe("Demo: made-up people");
    expect(announcementLines(levelUp(), "en")).not.toHaveProperty("demo");
  });

  test("has a way on only with a web address", () => {
    const url = "https://beats.example/producers/1";
    expect(announcementLines({ ...levelUp(), url }, "en").button).toEqual({ label: "See progress", url });
    expect(announcementLines({ ...unlock(), url }, "en").button?.label).toBe("See the achievement");
    expect(announcementLines({ ...first(), url }, "fr").button?.label).toBe("Voir le classement");
    expect(announcementLines(levelUp(), "en")).not.toHaveProperty("button");
    expect(announcementLines({ ...levelUp(), url: "javascript:alert(1)" }, "en")).not.toHaveProperty("button");
  });
});

const onBoard = {
  ...base,
  producer: { id: "3", name: "Milo Beats" },
  category: "plays",
  period: "7d",
  total: 214,
} as const;

describe("a change on a board", () => {
  test("says the place, of how many, and where one came from", () => {
    const view = { ...onBoard, kind: "top-three", rank: 3, previousRank: 5 } as const;
    expect(read(view)).toEqual(["Milo Beats is in the top three", "Plays · last 7 days · #3 of 214, up from #5"]);
    expect(read(view, "fr")[0]).toBe("Milo Beats monte sur le podium");
  });

  test("names the community whose members the board ranks", () => {
    const view = { ...onBoard, kind: "top-ten", rank: 9, among: { id: "c", name: "Beatmakers" } } as const;
    expect(read(view)).toEqual([
      "Milo Beats is in the top ten",
      "Plays · last 7 days · #9 of 214, first time ranked · Among Beatmakers",
    ]);
  });

  test("a climb says how far the next place is and names who was passed only where the view does", () => {
    const climb = { ...onBoard, kind: "climb", rank: 4 } as const;
    expect(read({ ...climb, toNext: { rank: 3, gap: 12 } })).toEqual([
      "Milo Beats climbed to #4",
      "Plays · last 7 days · 12 plays to #3",
    ]);
    expect(read({ ...climb, passed: { id: "p2", name: "Kaya Noir" } })[0]).toBe("Milo Beats moved ahead of Kaya Noir");
    expect(read({ ...climb, rank: 2, toNext: { rank: 1, gap: 12 } })[1]).toContain("to first place");
    expect(read({ ...climb, toNext: { rank: 3, gap: 0 } })[1]).toBe("Plays · last 7 days");
  });

  test("a tier comes with the score, but for earnings", () => {
    const tier = { ...onBoard, kind: "tier-reached", period: "all-time", tier: "gold", score: 10_250 } as const;
    expect(read(tier)).toEqual(["Milo Beats reached Gold", "Plays · 10,250 plays"]);
    expect(read({ ...tier, category: "earnings", score: 12 })[1]).toBe("Contribution share");
  });
});

test("a spike is so far today's while its day lasts, and that of a date afterwards", () => {
  const track = { id: "2", name: "Night bus" };
  const spike = { ...base, kind: "spike", track, date: "2026-11-20", plays: 90, usual: 4.2 } as const;
  const usual = "A usual day brings about 4.";
  expect(announcementLines(spike, "en").context).toBe(`90 plays so far today (UTC). ${usual}`);
  expect(announcementLines({ ...spike, dayIsOver: true }, "en").context).toBe(
    `90 plays on November 20, 2026. ${usual}`,
  );
});

describe("a digest", () => {
  const range = { from: "2026-11-16", to: "2026-11-22" };
  const own = (change: Partial<AnnouncementOf<"own-digest">>) =>
    announcementLines({ ...base, kind: "own-digest", range, plays: 212, unlocked: 0, ...change }, "en").list;
  const together = (change: number) =>
    announcementLines(
      {
        kind: "community-digest",
        occurredAt: base.occurredAt,
        demo: false,
        community: { id: "c", name: "Beat Lab" },
        range,
        lines: [{ about: "plays", plays: 212, change }],
      },
      "fr",
    ).list;

  test.each([
    [0.12, "+12%"],
    [-0.12, "−12%"],
    [0, "0%"],
    [0.0002, "0%"],
    [-0.0002, "0%"],
  ])("tells a change of %f as %s", (change, text) => {
    expect(own({ change })).toEqual([`212 plays, ${text} on the week before`]);
    const french = text.replace("%", "\u202f%");
    expect(together(change)).toEqual([`212 écoutes à nous tous, ${french} par rapport à la semaine précédente`]);
  });

  test.each([
    [1996, "99% of the way"],
    [1000, "50% of the way"],
    [8, "0.4% of the way"],
  ])("never says that all of the way is done of %i plays out of 2,000", (current, text) => {
    const next = { slug: "popular", name: "Popular", current, target: 2000, unit: "plays" as const };
    expect(own({ next })?.at(-1)).toBe(`Closest unlock: Popular, ${text}`);
  });
});

describe("a folded message", () => {
  test("has a line for each fact and counts the rest", () => {
    const view: AnnouncementView = {
      kind: "folded",
      occurredAt: base.occurredAt,
      demo: false,
      community: { id: "c", name: "Beatmakers" },
      over: "day",
      lines: [
        { about: "level", name: "Kaya Noir", level: 7 },
        { about: "unlock", name: "Milo", achievement: { slug: "model", name: "Model" }, more: 2 },
        { about: "rank", name: "Ayo", rank: 2, category: "plays", period: "7d" },
        { about: "tier", name: "Lou", tier: "gold", category: "overall" },
      ],
      more: 3,
    };
    expect(announcementLines(view, "en")).toMatchObject({
      title: "Today in Beatmakers",
      list: ["Kaya Noir: level 7", "Milo: Model and 2 more", "Ayo: #2, Plays", "Lou: Gold, Overall", "and 3 more"],
    });
    expect(announcementLines({ ...view, over: "hour" }, "fr").title).toBe("Ça bouge sur Beatmakers");
  });

  test("that a channel is gone says how another one is picked, without an account", () => {
    const view: AnnouncementView = {
      kind: "notice",
      occurredAt: base.occurredAt,
      demo: false,
      about: "channel-gone",
      platform: "discord",
      community: { id: "c", name: "Beatmakers" },
      channelId: "7",
      locale: "fr",
    };
    expect(announcementLines(view, "en").list).toEqual(["To pick one, type /beatpass settings in Beatmakers."]);
    expect(announcementLines(view, "fr").list).toEqual(["Pour en choisir un, tape /beatpass settings sur Beatmakers."]);
    expect(announcementLines({ ...view, about: "roles-missing" }, "en")).not.toHaveProperty("list");
  });

  test("of a bot that is new says what it posts, that it is quiet, and how it is set up", () => {
    const view: AnnouncementView = {
      kind: "notice",
      occurredAt: base.occurredAt,
      demo: false,
      about: "hello",
      platform: "slack",
      community: { id: "c", name: "Beatmakers" },
      locale: "fr",
    };
    expect(announcementLines(view, "fr").context).toContain("Tant que tu n’as pas choisi de canal");
    expect(announcementLines({ ...view, platform: "discord" }, "fr").context).toContain("pas choisi de salon");
    expect(announcementLines(view, "en")).toEqual({
      title: "Beatmakers",
      context:
        "I post BeatPass level-ups, achievements and leaderboard changes. Until you pick a channel I stay quiet.",
      list: ["Set up: type /beatpass settings in Beatmakers."],
    });
  });
});
