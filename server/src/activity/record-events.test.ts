import { RULEBOOKS } from "@beatpass/shared/rules";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  artist,
  checkLedger,
  createTestContext,
  download,
  fold,
  follow,
  play,
  plays,
  profile,
  record,
  recordAs,
  rowsOf,
  TEST_NOW,
  type TestContext,
  track,
  unfollow,
  xpOf,
} from "../testing/index.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("a1"), track("t1", ["a1"], { durationMs: 200_000 }));
});
afterEach(async () => {
  expect(await checkLedger(context)).toEqual([]);
  context.close();
});

const countedPlays = async () => (await rowsOf(context.db, "SELECT count(*) AS n FROM plays WHERE counted"))[0]!.n;

describe("what is delivered again changes nothing", () => {
  test("a replayed play earns no XP", async () => {
    const event = play("t1");
    expect(await record(context, event)).toMatchObject({ accepted: 1, duplicates: 0, progress: [{ xp: 101 }] });
    expect(await record(context, event)).toEqual({ accepted: 0, duplicates: 1, rejected: [], progress: [] });
    expect(await xpOf(context.db, "a1")).toEqual({ play: 1, upload: 100 });
    expect(await countedPlays()).toBe(1);
  });

  test("a play sent twice in one request is one play", async () => {
    const event = play("t1");
    expect(await record(context, event, event)).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await xpOf(context.db, "a1")).toEqual({ play: 1, upload: 100 });
  });

  test("the same id from another source is another play", async () => {
    await record(context, play("t1", {}, { id: "p", source: "one" }), play("t1", {}, { id: "p", source: "two" }));
    expect(await xpOf(context.db, "a1")).toEqual({ play: 2, upload: 100 });
  });

  test.each([
    ["a download after a play", () => play("t1", {}, { id: "x" }), () => download("t1", "u1", { id: "x" })],
    ["a play after a download", () => download("t1", "u1", { id: "x" }), () => play("t1", {}, { id: "x" })],
    ["a follow after a download", () => download("t1", "u1", { id: "x" }), () => follow("a1", "u1", { id: "x" })],
  ])("the same source and id with another type is a duplicate: %s", async (_, first, second) => {
    expect(await record(context, first())).toMatchObject({ accepted: 1 });
    expect(await record(context, second())).toEqual({ accepted: 0, duplicates: 1, rejected: [], progress: [] });
  });

  test.each([
    ["play", "download"],
    ["download", "play"],
  ])("the same source and id with another type is a duplicate within one request: %s, then %s", async (first) => {
    const both = [play("t1", {}, { id: "x" }), download("t1", "u1", { id: "x" })];
    const answer = await record(context, ...(first === "play" ? both : both.reverse()));
    expect(answer).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await countedPlays()).toBe(first === "play" ? 1 : 0);
  });

  test("of plays whose ids lie around that of a fact, the one with its id is the duplicate", async () => {
    await record(context, download("t1", "u1", { id: "m" }));
    const answer = await record(context, ...["a", "m", "z"].map((id) => play("t1", {}, { id })));
    expect(answer).toMatchObject({ accepted: 2, duplicates: 1 });
    expect(await rowsOf(context.db, "SELECT event_id AS id FROM plays ORDER BY id")).toEqual([
      { id: "a" },
      { id: "z" },
    ]);
  });

  test("a play that is repeated at the far end of a large batch is taken once", async () => {
    const many = plays("t1", 2600);
    expect(await record(context, ...many, many[0]!)).toMatchObject({ accepted: 2600, duplicates: 1 });
  });
});

