import { DEFAULT_PRIVACY } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { communities, identities, privacy } from "../db/schema/index.ts";
import { readNotices } from "../notices/index.ts";
import {
  artist,
  community,
  createTestContext,
  fold,
  lease,
  plays,
  record,
  recordDemo,
  rowsOf,
  type TestContext,
  track,
} from "../testing/index.ts";
import { announce, type ProducerAnnouncement } from "./announce.ts";
import { foldHeld } from "./fold-held.ts";
import { recordOutcome } from "./record-outcome.ts";

type Leased = Awaited<ReturnType<typeof lease>>[number];

let context: TestContext;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T09:00:00Z") });
  context = await createTestContext();
});
afterEach(() => {
  context.close();
  vi.useRealTimers();
});

const later = (instant: string) => vi.setSystemTime(new Date(instant));
/** Level 5 for nothing but plays. */
const levelUp = (id: string) => record(context, artist(id), track(`${id}-track`, [id]), ...plays(`${id}-track`, 700));
const change = (id: string, set: Partial<typeof communities.$inferSelect>) =>
  context.db.update(communities).set(set).where(eq(communities.id, id));
const statuses = async () =>
  (await rowsOf(context.db, "SELECT status FROM deliveries ORDER BY seq")).map(({ status }) => status);
const settle = ({ id, lease: held }: Leased, outcome: Partial<Parameters<typeof recordOutcome>[1]>) =>
  recordOutcome(context, { id, lease: held, outcome: "delivered", messageId: `m-${id}`, ...outcome });
const next = async () => (await lease(context))[0]!;
/** Sends all there is to send. */
async function sendAll(): Promise<Leased[]> {
  const sent: Leased[] = [];
  for (let some = await lease(context); some.length > 0; some = await lease(context)) {
    for (const one of some) await settle(one, {});
    sent.push(...some);
  }
  return sent;
}
const namesIn = ({ view }: Leased) =>
  view.kind === "folded" ? view.lines.map(({ name }) => name) : [(view as ProducerAnnouncement).producer.name];

describe("bots that were away", () => {
  test("for days tell nothing older than a day, which is listed, and no more a day than the channel gets", async () => {
    await community(context, "g1", { dailyPosts: 3 });
    for (const day of [18, 19, 20]) {
      for (const hour of [10, 12, 14, 16]) {
        later(`2026-11-${day}T${hour}:00:00Z`);
        await levelUp(`p${day}-${hour}`);
      }
      later(`2026-11-${day}T18:00:10Z`);
      await foldHeld(context);
    }
    later("2026-11-21T09:00:00Z");
    const sent = await sendAll();
    // Two of the day before, and what its evening folded: all of it is less than a day old.
    expect(sent.map(namesIn)).toEqual([["Artist p20-10"], ["Artist p20-12"], ["Artist p20-14", "Artist p20-16"]]);
    const { unsent } = await readNotices(context);
    expect(unsent.map(({ kind }) => kind)).toEqual([
      ...["folded", "level-up", "level-up"],
      ...["folded", "level-up", "level-up"],
    ]);
    await levelUp("today");
    expect(await lease(context)).toEqual([]);
    expect((await statuses()).at(-1)).toBe("held");
    later("2026-11-21T18:00:10Z");
    await foldHeld(context);
    expect((await sendAll()).map(namesIn)).toEqual([["Artist today"]]);
  });

  test("for a day fold what is over the day's number when they are back", async () => {
    await community(context, "g1", { dailyPosts: 3 });
    for (const hour of [20, 21]) {
      later(`2026-11-22T${hour}:00:00Z`);
      await levelUp(`night-${hour}`);
    }
    for (const hour of [6, 8]) {
      later(`2026-11-23T0${hour}:00:00Z`);
      await levelUp(`morning-${hour}`);
    }
    later("2026-11-23T09:00:00Z");
    expect((await sendAll()).map(namesIn)).toEqual([["Artist night-20"], ["Artist night-21"]]);
    later("2026-11-23T18:00:10Z");
    await foldHeld(context);
    expect((await sendAll()).map(namesIn)).toEqual([["Artist morning-6", "Artist morning-8"]]);
  });
});

