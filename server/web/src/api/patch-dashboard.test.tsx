import type { Dashboard } from "@beatpass/shared/contracts";
import { describe, expect, test } from "vitest";
import { patchDashboard } from "./patch-dashboard.ts";

const known: Dashboard = {
  producer: { id: "p1", name: "Kaya Noir", artists: [], demo: false },
  tracks: 3,
  plays: 100,
  followers: 5,
  albums: 1,
  downloads: 2,
  plays30d: [...Array<number>(29).fill(3), 4],
  playsToday: 4,
  playsLast24h: 6,
  basis: "computed",
  level: 1,
  title: "Novice Producer",
  xp: 99,
  xpForLevel: 0,
  xpForNext: 100,
  xpToNext: 1,
  progress: 0.99,
  asOf: "2026-11-23T12:00:00Z",
};
const at = "2026-11-23T12:00:05Z";

describe("a live event in the overview", () => {
  test("XP that crosses a line brings the level, its title and the way to the next", () => {
    const patched = patchDashboard(known, { type: "progress", producerId: "p1", xp: 100, level: 2, at });
    expect(patched).toMatchObject({ xp: 100, level: 2, xpForLevel: 100, xpForNext: 283, xpToNext: 183, progress: 0 });
    expect(patched.title).toBe("Novice Producer");
    expect(patched.asOf).toBe(at);
    expect(patched.plays).toBe(100);
  });

  test("plays move the total, today and the last bar, and nothing else", () => {
    const patched = patchDashboard(known, { type: "plays", producerId: "p1", plays: 103, at });
    expect(patched).toMatchObject({ plays: 103, playsToday: 7, playsLast24h: 9, xp: 99 });
    expect(patched.plays30d).toEqual([...Array<number>(29).fill(3), 7]);
  });

  test("plays that went with a removed track take none away from today", () => {
    const patched = patchDashboard(known, { type: "plays", producerId: "p1", plays: 60, at });
    expect(patched).toMatchObject({ plays: 60, playsToday: 4, playsLast24h: 6 });
  });

  test("another producer's event changes nothing", () => {
    expect(patchDashboard(known, { type: "progress", producerId: "p2", xp: 500, level: 3, at })).toBe(known);
  });
});
