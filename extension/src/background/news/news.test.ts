import "../../testing/fake-extension.ts";
import type { AnnouncementView } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { viewItem } from "../../storage/items.ts";
import { sampleDashboard } from "../../testing/sample-dashboard.ts";
import { changeSettings } from "../change-settings.ts";
import { sessionItem } from "../session.ts";
import { lookAtNews } from "./look-at-news.ts";
import { readNews } from "./read-news.ts";
import { NEWS_ALARM } from "./watch.ts";

const SERVER = "https://beats.example.org";
const base = {
  producer: { id: "p1", name: "Kaya Noir" },
  occurredAt: "2026-01-01T00:00:00.000Z",
  basis: "computed",
  demo: false,
} as const;
const levelUp: AnnouncementView = {
  kind: "level-up",
  ...base,
  fromLevel: 5,
  level: 6,
  title: "Intermediate Producer",
  newTitle: false,
  cause: { reason: "total", xp: 1200 },
};
const sale: AnnouncementView = {
  kind: "sale",
  ...base,
  track: { id: "7000", name: "Bus de nuit" },
  amount: 1250,
  currency: "usd",
};

let announced: { id: string; view: unknown }[];
let watched: boolean;
let down: boolean;
let inFront: boolean;
let rank: { category: "plays"; period: string; rank: number; total: number };
let badge: string;
let shown: [id: string, title: string, body: string][];

beforeEach(async () => {
  fakeBrowser.reset();
  announced = [{ id: "before", view: levelUp }];
  [watched, down, inFront, badge, shown] = [false, false, false, "", []];
  rank = { category: "plays", period: "all-time", rank: 7, total: 214 };
  Object.assign(fakeBrowser, {
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        badge = text;
      },
      setBadgeBackgroundColor: async () => undefined,
    },
    permissions: { contains: async () => true },
  });
  Object.assign(fakeBrowser.notifications, {
    create: async (id: string, { title, message }: { title: string; message: string }) => {
      shown.push([id, title, message]);
      return id;
    },
  });
  Object.assign(fakeBrowser.tabs, {
    query: async () => [{ id: 1 }],
    sendMessage: async () => inFront,
  });
  vi.stubGlobal("fetch", async (url: string) => {
    if (down) return Response.json({}, { status: 503 });
    const { pathname } = new URL(url);
    if (pathname === "/v1/announcements") return Response.json({ announcements: announced.toReversed(), watched });
    if (pathname === "/v1/dashboard") return Response.json({ ...sampleDashboard, rank });
    if (pathname === "/v1/leaderboards/plays")
      return Response.json({
        category: "plays",
        period: "all-time",
        total: 214,
        me: { rank: rank.rank, score: 512, tier: "silver", toNext: { rank: rank.rank - 1, gap: 14 } },
        rows: [],
      });
    return Response.json({}, { status: 404 });
  });
  await sessionItem.setValue({ status: "paired", server: SERVER, token: "session-token" });
  await viewItem.setValue({ connection: "paired", server: SERVER });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const everything = { "level-up": true, unlock: true, rank: true, sale: true };
const titles = () => shown.map(([, title]) => title);

describe("news", () => {
  test("is not asked for while nothing is switched on", async () => {
    const asked = vi.spyOn(globalThis, "fetch");
    await readNews({ atOnce: true });
    expect(asked).not.toHaveBeenCalled();
    expect(await fakeBrowser.alarms.get(NEWS_ALARM)).toBeFalsy();
    await changeSettings({ badge: true });
    expect((await fakeBrowser.alarms.get(NEWS_ALARM))?.periodInMinutes).toBe(5);
    await changeSettings({ badge: false });
    expect(await fakeBrowser.alarms.get(NEWS_ALARM)).toBeFalsy();
  });

  test("from before a switch was on is told by nothing, what follows once, however often and from wherever it is read", async () => {
    await changeSettings({ badge: true, notify: everything });
    expect([badge, shown]).toEqual(["", []]);
    announced.push({ id: "a1", view: levelUp });
    await Promise.all([readNews(), readNews()]);
    await readNews();
    expect(shown).toEqual([
      ["news|a1|/producer-dashboard/progress", "You’re level 6", "Intermediate Producer. 270 XP to level 7."],
    ]);
    expect(badge).toBe("1");
  });

  test("begins with the switch even where the background is stopped as it is turned", async () => {
    const saved: string[] = [];
    fakeBrowser.storage.onChanged.addListener((changes) => saved.push(...Object.keys(changes)));
    await changeSettings({ notify: { unlock: true } });
    expect(saved.slice(0, 2)).toEqual(["news", "settings"]);
  });

  test("of a kind that is switched on later begins there", async () => {
    await changeSettings({ notify: { unlock: true } });
    announced.push({ id: "a1", view: levelUp });
    await changeSettings({ notify: { "level-up": true } });
    await readNews();
    expect(shown).toEqual([]);
    announced.push({ id: "a2", view: levelUp });
    await readNews();
    expect(titles()).toEqual(["You’re level 6"]);
  });

  test("is counted and not notified while the site or the dashboard is in front", async () => {
    await changeSettings({ badge: true, notify: everything });
    inFront = true;
    announced.push({ id: "a1", view: levelUp });
    await readNews();
    [inFront, watched] = [false, true];
    announced.push({ id: "a2", view: levelUp });
    await readNews();
    watched = false;
    await readNews();
    expect([badge, shown]).toEqual(["2", []]);
  });

  test("of a sale names the amount only where that was asked for", async () => {
    await changeSettings({ notify: { sale: true } });
    announced.push({ id: "s1", view: sale });
    await readNews();
    await changeSettings({ saleAmount: true });
    announced.push({ id: "s2", view: sale });
    await readNews();
    expect(shown.map(([, title, body]) => `${title} ${body}`)).toEqual([
      "“Bus de nuit” sold Open to see the amount.",
      "“Bus de nuit” sold $12.50 for you.",
    ]);
  });

  test("of a kind this version does not know is counted", async () => {
    await changeSettings({ badge: true, notify: everything });
    announced.push({ id: "x1", view: { kind: "seal-of-approval", occurredAt: base.occurredAt } });
    await readNews();
    expect([badge, shown]).toEqual(["1", []]);
  });

  test("of a rank gained names the field and the way on; a place lost and won back is told once", async () => {
    await changeSettings({ notify: { rank: true } });
    for (const place of [5, 6, 5]) {
      rank = { ...rank, rank: place };
      await readNews();
    }
    expect(shown).toEqual([
      [
        "news|rank-plays-all-time-5|/producer-dashboard/leaderboards?category=plays&period=all-time",
        "You’re #5 of 214, up 2 places",
        "Plays · all time. 14 plays to the next place.",
      ],
    ]);
  });

  test("that was looked at leaves the icon", async () => {
    await changeSettings({ badge: true });
    announced.push({ id: "a1", view: levelUp }, { id: "a2", view: levelUp });
    await readNews();
    expect(badge).toBe("2");
    await lookAtNews();
    expect(badge).toBe("");
    await readNews();
    expect(badge).toBe("");
  });

  test("is asked for less and less often while the server fails, and nothing of it is lost", async () => {
    await changeSettings({ notify: everything });
    down = true;
    await readNews();
    down = false;
    announced.push({ id: "a1", view: levelUp });
    await readNews();
    expect(shown).toEqual([]);
    vi.setSystemTime(Date.now() + 11 * 60_000);
    await readNews();
    vi.useRealTimers();
    expect(titles()).toEqual(["You’re level 6"]);
  });
});
