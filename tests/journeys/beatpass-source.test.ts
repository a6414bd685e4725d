import { readFile } from "node:fs/promises";
import { refreshLeaderboards } from "@beatpass/server/leaderboards/index.ts";
import {
  artist,
  checkLedger,
  fold,
  plays,
  record,
  rowsOf,
  track,
  unlocksOf,
  xpOf,
} from "@beatpass/server/testing/index.ts";
import type { Insights, TrackList } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { beatpass, connectFrom, TEST_SECRET } from "./sources/beatpass-command.ts";
import { type BeatPassJourney, problemOf, startJourney } from "./sources/beatpass-journey.ts";

const METADATA = { bpm: 140, key: "A", scale: "minor", tags: [{ id: 1, name: "trap" }], description: "Dark." };

let journey: BeatPassJourney;
beforeEach(async () => {
  journey = await startJourney();
});
afterEach(async () => {
  expect(journey.api.refused.splice(0), "only documented things were asked").toEqual([]);
  await journey.close();
});

const announced = () => rowsOf(journey.context.db, "SELECT kind FROM announcements");

describe("connecting", () => {
  test.each(["full", "simple"] as const)(
    "reads the whole catalog with its totals as an opening balance (%s pagination)",
    async (pagination) => {
      const { api, context } = journey;
      Object.assign(api, { pagination, perPageMost: 3 });
      const kaya = api.producer(7, "Kaya", [5000, 0, 31, 2, 0, 8]);
      api.upload(kaya, "Together", {
        plays: 12,
        artists: [
          { id: 7, name: "Kaya" },
          { id: 9, name: "Milo" },
        ],
        ...METADATA,
      });
      const person = await journey.person("kaya@example.org");
      expect((await person.connect(kaya.token)).status).toBe(200);
      const connection = await person.read();
      expect(connection).toMatchObject({
        artist: { id: "7", name: "Kaya" },
        token: { state: "valid", days: 90, expiresAt: "2027-02-21T12:00:00.000Z" },
        tracks: 7,
        historyStart: { date: "2026-11-23", plays: 5053 },
      });
      const dashboard = await person.dashboard();
      expect(dashboard).toMatchObject({ tracks: 7, plays: 5053, playsToday: 0, playsLast24h: 0, xp: 775 });
      expect(dashboard.producer.artists).toEqual([{ id: "7", name: "Kaya" }]);
      expect(dashboard.plays30d.every((day) => day === 0)).toBe(true);
      for (const untold of ["growthRate", "followers", "albums", "downloads"])
        expect(dashboard).not.toHaveProperty(untold);
      expect(await xpOf(context.db, dashboard.producer.id)).toEqual({ collaboration: 25, metadata: 50, upload: 700 });
      const { tracks } = (await (await person.ask("GET", "/v1/tracks")).json()) as TrackList;
      expect(tracks[0]).toMatchObject({ id: "7001", title: "Kaya 1", plays: 5000, plays30d: 0 });
      const insights = (await (await person.ask("GET", "/v1/tracks/7001/insights")).json()) as Insights;
      expect(insights.plays).toMatchObject({ total: 0 });
      expect(insights.plays).not.toHaveProperty("previous");
      expect(insights).toMatchObject({ historyStart: { date: "2026-11-23", plays: 5000 } });
      expect(await checkLedger(context)).toEqual([]);
      expect(await announced()).toEqual([]);
    },
  );

  test("announces nothing at the first refresh that sees it, and something at a later one", async () => {
    const { api, context } = journey;
    await refreshLeaderboards(context, { announces: false });
    const kaya = api.producer(7, "Kaya", [50]);
    const person = await journey.person("kaya@example.org");
    context.clock.set("2026-11-23T12:10:00Z");
    await person.connect(kaya.token);
    await person.read();
    const { producer } = await person.dashboard();
    context.clock.set("2026-11-23T12:30:00Z");
    await refreshLeaderboards(context, { announces: true });
    expect(await unlocksOf(context.db, producer.id)).toContain("early-adopter");
    expect(await announced()).toEqual([]);
    context.clock.set("2026-11-23T13:00:00Z");
    api.upload(kaya, "With Milo", {
      artists: [
        { id: 7, name: "Kaya" },
        { id: 9, name: "Milo" },
      ],
      created_at: "2026-11-23T12:45:00Z",
    });
    await journey.sync(producer.id);
    expect(await announced()).toContainEqual({ kind: "achievement-unlock" });
  });

  test("keeps the token where nobody can read it: not in the database, the log or an answer", async () => {
    const { api, context } = journey;
    const kaya = api.producer(7, "Kaya", [3]);
    const person = await journey.person("kaya@example.org");
    api.faults.add({ path: /tracks$/, does: "status-before", status: 503 });
    const answer = await (await person.connect(kaya.token)).text();
    await person.read();
    const secret = kaya.token.split("|")[1]!;
    const files = await Promise.all(["", "-wal"].map((end) => readFile(context.file + end, "latin1")));
    expect(files.join("")).toContain("beatpass_connections");
    expect(journey.logged()).toContain("beatpass-reading");
    for (const text of [...files, journey.logged(), answer, JSON.stringify(await person.source())])
      expect(text).not.toContain(secret);
  });

  test.each([
    ["a token that BeatPass does not know", "99|0123456789abcdef", 422, "invalid"],
    ["a token with a space in it", "7|0123 456789", 422, "invalid"],
    ["nothing", "", 422, "invalid"],
  ])("%s is refused and changes nothing", async (_, token, status, code) => {
    journey.api.producer(7, "Kaya", [3]);
    const person = await journey.person("kaya@example.org");
    const answer = await person.connect(token);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([status, code]);
    expect(await person.source()).not.toHaveProperty("connection");
    expect((await person.ask("GET", "/v1/dashboard")).status).toBe(404);
    expect(await rowsOf(journey.context.db, "SELECT * FROM activity")).toEqual([]);
  });

  test("a token without upload access is refused and changes nothing", async () => {
    const nobody = journey.api.producer(8, "Listener", [], { uploadAccess: false });
    const person = await journey.person("listener@example.org");
    expect(await problemOf(await person.connect(nobody.token))).toMatchObject({ status: 403, code: "forbidden" });
    expect(await person.source()).not.toHaveProperty("connection");
  });

  test("BeatPass being down is said, and keeps nothing", async () => {
    const kaya = journey.api.producer(7, "Kaya", [3]);
    const person = await journey.person("kaya@example.org");
    journey.api.faults.add({ path: /profile$/, does: "reset-before", times: 5 });
    expect(await problemOf(await person.connect(kaya.token))).toMatchObject({ status: 502, code: "upstream_failed" });
    expect(await person.source()).not.toHaveProperty("connection");
  });

  test("an artist that another account holds stays with it, and the administrators find the claim, once", async () => {
    const { api, context } = journey;
    const kaya = api.producer(7, "Kaya", [3]);
    const first = await journey.person("kaya@example.org");
    await first.connect(kaya.token);
    await first.read();
    const second = await journey.person("other@example.org");
    for (let times = 0; times < 2; times++)
      expect(await problemOf(await second.connect(kaya.token))).toMatchObject({ status: 409, code: "conflict" });
    expect(await second.source()).not.toHaveProperty("connection");
    expect(await first.dashboard()).toMatchObject({ plays: 3 });
    expect(await rowsOf(context.db, "SELECT artist_id, artist_name, status FROM claims")).toEqual([
      { artist_id: "7", artist_name: "Kaya", status: "waiting" },
    ]);
    expect(journey.logged()).toContain("held-by-another");
  });

  test("an imported catalog becomes the account's, and its plays are not counted twice", async () => {
    const { api, context } = journey;
    await record(context, artist("7", { name: "Kaya" }), track("7001", ["7"]), ...plays("7001", 40));
    await fold(context);
    const before = await xpOf(context.db, "7");
    const kaya = api.producer(7, "Kaya", [100]);
    const person = await journey.person("kaya@example.org");
    await person.connect(kaya.token);
    await person.read();
    const dashboard = await person.dashboard();
    expect(dashboard.producer.id).toBe("7");
    expect(dashboard).toMatchObject({ plays: 100, historyStart: { plays: 60 } });
    expect(await xpOf(context.db, "7")).toEqual(before);
    expect(await checkLedger(context)).toEqual([]);
  });

  test("made-up people are not connected", async () => {
    const { api, context } = journey;
    await record(context, artist("eve"));
    await context.db.$client.execute("UPDATE producers SET demo = 1 WHERE id = 'eve'");
    const kaya = api.producer(7, "Kaya", [3]);
    const eve = await journey.person("eve@example.org", { producerId: "eve" });
    expect(await problemOf(await eve.connect(kaya.token))).toMatchObject({ status: 409 });
    expect(await eve.source()).not.toHaveProperty("connection");
  });
});