describe("what counts as a play", () => {
  test("a play by an account credited on the track does not count and pays nobody", async () => {
    await record(context, artist("a2"), track("t2", ["a1", "a2"]));
    const before = [await xpOf(context.db, "a1"), await xpOf(context.db, "a2")];
    await record(context, play("t2", { listenerId: "a1" }), play("t2", { listenerId: "a2" }));
    expect([await xpOf(context.db, "a1"), await xpOf(context.db, "a2")]).toEqual(before);
    expect(await countedPlays()).toBe(0);
  });

  test("the same account's play of somebody else's track counts", async () => {
    await record(context, artist("a2"), play("t1", { listenerId: "a2" }));
    expect(await xpOf(context.db, "a1")).toEqual({ play: 1, upload: 100 });
  });

  test("an account is credited by any of its profiles", async () => {
    await record(context, artist("alias", { producerId: "a1" }), track("t2", ["alias"]));
    await record(context, play("t2", { listenerId: "a1" }));
    expect(await countedPlays()).toBe(0);
  });

  test("a bot's play does not count; a browser's does", async () => {
    const bot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    const browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";
    await record(context, play("t1", { userAgent: bot }), play("t1", { userAgent: browser }));
    expect(await countedPlays()).toBe(1);
    await fold(context);
    expect(await rowsOf(context.db, "SELECT plays FROM tracks")).toEqual([{ plays: 1 }]);
  });

  test("a play of 0 ms counts; so does one without a listened time", async () => {
    await record(context, play("t1", { listenedMs: 0 }), play("t1"));
    expect(await countedPlays()).toBe(2);
  });

  test("a play shorter than the rulebook's minimum is kept and does not count", async () => {
    const strict = { ...context, rulebook: { ...context.rulebook, minimumListenMs: 30_000 } };
    await record(strict, play("t1", { listenedMs: 29_999 }), play("t1", { listenedMs: 30_000 }), play("t1"));
    expect(await countedPlays()).toBe(2);
    expect(await rowsOf(context.db, "SELECT count(*) AS n FROM plays")).toEqual([{ n: 3 }]);
  });
});

test("words of a play that nobody knows are read as what its others imply, codes of no country as none", async () => {
  const words = [
    { device: "phone", platform: "iOS", country: "uk" },
    { device: "tablet", platform: "iOS", country: "ZZ" },
  ];
  await record(context, ...words.map((data) => play("t1", data)));
  expect(await rowsOf(context.db, "SELECT device, platform, country FROM plays ORDER BY seq")).toEqual([
    { device: "mobile", platform: "iOS", country: "GB" },
    { device: "tablet", platform: "iOS", country: null },
  ]);
});

