import type { Progress, TrackRow } from "@beatpass/shared/contracts";
import { describe, expect, test } from "vitest";
import { sampleAchievement } from "../../progress/testing/sample-achievement.ts";
import { listTips } from "./list-tips.ts";

const rules: Progress["rules"] = {
  name: "house",
  version: 3,
  upload: 70,
  metadata: 40,
  collaboration: 20,
  play: { xp: 1, per: "every" },
  minimumListenMs: 0,
};
const progress = (...achievements: Progress["achievements"]) => ({ rules, achievements }) as Progress;
const track = (id: string, missingMetadata: TrackRow["missingMetadata"], plays = 0) =>
  ({ id, title: `Track ${id}`, missingMetadata, plays }) as TrackRow;
const kinds = (...args: Parameters<typeof listTips>) => listTips(...args).map(({ kind }) => kind);

describe("the fastest ways to XP", () => {
  test("name the track that lacks least, then the most played one, and how many others lack something", () => {
    const [tip] = listTips(progress(), [
      track("all", ["bpm", "key", "scale"], 90),
      track("quiet", ["tags"], 2),
      track("heard", ["bpm"], 8),
      track("cover-only", ["image"], 99),
      track("full", []),
    ]);
    expect(tip).toEqual({
      kind: "metadata",
      xp: 40,
      track: { id: "heard", title: "Track heard" },
      missing: ["bpm"],
      others: 2,
    });
  });

  test("pay what the server's own rules pay", () => {
    expect(listTips(progress(), [])).toEqual([{ kind: "upload", xp: 70, metadata: 40, collaboration: 20 }]);
  });

  test("offer the cheapest profile achievement, and no other that is far away or done", () => {
    const oracle = sampleAchievement("oracle", { category: "profile", xp: 300, target: 1 });
    const photogenic = sampleAchievement("photogenic", { category: "profile", xp: 200, target: 1 });
    const near = sampleAchievement("team-player", { category: "collaboration", current: 8, target: 10 });
    const far = sampleAchievement("bridge-builder", { category: "collaboration", current: 8, target: 25 });
    const tips = listTips(progress(oracle, photogenic, near, far), []);
    expect(tips.map((tip) => ("achievement" in tip ? tip.achievement.slug : tip.kind))).toEqual([
      "photogenic",
      "upload",
      "team-player",
    ]);
    const unlockedAt = "2026-11-01T00:00:00Z";
    const done = [oracle, photogenic, near].map((one) => ({ ...one, unlockedAt }));
    expect(kinds(progress(...done, far), [])).toEqual(["upload"]);
  });
});
