import type { Locale } from "@beatpass/shared/contracts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as discord from "../discord/index.ts";
import * as slack from "../slack/index.ts";
import { nastyName } from "../testing/arbitrary.ts";
import { everyAnswer, sampleBoard, sampleProgress, sampleStats } from "../testing/sample-answers.ts";
import { whenText } from "../wording/when.ts";
import { answerLines, isShareable } from "./lines.ts";

const now = new Date("2026-11-20T12:00:00Z");
const written = (answer: Parameters<typeof discord.renderAnswer>[0], locale: Locale = "en", member?: string) =>
  discord.renderAnswer(answer, locale, { now, ...(member !== undefined && { member }) }).content;
/** The lines as Discord shows them now. */
const inDiscord = (answer: Parameters<typeof written>[0], locale: Locale = "en", member?: string) =>
  written(answer, locale, member)
    .replaceAll(/<t:(\d+):R>/g, (_, at) => whenText(new Date(Number(at) * 1000).toISOString(), now, locale))
    .split("\n");
const about = { demo: false, asOf: "2026-11-20T11:55:00Z" };

describe("what commands answer", () => {
  test("stats give level, figures, standing, basis and age", () => {
    expect(inDiscord(sampleStats("Kaya_Noir"))).toEqual([
      "**Kaya\\_Noir · level 12**",
      "Experienced Producer · 458 XP to level 13",
      "1 track · 1,234 plays · 0 followers",
      "Plays · all time · #4 of 214",
      "-# Reported by BeatPass · As of 5 minutes ago",
    ]);
    const { followers: _, ...untold } = sampleStats("K");
    expect(inDiscord(untold)).toContain("1 track · 1,234 plays");
    expect(inDiscord({ ...sampleStats("K"), level: 100, xpToNext: 0 }).join()).not.toContain("101");
  });

  test("how old figures are stays true in Discord while they stand there; after a week it is a date", () => {
    expect(written(sampleStats("Kaya"))).toContain("As of <t:1795175700:R>");
    expect(written({ ...sampleStats("Kaya"), asOf: "2026-11-01T11:55:00Z" }, "fr")).toContain(
      "État\u00a0: 1er novembre 2026",
    );
    const unlocks = written({ is: "achievements", ...about, progress: sampleProgress("Kaya Noir") });
    expect(unlocks).toContain("Photogenic · Common · +500 XP · <t:1795003200:R>");
  });

  test("progress gives the way to the next level, the largest source and the closest unlock", () => {
    expect(inDiscord({ is: "progress", ...about, progress: sampleProgress("Kaya Noir") })).toEqual([
      "**Kaya Noir · level 12 · Experienced Producer**",
      "▰▰▰▰▱▱▱▱▱▱ 42% · 457 XP to level 13",
      "Most XP from: Plays, 2,300 XP",
      "1 of 36 achievements",
      "Next: Team Player, 2 more collaborations",
      "-# As of 5 minutes ago",
    ]);
  });

  test("achievements give the newest and the closest, and leave out what nothing measures", () => {
    expect(inDiscord({ is: "achievements", ...about, progress: sampleProgress("Kaya Noir") }, "fr")).toEqual([
      "**Kaya Noir · 1 succès sur 36**",
      "Derniers débloqués\u00a0:",
      "• Photogenic · Commun · +500 XP · avant-hier",
      "Les plus proches\u00a0:",
      "• Team Player · Rare · +500 XP · encore 2 collaborations",
      "• Chart Topper · Rare · +500 XP · 30\u202f% du chemin",
      "-# État\u00a0: il y a 5 minutes",
    ]);
  });

  test("insights give the last 30 days and leave out what is not known", () => {
    const [answer] = everyAnswer("Night bus").filter(({ is }) => is === "insights");
    expect(inDiscord(answer!)).toEqual([
      "**Night bus · Night bus**",
      "612 plays in the last 30 days · 1 download",
      "\\+22% on the 30 days before",
      "Best day: November 14, 2026, 61 plays",
      "Completion 68% · 2:05 listened on average",
      "Quality score 77 of 100 · Excellent",
      "Canada 33% · iOS 49%",
      "-# As of 5 minutes ago",
    ]);
    if (answer?.is !== "insights") throw new Error("no insights");
    const { engagement: _none, plays, ...insights } = answer.insights;
    const { growthRate: _growth, ...bare } = plays;
    const bareAnswer = { ...answer, insights: { ...insights, plays: bare, locations: [], platforms: [] } };
    expect(inDiscord(bareAnswer)).toEqual([
      "**Night bus · Night bus**",
      "612 plays in the last 30 days · 1 download",
      "Best day: November 14, 2026, 61 plays",
      "-# As of 5 minutes ago",
    ]);
  });

  test("insights name platforms in the reader's language, and a change of nought without a sign", () => {
    const [answer] = everyAnswer("Night bus").filter(({ is }) => is === "insights");
    if (answer?.is !== "insights") throw new Error("no insights");
    const { plays, ...insights } = answer.insights;
    const lines = (name: string, growthRate: number) => {
      const platforms = [{ name, plays: 300, share: 0.49 }];
      const changed = { ...answer, insights: { ...insights, platforms, plays: { ...plays, growthRate } } };
      return inDiscord(changed, "fr").filter((line) => /%/.test(line) && !/complétion/.test(line));
    };
    expect(lines("other", 0)).toEqual([
      "0\u202f% par rapport aux 30 jours d’avant",
      "Canada 33\u202f% · Autre 49\u202f%",
    ]);
    expect(lines("web", -0.0004)).toEqual([
      "0\u202f% par rapport aux 30 jours d’avant",
      "Canada 33\u202f% · Web 49\u202f%",
    ]);
    expect(lines("iOS", -0.004)[0]).toBe("−0,4\u202f% par rapport aux 30 jours d’avant");
  });

  test("a leaderboard gives its first rows and the asker's own place below them", () => {
    const answer = { is: "leaderboard" as const, ...about, board: sampleBoard(["Kaya", "Milo"]), me: "x" };
    expect(inDiscord(answer)).toEqual([
      "**Plays · last 7 days · everybody**",
      "1\\. Kaya · 1,000 plays",
      "2\\. Milo · 999 plays",
      "You: #41 of 214 · 12 plays",
      "-# As of 5 minutes ago",
    ]);
    expect(inDiscord({ ...answer, me: "p1" })[3]).toBe("214 producers ranked");
  });

  test("an empty leaderboard gives its name and age too, and says what would open it", () => {
    const answer = {
      is: "leaderboard" as const,
      ...about,
      board: { ...sampleBoard([]), period: "all-time", total: 0 },
    };
    expect(inDiscord({ ...answer, among: { id: "c", name: "Beat Lab" } })).toEqual([
      "**Plays · all time · Beat Lab**",
      "Nobody is ranked here yet. The first linked producer with a public track opens the board.",
      "-# As of 5 minutes ago",
    ]);
    expect(inDiscord(answer, "fr")).toEqual([
      "**Écoutes · depuis le début · tout le monde**",
      "Personne n’est encore classé ici. Le premier profil avec un morceau public ouvre le bal.",
      "-# État\u00a0: il y a 5 minutes",
    ]);
    expect(inDiscord({ ...answer, board: { ...answer.board, period: "7d" } })[1]).toBe(
      "Nobody scored in this period. All time may have more to show.",
    );
  });

  test("a rank gives why it changed and what closes the gap", () => {
    const [answer] = everyAnswer("Milo").filter(({ is }) => is === "rank");
    expect(inDiscord(answer!)).toEqual([
      "**Plays · last 7 days: #4 of 214 · Milo**",
      "\\#6 of 213 → #4 of 214 · 30 minutes ago",
      "You moved: +50 plays. Others moved too.",
      "You moved ahead of Milo (+20 plays).",
      "Ahead of you now: Milo (+20 plays), Milo (+20 plays), Milo (+20 plays) and 2 more.",
      "50 plays to #3",
      "Plays of all your public tracks in this period count.",
      "-# As of 5 minutes ago",
    ]);
  });

  test("a rank that one does not have is given with why", () => {
    const change = { category: "plays" as const, period: "all-time", moved: "none" as const };
    const nobody = { passed: [], passedBy: [], passedCount: 0, passedByCount: 0 };
    const answer = { is: "rank" as const, ...about, change: { ...change, ...nobody } };
    expect(inDiscord({ ...answer, notRanked: "zero" })).toEqual([
      "**Plays · all time: not ranked**",
      "You’re not ranked here yet: your score in this one is still 0.",
      "-# As of 5 minutes ago",
    ]);
    expect(inDiscord({ ...answer, notRanked: "hidden" }, "fr")[1]).toBe(
      "Tu n’es pas encore dans ce classement\u00a0: tu as choisi de ne pas y figurer.",
    );
    expect(inDiscord({ ...answer, notRanked: "no_track" })[1]).toContain("it takes one public track.");
    const left = { changedAt: about.asOf, before: { rank: 4, score: 7, total: 20 }, moved: "mine" as const };
    const gone = { ...answer, change: { ...change, ...nobody, ...left } };
    expect(inDiscord({ ...gone, notRanked: "zero" }).join()).toContain("Not ranked any more; it was #4 of 20");
    expect(inDiscord({ ...gone, notRanked: "zero" }).join()).not.toContain("still 0");
  });

  test("who is not linked, or does not want to be shown, is told and told of in one way", () => {
    expect(inDiscord({ is: "unlinked" }, "fr")[0]).toMatch(/^Je ne connais pas encore ton profil/);
    expect(inDiscord({ is: "unlinked-member" }, "en", "Milo")).toEqual(["Milo hasn’t linked a BeatPass artist here."]);
    expect(inDiscord({ is: "unknown", query: "<@1>" })[0]).toContain("“\\<@1>”");
    const { components } = discord.renderAnswer({ is: "unlinked" }, "en", { now });
    expect(components[0]?.components).toEqual([{ type: 2, style: 1, label: "Link my artist", custom_id: "link" }]);
  });
});

