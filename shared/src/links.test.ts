import { expect, test } from "vitest";
import type { AnnouncementView } from "./contracts/index.ts";
import { announcementPath, boardPath, leadsEverybody } from "./links.ts";

const about = { producer: { id: "1", name: "Kaya" }, occurredAt: "2026-11-20T12:00:00Z", demo: false };
const said = { ...about, basis: "computed" as const };
const community = { id: "com-1", name: "Beat Lab" };
const levelUp: AnnouncementView = {
  ...said,
  kind: "level-up",
  fromLevel: 9,
  level: 10,
  title: "Experienced Producer",
  newTitle: true,
  cause: { reason: "total", xp: 100 },
};
const topTen: AnnouncementView = {
  ...said,
  kind: "top-ten",
  category: "plays",
  period: "7d",
  total: 48,
  rank: 8,
  among: community,
};
const spike: AnnouncementView = {
  ...said,
  kind: "spike",
  track: { id: "7", name: "Night bus" },
  date: "2026-11-20",
  plays: 90,
  usual: 4,
};

test("what is said of a board in a channel leads to that board", () => {
  const page = "/producer-dashboard/leaderboards?category=plays&period=7d";
  expect(announcementPath(topTen, "channel")).toBe(`${page}&community=com-1`);
  expect(announcementPath({ ...topTen, among: undefined }, "channel")).toBe(page);
});

test("nothing in a channel leads each reader to a page of their own; to a person it may", () => {
  expect(announcementPath(levelUp, "channel")).toBeUndefined();
  expect(announcementPath(levelUp, "person")).toBe("/producer-dashboard/progress");
  expect(announcementPath(spike, "person")).toBe("/backstage/tracks/7/insights");
});

test("who administers a community is led to no page for which they would need an account", () => {
  const notice = { kind: "notice", about: "channel-gone", platform: "discord", community, locale: "en" } as const;
  expect(announcementPath({ ...notice, occurredAt: about.occurredAt, demo: false }, "person")).toBeUndefined();
});

test("a board is the same for everybody, and every other page is not", () => {
  const address = (path: string) => `https://beats.example${path}`;
  expect(leadsEverybody(address(boardPath({ category: "plays" })))).toBe(true);
  expect(leadsEverybody(address("/producer-dashboard"))).toBe(false);
  expect(leadsEverybody(address("/producer-dashboard/progress"))).toBe(false);
});
