import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCounts } from "../dashboard/index.ts";
import {
  artist,
  checkLedger,
  createTestContext,
  FULL_METADATA,
  fold,
  play,
  plays,
  profile,
  record,
  removal,
  rowsOf,
  type TestContext,
  totalXp,
  track,
  trackUpdate,
  unlocksOf,
  xpOf,
} from "../testing/index.ts";
import { readProgress } from "./read-progress.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(async () => {
  expect(await checkLedger(context)).toEqual([]);
  context.close();
});

const on = (day: number) => ({ time: `2026-11-1${day}T00:00:00Z` });

describe("what a track pays", () => {
  test("upload 100, metadata 50, collaboration 25, in full to every credited artist", async () => {
    await record(context, artist("a1"), artist("a2"), track("t1", ["a1", "a2"], FULL_METADATA), play("t1"));
    const all = { upload: 100, metadata: 50, collaboration: 25, play: 1 };
    expect(await xpOf(context.db, "a1")).toEqual(all);
    expect(await xpOf(context.db, "a2")).toEqual(all);
  });

  test.each(["bpm", "key", "scale", "tags", "description"] as const)(
    "metadata pays nothing without %s",
    async (field) => {
      await record(context, artist("a1"), track("t1", ["a1"], { ...FULL_METADATA, [field]: undefined }, on(1)));
      expect(await xpOf(context.db, "a1")).toEqual({ upload: 100 });
      await record(context, trackUpdate("t1", { [field]: FULL_METADATA[field] }, on(2)));
      expect(await xpOf(context.db, "a1")).toEqual({ upload: 100, metadata: 50 });
    },
  );

  test("cleared and filled again, metadata pays once and is not taken back", async () => {
    await record(context, artist("a1"), track("t1", ["a1"], FULL_METADATA, on(1)));
    await record(context, trackUpdate("t1", { bpm: null }, on(2)), trackUpdate("t1", { bpm: 90 }, on(3)));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 100, metadata: 50 });
  });

  test("a track that is not public pays nothing, nor do its plays, until it is", async () => {
    await record(context, artist("a1"), track("t1", ["a1"], { ...FULL_METADATA, public: false }, on(1)), play("t1"));
    expect(await totalXp(context.db, "a1")).toBe(0);
    await record(context, trackUpdate("t1", { public: true }, on(2)), play("t1"));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 100, metadata: 50, play: 1 });
  });

  test("uploaded again under the same id, a track pays nothing more", async () => {
    await record(context, artist("a1"), track("t1", ["a1"], {}, on(1)), track("t1", ["a1"], {}, on(2)));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 100 });
  });

  test("a removed track keeps the XP it earned and leaves every other count", async () => {
    await record(
      context,
      artist("a1"),
      track("t1", ["a1"], {}, on(1)),
      track("t2", ["a1"], {}, on(1)),
      ...plays("t1", 5),
    );
    await record(context, removal("t1", on(2)), play("t1"));
    await fold(context);
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 200, play: 5 });
    expect(await readCounts(context.db, "a1")).toMatchObject({ tracks: 1, plays: 0 });
  });
});

describe("who is paid", () => {
  test("nobody but artists that are claimed and completed", async () => {
    await record(
      context,
      profile("unclaimed", { bio: "b", pictures: ["https://x.example/p.png"] }),
      profile("bare", { producerId: "bare", bio: "b" }),
      profile("complete", { producerId: "complete", bio: "b", pictures: ["https://x.example/p.png"] }),
      artist("vouched"),
      track("t1", ["unclaimed", "bare", "complete", "vouched"]),
      play("t1"),
    );
    const paid = await rowsOf(context.db, "SELECT DISTINCT producer_id AS id FROM xp_entries WHERE reason = 'upload'");
    expect(paid.map(({ id }) => id).sort()).toEqual(["complete", "vouched"]);
    expect(await xpOf(context.db, "bare")).toEqual({});
  });

  test("an account with two credited profiles is paid once", async () => {
    await record(context, artist("a1", { producerId: "p" }), artist("a2", { producerId: "p" }));
    await record(context, track("t1", ["a1", "a2"], FULL_METADATA), ...plays("t1", 3));
    expect(await xpOf(context.db, "p")).toEqual({ upload: 100, metadata: 50, collaboration: 25, play: 3 });
  });

  test("a late claim is paid once for what existing tracks award; past plays are not back-paid", async () => {
    await record(context, profile("a1", {}, on(1)), artist("a2"));
    await record(context, track("t1", ["a1"], FULL_METADATA), track("t2", ["a1", "a2"]), ...plays("t1", 7));
    const others = await xpOf(context.db, "a2");
    const claim = () => record(context, artist("a1", {}, { time: "2026-11-15T00:00:00Z" }));
    await claim();
    const paid = { upload: 200, metadata: 50, collaboration: 25 };
    expect(await xpOf(context.db, "a1")).toEqual(paid);
    await claim();
    expect(await xpOf(context.db, "a1")).toEqual(paid);
    await record(context, ...plays("t1", 2));
    expect(await xpOf(context.db, "a1")).toEqual({ ...paid, play: 2 });
    expect(await xpOf(context.db, "a2")).toEqual(others);
  });

  test("a profile completed later, lost and completed again is paid for its tracks once", async () => {
    await record(context, profile("a1", { producerId: "a1", bio: "b" }, on(1)), track("t1", ["a1"]), play("t1"));
    expect(await xpOf(context.db, "a1")).toEqual({});
    const picture = { pictures: ["https://x.example/p.png"] };
    await record(context, profile("a1", picture, on(2)), play("t1"));
    await record(context, profile("a1", { pictures: null }, on(3)), play("t1"));
    await record(context, profile("a1", picture, on(4)), play("t1"));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 100, play: 2 });
  });

  test("an artist credited later is paid for the track from then on", async () => {
    await record(context, artist("a1"), artist("a2"), track("t1", ["a1"], {}, on(1)), ...plays("t1", 2));
    await record(context, trackUpdate("t1", { artistIds: ["a1", "a2"] }, on(2)), ...plays("t1", 3));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 100, play: 5, collaboration: 25 });
    expect(await xpOf(context.db, "a2")).toEqual({ upload: 100, play: 3, collaboration: 25 });
  });

  test("eligibility is that of the event's arrival, not of its time", async () => {
    await record(context, artist("a1", {}, on(5)), track("t1", ["a1"], {}, on(1)), play("t1", {}, on(2)));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 100, play: 1 });
  });
});