describe("what was held for long", () => {
  test("is tried again for a day from when it was let go", async () => {
    await community(context, "g1", { dailyPosts: 1 });
    later("2026-11-23T18:00:05Z");
    await levelUp("a");
    later("2026-11-24T18:00:00Z");
    await foldHeld(context);
    await settle(await next(), { outcome: "retry-later" });
    later("2026-11-24T19:00:00Z");
    await settle(await next(), { outcome: "retry-later" });
    expect(await statuses()).toEqual(["waiting"]);
    later("2026-11-25T17:59:50Z");
    const last = await next();
    later("2026-11-25T18:00:01Z");
    await settle(last, { outcome: "retry-later" });
    expect(await statuses()).toEqual(["rejected"]);
  });

  test("names whose level rose twice once", async () => {
    await community(context, "g1", { dailyPosts: 1 });
    await levelUp("a");
    await levelUp("b");
    later("2026-11-23T12:00:00Z");
    await record(context, ...plays("a-track", 400));
    later("2026-11-23T18:00:00Z");
    await foldHeld(context);
    const one = await next();
    expect(namesIn(one)).toEqual(["Artist b", "Artist a"]);
    expect(one.view).toMatchObject({ lines: [{ level: 5 }, { level: 6 }] });
  });

  test("is one message where all of it is the rise of one producer", async () => {
    await community(context, "g1", { dailyPosts: 1, levelUpFrom: 1 });
    await levelUp("a");
    later("2026-11-23T12:00:00Z");
    await record(context, ...plays("a-track", 400));
    later("2026-11-23T18:00:00Z");
    await foldHeld(context);
    expect((await next()).view).toMatchObject({ kind: "level-up", fromLevel: 1, level: 6 });
  });
});

describe("a community that chose anew while something waited", () => {
  const twoHeld = async () => {
    const id = await community(context, "g1", { dailyPosts: 1 });
    await levelUp("a");
    await levelUp("b");
    expect(await statuses()).toEqual(["held", "held"]);
    return id;
  };
  const evening = async () => {
    later("2026-11-23T18:00:00Z");
    await foldHeld(context);
    return sendAll();
  };

  test("is told in the channel that it has now", async () => {
    await change(await twoHeld(), { channelId: "new" });
    expect((await evening()).map(({ channelId }) => channelId)).toEqual(["new"]);
  });

  test("is told in the channel of the topic", async () => {
    await change(await twoHeld(), { channelId: null, topicChannels: { "level-up": "levels" } });
    expect((await evening()).map(({ channelId }) => channelId)).toEqual(["levels"]);
  });

  test("is told nothing where it has no channel any more", async () => {
    await change(await twoHeld(), { channelId: null });
    expect(await evening()).toEqual([]);
    expect(await statuses()).toEqual(["folded", "folded", "withdrawn"]);
  });

  test("is told nothing of a board that it listens to no more", async () => {
    const id = await community(context, "g1", { boards: ["plays:7d"] });
    await record(context, artist("a"));
    const view: ProducerAnnouncement = {
      kind: "top-ten",
      producer: { id: "a", name: "Artist a" },
      occurredAt: "2026-11-23T09:00:00Z",
      basis: "computed",
      demo: false,
      category: "plays",
      period: "7d",
      rank: 7,
      total: 30,
    };
    const say = (cause: string) => context.write((tx) => announce(tx, view, cause));
    await say("one");
    await settle(await next(), {});
    await say("two");
    await change(id, { boards: ["plays:30d"] });
    expect(await lease(context)).toEqual([]);
    expect((await statuses()).at(-1)).toBe("withdrawn");
  });

  test("hears in its new channel what the old one kept back, folded", async () => {
    const id = await community(context, "g1", { dailyPosts: 50 });
    for (const producer of ["a", "b", "c"]) await levelUp(producer);
    await settle(await next(), { outcome: "destination-gone", missing: "channel" });
    expect(await lease(context)).toEqual([]);
    await change(id, { channelId: "new" });
    later("2026-11-23T09:10:00Z");
    await foldHeld(context);
    const [first, ...others] = await sendAll();
    expect(others).toEqual([]);
    expect(first!.channelId).toBe("new");
    await foldHeld(context);
    const [rest] = await sendAll();
    expect([namesIn(first!), namesIn(rest!)].flat()).toEqual(["Artist a", "Artist b", "Artist c"]);
    expect(rest!.channelId).toBe("new");
    expect((await readNotices(context)).notices).toEqual([]);
  });
});

test("a community that moves one topic hears of it there; the trouble of its other channel goes on", async () => {
  const id = await community(context, "g1", { dailyPosts: 50, unlocksFrom: "common" });
  await levelUp("a");
  await settle(await next(), { outcome: "destination-gone", missing: "permission" });
  await levelUp("b");
  await record(context, artist("c", { pictures: ["https://example.org/1.png"] }));
  expect(await lease(context)).toEqual([]);
  expect((await readNotices(context)).notices).toMatchObject([{ deliveries: 3 }]);
  await change(id, { topicChannels: { "level-up": "levels" } });
  later("2026-11-23T09:10:00Z");
  await foldHeld(context);
  const sent = await sendAll();
  await foldHeld(context);
  sent.push(...(await sendAll()));
  expect(sent.map((one) => [one.channelId, ...namesIn(one)])).toEqual([
    ["levels", "Artist a"],
    ["levels", "Artist b"],
  ]);
  expect((await readNotices(context)).notices).toMatchObject([{ channelId: "g1-channel", deliveries: 1 }]);
});