test("an answer for Slack has the same words, small print apart, and its buttons below", () => {
  const { text, blocks } = slack.renderAnswer(
    { ...sampleStats("Kaya & Co", true), asOf: "2026-11-01T11:55:00Z" },
    "fr",
    { now },
  );
  expect(text.split("\n")).toEqual([
    "Démo\u00a0: personnages inventés",
    "Kaya &amp; Co · niveau 12",
    "Experienced Producer · 458 XP avant le niveau 13",
    "1 morceau · 1\u202f234 écoutes · 0 abonné",
    "Écoutes · depuis le début · n°\u00a04 sur 214",
    "Selon BeatPass · État\u00a0: 1er novembre 2026",
  ]);
  expect(blocks.map(({ type }) => type)).toEqual(["context", "rich_text", "context", "actions"]);
});

test("no answer with listeners or losses may be shown to the channel", () => {
  expect(
    everyAnswer("K")
      .filter(isShareable)
      .map(({ is }) => is),
  ).toEqual(["stats", "progress", "achievements", "leaderboard"]);
});

/** The line without its escaped characters: what markup is left to be read. */
const markup = (line: string): string => line.replaceAll(/\\[^0-9A-Za-z\s]/g, "x");

test("whatever people are called, answers mention nobody, hold no markup of theirs and fit both platforms", () => {
  fc.assert(
    fc.property(nastyName, fc.constantFrom<Locale>("en", "fr"), fc.boolean(), (name, locale, demo) => {
      for (const answer of everyAnswer(name, demo)) {
        const onDiscord = discord.renderAnswer(answer, locale, { now, member: name });
        expect(onDiscord.allowed_mentions).toEqual({ parse: [] });
        expect(onDiscord.content.length).toBeLessThanOrEqual(2000);
        expect(onDiscord.content).not.toMatch(/@everyone|@here/);
        for (const line of onDiscord.content.split("\n")) {
          const words = line
            .replaceAll(/<t:\d+:R>/g, "")
            .replace(/^-# /, "")
            .replace(/^\*\*(.*)\*\*$/, "$1");
          expect(markup(words), line).not.toMatch(/[*_~`|<[]|:\/\//);
        }
        const onSlack = slack.renderAnswer(answer, locale, { now, member: name });
        expect(onSlack.text).not.toMatch(/<(?!\/)|>/);
        expect(JSON.stringify(onSlack.blocks).length).toBeLessThan(13_000);
        expect(onSlack.text.split("\n")).toHaveLength(onDiscord.content.split("\n").length);
        expect(answerLines(answer, locale, { now, member: name }).lines.every((line) => !line.includes("\n"))).toBe(
          true,
        );
      }
    }),
    { numRuns: 60 },
  );
});