describe("a reading", () => {
  /** Kaya, connected at noon with one track of 100 plays. */
  const connected = async () => {
    const kaya = journey.api.producer(7, "Kaya", [100]);
    const person = await journey.person("kaya@example.org");
    await person.connect(kaya.token);
    await person.read();
    return { kaya, person, producerId: (await person.dashboard()).producer.id };
  };
  const datedPlays = () => rowsOf(journey.context.db, "SELECT event_id, at FROM plays ORDER BY at");

  test("goes on through pauses, faults and dropped connections, and waits as long as BeatPass asks", async () => {
    const { api } = journey;
    const kaya = api.producer(7, "Kaya", [1, 2, 3]);
    const person = await journey.person("kaya@example.org");
    api.faults.add({ path: /tracks$/, does: "status-before", status: 502 });
    api.faults.add({ path: /tracks$/, does: "reset-after" });
    await person.connect(kaya.token);
    api.pause(1);
    expect(await person.read()).toMatchObject({ tracks: 3, historyStart: { plays: 6 } });
    expect(api.faults.pending).toBe(0);
  });

  test("brings the plays by which totals grew, dated between the readings, paid and without engagement", async () => {
    const { kaya, person, producerId } = await connected();
    kaya.tracks[0]!.plays = 104;
    journey.context.clock.set("2026-11-23T12:40:00Z");
    expect(await journey.sync(producerId)).toMatchObject({ outcome: "recorded", newPlays: 4, doubts: [] });
    expect((await datedPlays()).map(({ at }) => new Date(Number(at)).toISOString().slice(11, 16))).toEqual([
      "12:05",
      "12:15",
      "12:25",
      "12:35",
    ]);
    expect(await person.dashboard()).toMatchObject({ plays: 104, playsToday: 4, playsLast24h: 4 });
    expect(await xpOf(journey.context.db, producerId)).toMatchObject({ play: 4 });
    const insights = (await (await person.ask("GET", "/v1/tracks/7001/insights")).json()) as Insights;
    expect(insights.engagement).toMatchObject({ plays: 0 });
    expect(insights.engagement).not.toHaveProperty("completionRate");
    expect(insights.plays).toMatchObject({ total: 4 });
    expect(insights.plays).not.toHaveProperty("growthRate");
    expect(await checkLedger(journey.context)).toEqual([]);
  });

  test("is done when its producer asks, at most every 15 minutes and with a token that works", async () => {
    const { api, context } = journey;
    const kaya = api.producer(7, "Kaya", [5000]);
    const person = await journey.person("kaya@example.org");
    const ask = () => person.ask("POST", "/v1/sources/beatpass/reading");
    expect((await ask()).status, "nothing is connected").toBe(404);
    await person.connect(kaya.token);
    await person.read();
    kaya.tracks[0]!.plays = 5003;
    expect(await problemOf(await ask())).toMatchObject({ status: 429, code: "rate_limited" });
    expect(await person.source()).toMatchObject({ connection: { nextReadingAt: "2026-11-23T12:15:00.000Z" } });
    context.clock.set("2026-11-23T12:15:00.000Z");
    expect(await (await ask()).json()).toMatchObject({ connection: { reading: { done: 0 } } });
    expect(await person.read()).toMatchObject({ lastReadAt: "2026-11-23T12:15:00.000Z" });
    expect(await person.dashboard()).toMatchObject({ plays: 5003 });
    context.clock.set("2027-02-23T12:00:00.000Z");
    expect(await problemOf(await ask()), "the token has ended").toMatchObject({ status: 409, code: "conflict" });
  });

  test("again, or two at once, changes nothing", async () => {
    const { kaya, person, producerId } = await connected();
    kaya.tracks[0]!.plays = 104;
    journey.context.clock.set("2026-11-23T12:40:00Z");
    await Promise.all([journey.sync(producerId), journey.sync(producerId)]);
    const before = [await datedPlays(), await person.dashboard()];
    expect(await journey.sync(producerId)).toMatchObject({ newPlays: 0, newTracks: 0, changedTracks: 0 });
    expect([await datedPlays(), await person.dashboard()]).toEqual(before);
  });

  test("reports a total that fell and lets it change nothing, also when it grows back", async () => {
    const { kaya, person, producerId } = await connected();
    kaya.tracks[0]!.plays = 90;
    journey.context.clock.set("2026-11-23T12:30:00Z");
    expect(await journey.sync(producerId)).toMatchObject({
      newPlays: 0,
      doubts: [{ trackId: "7001", title: "Kaya 1", before: 100, now: 90 }],
    });
    kaya.tracks[0]!.plays = 101;
    journey.context.clock.set("2026-11-23T13:00:00Z");
    expect(await journey.sync(producerId)).toMatchObject({ newPlays: 1, doubts: [] });
    expect(await person.dashboard()).toMatchObject({ plays: 101 });
  });

  test("does not believe a total that grows beyond all measure", async () => {
    const { kaya, person, producerId } = await connected();
    kaya.tracks[0]!.plays = 10_000_000;
    journey.context.clock.set("2026-11-23T12:30:00Z");
    expect(await journey.sync(producerId)).toMatchObject({ newPlays: 0, doubts: [{ now: 10_000_000 }] });
    expect(await person.dashboard()).toMatchObject({ plays: 100 });
  });

  test("takes such a total once the next reading confirms it, as plays of no day, and goes on from there", async () => {
    const { kaya, person, producerId } = await connected();
    const at = async (time: string, total: number) => {
      kaya.tracks[0]!.plays = total;
      journey.context.clock.set(`2026-11-23T${time}:00Z`);
      return journey.sync(producerId);
    };
    expect(await at("12:30", 900_000)).toMatchObject({ doubts: [{ before: 100, now: 900_000 }] });
    expect(await at("13:00", 250_000), "less confirms nothing").toMatchObject({ doubts: [{ before: 100 }] });
    expect(await at("13:30", 104)).toMatchObject({ newPlays: 4, doubts: [] });
    expect(await at("14:00", 250_000)).toMatchObject({ doubts: [{ before: 104 }] });
    expect(await at("14:30", 250_100)).toMatchObject({ doubts: [], newPlays: 0, openingPlays: 249_996 });
    expect(await at("15:00", 250_103)).toMatchObject({ newPlays: 3, doubts: [], openingPlays: 0 });
    expect(await person.dashboard()).toMatchObject({ plays: 250_103, playsToday: 7 });
    expect(await xpOf(journey.context.db, producerId)).toMatchObject({ play: 7 });
    expect((await person.read()).historyStart).toEqual({ date: "2026-11-23", plays: 250_096 });
    expect(await checkLedger(journey.context)).toEqual([]);
  });

  test("brings new and changed tracks, and takes those that are no longer listed out of the counts", async () => {
    const { kaya, person, producerId } = await connected();
    const { api, context } = journey;
    context.clock.set("2026-11-23T13:00:00Z");
    api.upload(kaya, "Fresh", { plays: 6, created_at: "2026-11-23T12:30:00Z" });
    Object.assign(kaya.tracks.at(-1)!, { name: "Kaya One", ...METADATA });
    expect(await journey.sync(producerId)).toMatchObject({
      newTracks: 1,
      changedTracks: 1,
      newPlays: 6,
      openingPlays: 0,
    });
    expect(await person.dashboard()).toMatchObject({ tracks: 2, plays: 106, playsToday: 6 });
    expect(await xpOf(context.db, producerId)).toEqual({ upload: 200, metadata: 50, play: 6 });
    kaya.tracks.shift();
    context.clock.set("2026-11-23T14:00:00Z");
    expect(await journey.sync(producerId)).toMatchObject({ gone: ["Fresh"] });
    expect(await person.dashboard()).toMatchObject({ tracks: 1, plays: 100 });
    expect(await xpOf(context.db, producerId)).toEqual({ upload: 200, metadata: 50, play: 6 });
    expect(await checkLedger(context)).toEqual([]);
  });

  test("hides no track that only a collaborator's list holds, and one of both lists once neither holds it", async () => {
    const { kaya, producerId } = await connected();
    const { api, context } = journey;
    const artists = [
      { id: 9, name: "Milo" },
      { id: 7, name: "Kaya" },
    ];
    const milo = api.producer(9, "Milo", []);
    api.upload(milo, "Milo's", { plays: 5, artists });
    const both = api.upload(milo, "Ours", { plays: 6, artists });
    kaya.tracks.unshift(both);
    const other = await journey.person("milo@example.org");
    await other.connect(milo.token);
    await other.read();
    const miloId = (await other.dashboard()).producer.id;
    const shown = () => rowsOf(context.db, "SELECT title FROM tracks WHERE public ORDER BY title");
    const all = [{ title: "Kaya 1" }, { title: "Milo's" }, { title: "Ours" }];
    const readAt = async (time: string, producer: string) => {
      context.clock.set(`2026-11-23T${time}:00Z`);
      return (await journey.sync(producer))?.gone;
    };
    expect(await readAt("12:30", producerId)).toEqual([]);
    expect(await readAt("12:31", miloId)).toEqual([]);
    expect(await shown()).toEqual(all);
    kaya.tracks.shift();
    expect(await readAt("13:00", producerId), "Milo's list has it still").toEqual([]);
    expect(await shown()).toEqual(all);
    milo.tracks.shift();
    expect(await readAt("13:01", miloId)).toEqual(["Ours"]);
    expect(await shown()).toEqual(all.slice(0, 2));
    expect(await checkLedger(context)).toEqual([]);
  });

  test("over a gap spreads the missed plays, announces nothing, and takes no day of it for a spike", async () => {
    const { kaya, person } = await connected();
    const { api, context } = journey;
    context.clock.set("2027-02-26T12:00:00Z");
    kaya.tracks[0]!.plays = 100 + 9500;
    expect((await person.dashboard()).notice).toEqual({ kind: "token-ended", figuresFrom: "2026-11-23T12:00:00.000Z" });
    await person.connect(api.renew(kaya));
    expect(await person.read()).toMatchObject({ caughtUp: 9500, token: { state: "valid", days: 90 } });
    await refreshLeaderboards(context, { announces: true });
    const dashboard = await person.dashboard();
    expect(dashboard).toMatchObject({ plays: 9600, playsToday: 50 });
    expect(dashboard).not.toHaveProperty("notice");
    expect(await announced()).toEqual([]);
  });

  test("that a renewal or a disconnection overtook keeps nothing, not even in part", async () => {
    const { kaya, person, producerId } = await connected();
    const { api, context } = journey;
    const state = async () => [await rowsOf(context.db, "SELECT * FROM activity"), await datedPlays()];
    const before = await state();
    let open = (): void => undefined;
    api.gate = new Promise((resolve) => {
      open = resolve;
    });
    kaya.tracks[0]!.plays = 150;
    api.upload(kaya, "Fresh");
    context.clock.set("2026-11-23T12:30:00Z");
    const reading = journey.sync(producerId);
    expect((await person.ask("DELETE", "/v1/sources/beatpass")).status).toBe(204);
    open();
    expect(await reading).toMatchObject({ outcome: "superseded" });
    expect(await state()).toEqual(before);
    expect(await person.source()).not.toHaveProperty("connection");
    expect(await person.dashboard(), "what was read stays").toMatchObject({ plays: 100, tracks: 1 });
  });

  test("ends where BeatPass refuses the token, which its producer is told, and nothing is lost", async () => {
    const { kaya, person, producerId } = await connected();
    const { api, context } = journey;
    const token = api.renew(kaya);
    context.clock.set("2026-11-23T12:30:00Z");
    await expect(journey.sync(producerId)).rejects.toThrow("BeatPass answered 401.");
    expect((await person.source()).connection).toMatchObject({ token: { state: "refused" } });
    expect(await person.dashboard()).toMatchObject({ plays: 100, notice: { kind: "token-refused" } });
    kaya.tracks[0]!.plays = 102;
    await person.connect(token);
    expect(await person.read()).toMatchObject({ token: { state: "valid" }, caughtUp: 2 });
  });
});