describe("a private message", () => {
  beforeEach(async () => {
    await record(context, artist("a"), track("t", ["a"]));
    const person = { platform: "discord" as const, scope: "", platformUserId: "user-a", displayName: "", linkedAt: 0 };
    await context.db.insert(identities).values({ ...person, producerId: "a" });
    const told = { ...DEFAULT_PRIVACY.told, discord: { spike: true, sale: true, digest: true } };
    await context.db.insert(privacy).values({ producerId: "a", choices: { ...DEFAULT_PRIVACY, told }, changedAt: 0 });
  });
  const about = () => ({
    producer: { id: "a", name: "Artist a" },
    occurredAt: new Date().toISOString(),
    basis: "computed" as const,
    demo: false,
  });
  const say = (view: ProducerAnnouncement) => context.write((tx) => announce(tx, view, `${view.kind}:${Date.now()}`));
  const spike = () =>
    say({ ...about(), kind: "spike", track: { id: "t", name: "Night bus" }, date: "2026-11-23", plays: 30, usual: 4 });
  const digest = (from: string, to: string) =>
    say({ ...about(), kind: "own-digest", range: { from, to }, plays: 0, unlocked: 0 });

  test("that waited for more than a day is given up and listed", async () => {
    await spike();
    later("2026-11-24T09:00:01Z");
    expect(await lease(context)).toEqual([]);
    expect(await statuses()).toEqual(["rejected"]);
    expect((await readNotices(context)).unsent).toMatchObject([{ kind: "spike" }]);
  });

  test("that may have been seen is looked for, however old it is", async () => {
    await spike();
    await next();
    later("2026-11-25T09:00:00Z");
    expect(await next()).toHaveProperty("inDoubtSince");
  });

  test("of the week before last is not told with last week's", async () => {
    await digest("2026-11-09", "2026-11-15");
    later("2026-11-30T18:00:00Z");
    await digest("2026-11-23", "2026-11-29");
    expect((await sendAll()).map(({ view }) => view)).toMatchObject([{ range: { from: "2026-11-23" } }]);
  });

  test("about a day says so far only while that day lasts, and then how many plays the whole day had", async () => {
    context.clock.set("2026-11-23T22:00:00Z");
    await spike();
    await record(context, ...plays("t", 40).map((event) => ({ ...event, time: "2026-11-23T21:00:00Z" })));
    await fold(context);
    const first = await next();
    expect(first.view).toMatchObject({ plays: 30 });
    expect(first.view).not.toHaveProperty("dayIsOver");
    await settle(first, { outcome: "retry-later" });
    later("2026-11-23T09:01:00Z");
    context.clock.set("2026-11-24T00:00:00Z");
    expect((await next()).view).toMatchObject({ plays: 40, dayIsOver: true });
  });
});

test("what may have been seen at an attempt before is not listed as never posted", async () => {
  await community(context, "g1");
  await levelUp("a");
  await next();
  later("2026-11-23T09:01:00Z");
  const again = await next();
  expect(again).toHaveProperty("inDoubtSince");
  later("2026-11-24T09:00:01Z");
  await settle(again, { outcome: "retry-later" });
  expect(await statuses()).toEqual(["unknown"]);
});

test("the demo tells what it has whenever somebody looks", async () => {
  await community(context, "demo", { demo: true });
  const events = [artist("a"), track("t", ["a"]), ...plays("t", 700)].map((event) => ({ ...event, source: "demo" }));
  await recordDemo(context, ...events);
  later("2026-11-27T09:00:00Z");
  expect(await lease(context, { demo: true })).toHaveLength(1);
});

test("the change of a message that could not be posted is told with it once the channel works again", async () => {
  await community(context, "g1", { dailyPosts: 50 });
  await levelUp("a");
  const first = await next();
  later("2026-11-23T09:00:05Z");
  await record(context, ...plays("a-track", 400));
  await settle(first, { outcome: "destination-gone", missing: "permission" });
  expect(await lease(context)).toEqual([]);
  expect(await rowsOf(context.db, "SELECT edits FROM deliveries WHERE edits IS NOT NULL")).toEqual([]);
  later("2026-11-23T09:30:00Z");
  await levelUp("b");
  await sendAll();
  await foldHeld(context);
  expect((await sendAll()).map(({ view }) => view)).toMatchObject([{ kind: "level-up", level: 6 }]);
});

test("a folded message counts on, though the channel had its day's number", async () => {
  await community(context, "g1", { dailyPosts: 2 });
  await levelUp("a");
  expect((await sendAll()).map(namesIn)).toEqual([["Artist a"]]);
  await levelUp("b");
  await levelUp("c");
  later("2026-11-23T18:00:00Z");
  await foldHeld(context);
  expect((await sendAll()).map(namesIn)).toEqual([["Artist b", "Artist c"]]);
  later("2026-11-23T18:01:00Z");
  await levelUp("d");
  const [grown] = await sendAll();
  expect(namesIn(grown!)).toEqual(["Artist b", "Artist c", "Artist d"]);
  expect(grown).toHaveProperty("edits");
});
