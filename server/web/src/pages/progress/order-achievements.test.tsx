import { closestFirst, newestFirst, shareDone } from "@beatpass/messages";
import { expect, test } from "vitest";
import { byRarity } from "./order-achievements.ts";
import { sampleAchievement as sample } from "./testing/sample-achievement.ts";

const slugs = (achievements: { slug: string }[]) => achievements.map(({ slug }) => slug);

test("what is furthest along comes first, of equals what pays less; what is not measured comes last", () => {
  const achievements = [
    sample("unmeasured", { xp: 1 }),
    sample("yes-or-no", { current: 0, target: 1, xp: 2 }),
    sample("half-dear", { current: 5, target: 10, xp: 500 }),
    sample("half", { current: 1, target: 2, unit: "tracks" }),
    sample("held", { unlockedAt: "2026-01-01T00:00:00Z" }),
    sample("beyond", { current: 12, target: 10 }),
    sample("nothing-done", { current: 0, target: 10 }),
  ];
  expect(slugs(closestFirst(achievements))).toEqual([
    "beyond",
    "half",
    "half-dear",
    "nothing-done",
    "unmeasured",
    "yes-or-no",
  ]);
});

test("nobody is more than all the way along", () => {
  expect(shareDone(sample("beyond", { current: 12, target: 10 }))).toBe(1);
});

test("unlocked ones come newest first, of one moment the rarest first", () => {
  const [early, late] = ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"];
  const achievements = [
    sample("locked"),
    sample("old", { unlockedAt: early }),
    sample("new-common", { unlockedAt: late }),
    sample("new-epic", { unlockedAt: late, rarity: "epic" }),
  ];
  expect(slugs(newestFirst(achievements))).toEqual(["new-epic", "new-common", "old"]);
});

test("within a category common ones come first", () => {
  const achievements = [sample("epic", { rarity: "epic" }), sample("rare", { rarity: "rare" }), sample("common")];
  expect(slugs(byRarity(achievements))).toEqual(["common", "rare", "epic"]);
});