describe("one bad event stops no other", () => {
  test.each([
    ["a negative duration", play("t1", { listenedMs: -1 }), "invalid", /^data\.listenedMs: /],
    ["a fraction of a millisecond", play("t1", { listenedMs: 1.5 }), "invalid", /^data\.listenedMs: /],
    ["an unknown track", play("nowhere"), "unknown_track", /data\.trackId: no track "nowhere" is known/],
    ["an unknown artist", follow("nobody", "u1"), "unknown_artist", /data\.artistId: no artist "nobody" is known/],
    ["a credit for an unknown artist", track("t9", ["a1", "nobody"]), "unknown_artist", /data\.artistIds: .*"nobody"/],
    ["a download of an unknown track", download("nowhere", "u1"), "unknown_track", /data\.trackId: .*"nowhere"/],
    ["an unknown type", { ...play("t1"), type: "ca.beatpass.like" }, "invalid", /^type: /],
    ["no time", { ...play("t1"), time: undefined }, "invalid", /^time: /],
    ["a time that is none", play("t1", {}, { time: "yesterday" }), "invalid", /^time: /],
    ["no id", { ...play("t1"), id: "" }, "invalid", /^id: /],
    ["no data", { ...play("t1"), data: undefined }, "invalid", /^data: /],
    ["a day that is none", play("t1", {}, { time: "2024-02-30T00:00:00Z" }), "invalid", /^time: /],
    ["a country that is none", play("t1", { country: "Canada" }), "invalid", /^data\.country: /],
    [
      "a picture that is no web address",
      artist("a3", { pictures: ["javascript:alert(1)"] }),
      "invalid",
      /^data\.pictures\.0: /,
    ],
    [
      "a profile made in the future",
      artist("a3", { createdAt: "2026-11-24T12:00:00Z" }),
      "in_future",
      /^data\.createdAt: /,
    ],
    ["a blank title", track("t9", ["a1"], { title: "  " }), "invalid", /^data\.title: is blank/],
    ["no object at all", 42, "invalid", /^event: /],
    ["null", null, "invalid", /^event: /],
    ["a source that only the server speaks for", play("t1", {}, { source: "csv" }), "source_not_allowed", /"csv"/],
  ])("%s is rejected with its place, and the rest goes in", async (_, bad, code, message) => {
    const answer = await record(context, play("t1"), bad, play("t1"));
    expect(answer).toMatchObject({
      accepted: 2,
      rejected: [{ index: 1, code, message: expect.stringMatching(message) }],
    });
    expect(await xpOf(context.db, "a1")).toEqual({ play: 2, upload: 100 });
  });

  test("a platform or device in many words is kept as another one", async () => {
    const words = "Android OS 7.0 API 24 (samsung, SM-G930F1)";
    const answer = await record(context, play("t1", { platform: words }), play("t1", { device: words }));
    expect(answer).toMatchObject({ accepted: 2, rejected: [] });
    expect(await rowsOf(context.db, "SELECT platform, device FROM plays ORDER BY seq")).toEqual([
      { platform: "other", device: "tv-other" },
      { platform: null, device: "tv-other" },
    ]);
  });

  test("a play more than five minutes ahead of the clock is in the future; one of five minutes is not", async () => {
    const at = (ms: number) => new Date(Date.parse(TEST_NOW) + ms).toISOString();
    const answer = await record(context, play("t1", {}, { time: at(300_000) }), play("t1", {}, { time: at(300_001) }));
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ index: 1, code: "in_future" }] });
    expect(answer.rejected[0]!.message).toMatch(/^time: 2026-11-23T12:05:00.001Z is more than 5 minutes ahead/);
  });

  test("rejections come in the order of the events, wherever they were found", async () => {
    const answer = await record(context, play("nowhere"), 1, follow("nobody", "u"), { ...play("t1"), id: 7 });
    expect(answer.rejected.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  });

  test("a request of nothing but rejected events keeps nothing", async () => {
    await record(context, play("nowhere"), 1);
    expect(await rowsOf(context.db, "SELECT count(*) AS n FROM plays")).toEqual([{ n: 0 }]);
  });

  test("more than 10,000 events are refused as a whole", async () => {
    await expect(record(context, ...plays("t1", 10_001))).rejects.toMatchObject({ code: "invalid" });
    expect(await countedPlays()).toBe(0);
  });

  test.each([
    ["a null character", "a\u0000b"],
    ["half of a surrogate pair", "a\ud83d"],
  ])("%s in an id spoils nothing but its own event", async (_, odd) => {
    const answer = await record(
      context,
      play("t1"),
      play("t1", {}, { id: odd }),
      play("t1", {}, { source: odd }),
      play(odd),
      play("t1", { listenerId: odd }),
      download("t1", odd),
      follow("a1", odd),
      artist(odd),
      track(odd, ["a1"]),
      play("t1"),
    );
    expect(answer.accepted).toBe(2);
    expect(answer.rejected.map(({ code }) => code)).toEqual(Array.from({ length: 8 }, () => "invalid"));
    expect(await countedPlays()).toBe(2);
  });
});

describe("who may say what", () => {
  const send = (events: unknown[], permission: { sources: string[]; trusted: boolean }) =>
    recordAs(context, events, permission);

  test("a key speaks for its own sources alone", async () => {
    const own = { sources: ["shop"], trusted: false };
    const answer = await send([play("t1", {}, { source: "shop" }), play("t1", {}, { source: "other" })], own);
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ index: 1, code: "source_not_allowed" }] });
  });

  test("claims and vouching need a trusted key; the rest of a profile does not", async () => {
    const plain = { sources: ["*"], trusted: false };
    const answer = await send(
      [
        profile("a5", { producerId: "p5" }),
        profile("a5", { vouched: true }),
        profile("a5", { vouched: false }),
        profile("a5", { bio: "Me" }),
      ],
      plain,
    );
    expect(answer.accepted).toBe(1);
    expect(answer.rejected.map(({ code, message }) => [code, message])).toEqual([
      ["source_not_allowed", "data.producerId: needs a trusted key"],
      ["source_not_allowed", "data.vouched: needs a trusted key"],
      ["source_not_allowed", "data.vouched: needs a trusted key"],
    ]);
  });
});