test("the token's age is told from 14 days before its end", async () => {
  const { api, context } = journey;
  const kaya = api.producer(7, "Kaya", [1]);
  const person = await journey.person("kaya@example.org");
  await person.connect(kaya.token);
  await person.read();
  context.clock.set("2027-02-07T11:00:00Z");
  expect(await person.dashboard()).not.toHaveProperty("notice");
  context.clock.set("2027-02-07T12:00:00Z");
  expect((await person.dashboard()).notice).toMatchObject({ kind: "token-soon", days: 14 });
  context.clock.set("2027-02-21T12:00:00Z");
  expect((await person.dashboard()).notice).toMatchObject({ kind: "token-ended" });
});

test("`beatpass sync beatpass` goes on with what was due, pulls what is new and says what it doubts", async () => {
  const { api, context } = journey;
  const kaya = api.producer(7, "Kaya", [10, 20]);
  const environment = { SECRET_KEY: TEST_SECRET, BEATPASS_API_URL: api.url };
  await connectFrom(context, kaya.token);
  expect(await beatpass(context.file, ["sync", "beatpass"], environment)).toEqual({
    code: 0,
    stdout: "Kaya: 0 new plays, 30 plays of before as opening balance, 2 new tracks, 0 changed.\n",
    stderr: "",
  });
  kaya.tracks[0]!.plays = 25;
  kaya.tracks[1]!.plays = 9;
  expect(await beatpass(context.file, ["sync", "beatpass", "--producer", "kaya"], environment)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^Kaya: 5 new plays.*\n(?:\{.*\n)?.*"Kaya 1" fell from 10 to 9; nothing was changed\.$/m,
    ),
  });
  api.renew(kaya);
  expect(await beatpass(context.file, ["sync", "beatpass"], environment)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Kaya: BeatPass answered 401."),
  });
});

