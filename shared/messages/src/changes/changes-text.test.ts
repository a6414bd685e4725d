import type { Changes } from "@beatpass/shared/contracts";
import { describe, expect, test } from "vitest";
import { changesText } from "./changes-text.ts";

const now = new Date("2026-11-24T10:00:00Z");
const at = { now, timeZone: "UTC" };
const nothing: Changes = {
  since: "2026-11-23T18:40:00Z",
  plays: 0,
  xp: 0,
  unlocks: [],
  ranks: [],
  followers: 0,
  asOf: now.toISOString(),
};
const unlock = (name: string) => ({ slug: "s", name, rarity: "rare", xp: 100 }) as const;

describe("what changed since a visit", () => {
  test("is one sentence that names the visit and every gain", () => {
    const changes: Changes = {
      ...nothing,
      plays: 34,
      xp: 1534,
      levels: { from: 11, to: 12 },
      unlocks: [unlock("Team Player")],
      ranks: [
        { category: "plays", period: "all-time", from: 14, to: 12, total: 214 },
        { category: "points", period: "all-time", from: 9, to: 10, total: 214 },
      ],
      followers: 1,
    };
    expect(changesText(changes, "en", at)).toBe(
      "Since yesterday 18:40: +34 plays, +1,534 XP, level 12, Team Player unlocked, up 2 in Plays, +1 follower",
    );
    expect(changesText(changes, "fr", at)).toBe(
      "Depuis hier 18\u00a0h\u00a040\u00a0: +34 écoutes, +1\u202f534 XP, niveau 12, Team Player en poche, +2 places en Écoutes, +1 abonné",
    );
  });

  test("says plainly that nothing did", () => {
    expect(changesText(nothing, "en", at)).toBe("Nothing new since yesterday 18:40.");
    expect(changesText(nothing, "fr", at)).toBe("Rien de neuf depuis hier 18\u00a0h\u00a040.");
  });

  test("names a board's period, a first rank with its field, and a loss only where no gain is there", () => {
    const moved = (rank: Changes["ranks"][number]) => changesText({ ...nothing, ranks: [rank] }, "en", at);
    expect(moved({ category: "plays", period: "7d", from: 3, to: 2, total: 9 })).toContain(
      "up 1 in Plays (last 7 days)",
    );
    expect(moved({ category: "uploads", period: "all-time", to: 40, total: 214 })).toContain("#40 of 214 in Uploads");
    expect(moved({ category: "plays", period: "all-time", from: 2, to: 5, total: 9 })).toContain("down 3 in Plays");
  });

  test("names three unlocks and counts the rest", () => {
    const unlocks = ["A", "B", "C", "D"].map(unlock);
    expect(changesText({ ...nothing, unlocks }, "en", at)).toContain("A, B, C and 1 more unlocked");
  });

  test("tells the visit in the reader's own time zone", () => {
    const since = (instant: string, timeZone: string) =>
      changesText({ ...nothing, since: instant }, "en", { now, timeZone });
    expect(since("2026-11-24T08:05:00Z", "UTC")).toBe("Nothing new since 08:05.");
    expect(since("2026-11-24T04:05:00Z", "America/Toronto")).toBe("Nothing new since yesterday 23:05.");
    expect(since("2026-11-21T08:05:00Z", "UTC")).toBe("Nothing new since Saturday 08:05.");
    expect(since("2026-11-02T08:05:00Z", "UTC")).toBe("Nothing new since November 2.");
    expect(changesText({ ...nothing, since: "2026-11-02T08:05:00Z" }, "fr", at)).toBe(
      "Rien de neuf depuis le 2 novembre.",
    );
  });
});