describe("levels", () => {
  test("XP is there at once, and a level begins exactly at its XP", async () => {
    await record(context, artist("a1"), profile("a2", { producerId: "a2" }));
    const { progress } = await record(context, track("t1", ["a1"]));
    expect(progress).toEqual([{ producerId: "a1", xp: 100, level: 2, leveledUp: true }]);
    await record(context, track("t2", ["a1"]), ...plays("t1", 82));
    expect(await readProgress(context, "a1")).toMatchObject({ xp: 282, level: 2, xpToNext: 1 });
    expect((await record(context, play("t1"))).progress).toEqual([
      { producerId: "a1", xp: 283, level: 3, leveledUp: true },
    ]);
    expect(await readProgress(context, "a1")).toMatchObject({ level: 3, xpForLevel: 283, progress: 0 });
  });
});

describe("profile achievements", () => {
  const picture = (n: number) => Array.from({ length: n }, (_, i) => `https://x.example/${i}.png`);
  const links = (n: number) => Array.from({ length: n }, (_, i) => `https://x.example/${i}`);
  const unlocked = () => unlocksOf(context.db, "a1");

  test.each([
    ["photogenic", { pictures: [] }, { pictures: picture(1) }],
    ["oracle", { bio: "" }, { bio: "Beats." }],
    ["linked", { links: links(2) }, { links: links(3) }],
  ])("%s is unlocked when its line is reached, not before", async (slug, before, after) => {
    await record(context, profile("a1", { producerId: "a1", ...before }, on(1)));
    expect(await unlocked()).toEqual([]);
    await record(context, profile("a1", after, on(2)));
    expect(await unlocked()).toEqual([slug]);
  });

  test("model needs five pictures", async () => {
    await record(context, profile("a1", { producerId: "a1", pictures: picture(4) }, on(1)));
    expect(await unlocked()).toEqual(["photogenic"]);
    await record(context, profile("a1", { pictures: picture(5) }, on(2)));
    expect(await unlocked()).toEqual(["model", "photogenic"]);
  });

  test("an unlock is permanent and pays once, whatever becomes of the profile", async () => {
    await record(context, profile("a1", { producerId: "a1", bio: "Beats." }, on(1)));
    await record(context, profile("a1", { bio: null }, on(2)), profile("a1", { bio: "Back." }, on(3)));
    expect(await unlocked()).toEqual(["oracle"]);
    expect(await totalXp(context.db, "a1")).toBe(300);
  });
});

describe("the first-play rulebook", () => {
  beforeEach(async () => {
    context.close();
    context = await createTestContext({ rulebook: "first-play" });
    await record(context, artist("a1"), artist("a2"), track("t1", ["a1"], {}, on(1)), track("t2", ["a1"], {}, on(1)));
  });

  test("a track pays for its first counted play alone, in one request or several", async () => {
    await record(context, ...plays("t1", 4));
    await record(context, ...plays("t1", 3));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 200, play: 1 });
    await record(context, play("t2"));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 200, play: 2 });
  });

  test("is what the producer is told XP follows", async () => {
    const { rules } = await readProgress(context, "a1");
    expect(rules).toMatchObject({ name: "first-play", upload: 100, play: { xp: 1, per: "first" } });
  });

  test("a play that does not count is not the first one", async () => {
    await record(context, play("t1", { listenerId: "a1" }), play("t1", { userAgent: "curl/8.5.0" }));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 200 });
    await record(context, play("t1"));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 200, play: 1 });
  });

  test.each([
    ["private", trackUpdate("t1", { public: false }, on(2)), trackUpdate("t1", { public: true }, on(3))],
    ["removed", removal("t1", on(2)), track("t1", ["a1"], {}, on(3))],
    ["nobody's", profile("a1", { producerId: null }, on(2)), profile("a1", { producerId: "a1" }, on(3))],
  ])("a play that nobody can be paid for is not the first one: of a track that is %s", async (_, before, after) => {
    await record(context, before, play("t1"));
    await record(context, after, ...plays("t1", 2));
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 200, play: 1 });
    await fold(context);
    expect(await checkLedger(context)).toEqual([]);
  });

  test("somebody credited after the first play is not paid for plays", async () => {
    await record(context, play("t1"));
    await record(context, trackUpdate("t1", { artistIds: ["a1", "a2"] }, on(2)), ...plays("t1", 2));
    expect(await xpOf(context.db, "a2")).toEqual({ upload: 100, collaboration: 25 });
  });

  test("every play counts as a play all the same", async () => {
    await record(context, ...plays("t1", 3));
    await fold(context);
    expect(await rowsOf(context.db, "SELECT plays FROM tracks WHERE id = 't1'")).toEqual([{ plays: 3 }]);
  });
});