test("a reading that was due when the server stopped is done when it starts again", async () => {
  const { api, context } = journey;
  const kaya = api.producer(7, "Kaya", [10, 20]);
  await connectFrom(context, kaya.token);
  api.faults.add({ path: /profile$/, does: "status-before", status: 404, times: 2 });
  const reader = journey.reader();
  await reader.resume();
  await expect.poll(async () => (await rowsOf(context.db, "SELECT * FROM tracks")).length).toBe(2);
  await reader.stop();
  expect(api.faults.pending, "it was tried again").toBe(0);
});

test("a catalog of thousands is read politely and told as it goes", async () => {
  const { api } = journey;
  const kaya = api.producer(
    7,
    "Kaya",
    Array.from({ length: 2000 }, (_, index) => index),
  );
  const person = await journey.person("kaya@example.org");
  let open = (): void => undefined;
  await person.connect(kaya.token);
  await expect.poll(async () => (await person.source()).connection?.reading?.done ?? 2000).toBeGreaterThan(0);
  api.gate = new Promise((resolve) => {
    open = resolve;
  });
  const { connection } = await person.source();
  if (connection?.reading && !connection.lastReadAt) {
    expect(connection.reading.total).toBe(2000);
    expect((await person.dashboard()).notice).toMatchObject({ kind: "first-read", total: 2000 });
    expect(await person.dashboard(), "nothing half-written").toMatchObject({ tracks: 0, plays: 0 });
  }
  open();
  expect(await person.read()).toMatchObject({ tracks: 2000, historyStart: { plays: 1_999_000 } });
});