describe("follows and downloads", () => {
  const following = () => rowsOf(context.db, "SELECT user_id, following FROM follows");

  test("follows and unfollows that come out of order end with the newest", async () => {
    await record(
      context,
      unfollow("a1", "u1", { time: "2026-11-03T00:00:00Z" }),
      follow("a1", "u1", { time: "2026-11-01T00:00:00Z" }),
    );
    expect(await following()).toEqual([{ user_id: "u1", following: 0 }]);
    await record(context, follow("a1", "u1", { time: "2026-11-04T00:00:00Z" }));
    expect(await following()).toEqual([{ user_id: "u1", following: 1 }]);
  });

  test("two downloads by one account are two", async () => {
    await record(context, download("t1", "u1"), download("t1", "u1"));
    expect(await rowsOf(context.db, "SELECT count(*) AS n FROM downloads")).toEqual([{ n: 2 }]);
  });
});

test("the answer names every producer whose XP changed, with the level they have now", async () => {
  await record(context, artist("a2"), artist("a3"), track("t2", ["a2"]));
  const answer = await record(context, track("t3", ["a1"]), ...plays("t3", 100), play("t2"));
  expect(answer.progress.toSorted((a, b) => a.producerId.localeCompare(b.producerId))).toEqual([
    { producerId: "a1", xp: 300, level: 3, leveledUp: true },
    { producerId: "a2", xp: 101, level: 2, leveledUp: false },
  ]);
});

describe("requests that wait together", () => {
  test("are each answered as if they had come one after the other", async () => {
    const event = play("t1");
    const answers = await Promise.all([
      record(context, event, play("t1"), play("nowhere")),
      record(context, event, ...plays("t1", 98)),
      record(context, download("t1", "u1"), play("t1"), follow("a1", "u1")),
    ]);
    expect(answers).toMatchObject([
      { accepted: 2, duplicates: 0, rejected: [{ index: 2, code: "unknown_track" }], progress: [{ xp: 102 }] },
      { accepted: 98, duplicates: 1, rejected: [], progress: [{ xp: 200 }] },
      { accepted: 3, duplicates: 0, rejected: [], progress: [{ xp: 201 }] },
    ]);
    expect(await xpOf(context.db, "a1")).toEqual({ play: 101, upload: 100 });
  });

  test("tell of a level-up in the request that brought it, and announce it once", async () => {
    const answers = await Promise.all([
      record(context, ...plays("t1", 182)),
      record(context, play("t1")),
      record(context, play("t1")),
    ]);
    expect(answers.flatMap(({ progress }) => progress)).toMatchObject([
      { xp: 282, level: 2, leveledUp: false },
      { xp: 283, level: 3, leveledUp: true },
      { xp: 284, level: 3, leveledUp: false },
    ]);
    const levels = await rowsOf(
      context.db,
      "SELECT view ->> 'level' AS level FROM announcements WHERE kind = 'level-up'",
    );
    expect(levels).toEqual([{ level: 2 }, { level: 3 }]);
  });

  test("pay a track's first play once where only that pays", async () => {
    const first = { ...context, rulebook: RULEBOOKS["first-play"] };
    const answers = await Promise.all([record(first, play("t1")), record(first, play("t1"))]);
    expect(answers.map(({ progress }) => progress.length)).toEqual([1, 0]);
    expect(await rowsOf(context.db, "SELECT count(*) AS n FROM xp_entries WHERE reason = 'play'")).toEqual([{ n: 1 }]);
  });
});
