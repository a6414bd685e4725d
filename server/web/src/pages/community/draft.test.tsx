import type { CommunitySettings } from "@beatpass/shared/contracts";
import { expect, test } from "vitest";
import { changedFields, toggled } from "./draft.ts";

const saved: CommunitySettings = {
  channelId: "c1",
  topicChannels: {},
  topics: ["level-up", "achievement"],
  boards: ["overall:all-time"],
  levelUpFrom: 5,
  unlocksFrom: "rare",
  rankNewsMembers: 10,
  topTenRanked: 20,
  dailyPosts: 6,
  timeZone: "UTC",
  quietHours: null,
  digestDay: 1,
  locale: "en",
  members: "linked",
  mentions: false,
  levelRoles: null,
};

test("only what differs is sent, null included; nothing where nothing differs", () => {
  expect(changedFields(saved, structuredClone(saved))).toEqual({});
  const draft = { ...saved, digestDay: null, quietHours: { from: "22:00", to: "08:00" } };
  expect(changedFields(saved, draft)).toEqual({ digestDay: null, quietHours: { from: "22:00", to: "08:00" } });
});

test("a switch keeps the list in its own order", () => {
  expect(toggled(["c", "a"], "b", true, ["a", "b", "c"])).toEqual(["a", "b", "c"]);
  expect(toggled(["a", "b"], "a", false, ["a", "b", "c"])).toEqual(["b"]);
});
