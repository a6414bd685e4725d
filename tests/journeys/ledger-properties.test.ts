import { albumArtists } from "@beatpass/server/catalog/index.ts";
import {
  artist,
  checkLedger,
  createTestContext,
  download,
  fold,
  follow,
  play,
  profile,
  record,
  removal,
  rowsOf,
  stateOf,
  type TestContext,
  type TestEvent,
  track,
  trackUpdate,
  unfollow,
} from "@beatpass/server/testing/index.ts";
import type { EventsAnswer } from "@beatpass/shared/contracts";
import { levelForXp } from "@beatpass/shared/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const RUNS = 15;
const ARTISTS = ["a1", "a2", "a3"];
const TRACKS = ["t1", "t2", "t3"];
const ACCOUNTS = ["a1", "a2", "u1", "u2"];

/** Three artists, two of them of one account, and three tracks, one of them without a duration. */
const CATALOG = [
  artist("a1"),
  artist("a2"),
  artist("a3", { producerId: "a1" }),
  track("t1", ["a1"], { durationMs: 100_000 }),
  track("t2", ["a1", "a2"]),
  track("t3", ["a3", "a1"], { durationMs: 60_000 }),
];

const time = fc
  .integer({ min: Date.parse("2026-11-10T00:00:00Z"), max: Date.parse("2026-11-20T00:00:00Z") })
  .map((ms) => new Date(ms).toISOString());
const trackId = fc.constantFrom(...TRACKS);
const account = fc.constantFrom(...ACCOUNTS);

const playEvent = fc
  .record(
    {
      listenedMs: fc.constantFrom(0, 1, 19_999, 20_000, 40_000, 60_000, 79_999, 80_000, 250_000),
      listenerId: account,
      platform: fc.constantFrom("android", "web player", "windows"),
      country: fc.constantFrom("CA", "fr"),
      userAgent: fc.constantFrom("Googlebot/2.1", "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0"),
    },
    { requiredKeys: [] },
  )
  .chain((data) =>
    fc.tuple(trackId, time).map(
      ([id, at]) =>
        () =>
          play(id, data, { time: at }),
    ),
  );
const downloadEvent = fc.tuple(trackId, account, time).map(
  ([id, user, at]) =>
    () =>
      download(id, user, { time: at }),
);
const followEvent = fc.tuple(fc.constantFrom(...ARTISTS), account, time, fc.boolean()).map(
  ([id, user, at, on]) =>
    () =>
      (on ? follow : unfollow)(id, user, { time: at }),
);
/** Events of known artists and tracks, each with an id of its own. */
const activity = fc
  .array(fc.oneof({ weight: 4, arbitrary: playEvent }, downloadEvent, followEvent), { minLength: 1, maxLength: 40 })
  .map((makers) => makers.map((make, index) => ({ ...make(), id: `event-${index}` }) as TestEvent));

/** The events in another order, some of them again, in batches. */
const delivery = (events: readonly TestEvent[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...events], { minLength: events.length }),
      fc.subarray([...events]),
      fc.integer({ min: 1, max: 15 }),
    )
    .map(([shuffled, again, size]) => {
      const all = [...shuffled, ...again];
      return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
        all.slice(index * size, (index + 1) * size),
      );
    });

async function withContext<T>(work: (context: TestContext) => Promise<T>): Promise<T> {
  const context = await createTestContext();
  try {
    return await work(context);
  } finally {
    context.close();
  }
}

describe("plays, downloads and follows on known tracks", () => {
  test("come to the same state in any order, in any batches and however often they are repeated", async () => {
    const plans = activity.chain((events) => fc.tuple(fc.constant(events), delivery(events), fc.array(fc.boolean())));
    await fc.assert(
      fc.asyncProperty(plans, async ([events, batches, folds]) => {
        const whole = await withContext(async (context) => {
          await record(context, ...CATALOG, ...events);
          await fold(context);
          return stateOf(context.db);
        });
        const parts = await withContext(async (context) => {
          await record(context, ...CATALOG);
          for (const [index, batch] of batches.entries()) {
            await record(context, ...batch);
            if (folds[index]) await fold(context);
          }
          await fold(context);
          expect(await checkLedger(context)).toEqual([]);
          return stateOf(context.db);
        });
        expect(parts).toEqual(whole);
      }),
      { numRuns: RUNS },
    );
  });

  test("the answers add up: every event is accepted once, and is a duplicate every other time", async () => {
    const plans = activity.chain((events) => fc.tuple(fc.constant(events), delivery(events)));
    await fc.assert(
      fc.asyncProperty(plans, ([events, batches]) =>
        withContext(async (context) => {
          await record(context, ...CATALOG);
          const answers: EventsAnswer[] = [];
          for (const batch of batches) answers.push(await record(context, ...batch));
          const sum = (name: "accepted" | "duplicates") => answers.reduce((total, answer) => total + answer[name], 0);
          expect([sum("accepted"), sum("duplicates")]).toEqual([events.length, batches.flat().length - events.length]);
        }),
      ),
      { numRuns: RUNS },
    );
  });
});

const album = fc.constantFrom(null, "Night", "Day", { id: "77", title: "Night" }, { id: "77", title: "Later" });
const credits = fc
  .shuffledSubarray(ARTISTS, { minLength: 1 })
  .chain((ids) => fc.record({ artistIds: fc.constant(ids), album }, { requiredKeys: [] }));
/** Who is credited on tracks and which albums they are on, each fact at a time of its own. */
const recredited = fc.array(fc.tuple(trackId, credits), { minLength: 2, maxLength: 12 }).map((facts) =>
  facts.map(([id, data], index) => {
    const at = new Date(Date.parse("2026-11-21T00:00:00Z") + index * 1000).toISOString();
    return trackUpdate(id, data, { id: `credit-${index}`, time: at });
  }),
);

describe("credits and albums of known tracks", () => {
  test("come to the same albums of the same artists in any order, in any batches and however often they are repeated", async () => {
    const plans = recredited.chain((events) => fc.tuple(fc.constant(events), delivery(events)));
    const albums = async (context: TestContext) => {
      const rows = await rowsOf(
        context.db,
        `SELECT t.id, t.album_id AS album, b.title, b.named_at,
          (SELECT group_concat(artist_id) FROM track_artists WHERE track_key = t.key ORDER BY position) AS credits
        FROM tracks t LEFT JOIN albums b ON b.id = t.album_id ORDER BY t.id`,
      );
      const by = await albumArtists(
        context.db,
        rows.map((row) => String(row.album)),
      );
      return rows.map((row) => ({ ...row, by: by.get(String(row.album)) }));
    };
    await fc.assert(
      fc.asyncProperty(plans, async ([events, batches]) => {
        const whole = await withContext(async (context) => {
          await record(context, ...CATALOG, ...events);
          return albums(context);
        });
        const parts = await withContext(async (context) => {
          await record(context, ...CATALOG);
          for (const batch of batches) await record(context, ...batch);
          expect(await checkLedger(context)).toEqual([]);
          return albums(context);
        });
        expect(parts).toEqual(whole);
      }),
      { numRuns: RUNS },
    );
  });
});

const artistId = fc.constantFrom(...ARTISTS);
const pictures = fc.constantFrom<string[] | null>(null, [], ["https://x.example/1.png"]);
/** Changes of profiles, claims and catalog, in any order of their times. */
const change = fc.oneof(
  playEvent,
  followEvent,
  downloadEvent,
  fc
    .record(
      {
        producerId: fc.constantFrom(null, "a1", "a2", "p9"),
        vouched: fc.boolean(),
        bio: fc.constantFrom(null, "", "Beats."),
        pictures,
        createdAt: fc.constantFrom("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"),
      },
      { requiredKeys: [] },
    )
    .chain((data) =>
      fc.tuple(artistId, time).map(
        ([id, at]) =>
          () =>
            profile(id, data, { time: at }),
      ),
    ),
  fc
    .record(
      {
        artistIds: fc.subarray(ARTISTS, { minLength: 1 }),
        durationMs: fc.constantFrom(null, 50_000, 100_000),
        album,
        public: fc.boolean(),
        bpm: fc.constantFrom(null, 120),
        tags: fc.constantFrom<string[] | null>(null, ["house"]),
      },
      { requiredKeys: [] },
    )
    .chain((data) =>
      fc.tuple(trackId, time).map(
        ([id, at]) =>
          () =>
            trackUpdate(id, data, { time: at }),
      ),
    ),
  fc.tuple(trackId, time).map(
    ([id, at]) =>
      () =>
        removal(id, { time: at }),
  ),
  fc.tuple(trackId, time).map(
    ([id, at]) =>
      () =>
        track(id, ["a2"], {}, { time: at }),
  ),
);
const history = fc.array(
  fc.array(change, { minLength: 1, maxLength: 8 }).map((makers) => () => makers.map((make): TestEvent => make())),
  { minLength: 1, maxLength: 6 },
);

describe("whatever happens", () => {
  test("XP and levels never fall, a level is that of the XP, and the state is what the ledger gives", async () => {
    await fc.assert(
      fc.asyncProperty(history, (batches) =>
        withContext(async (context) => {
          await record(context, ...CATALOG);
          let before = new Map<unknown, { xp: number; level: number }>();
          for (const batch of batches) {
            await record(context, ...batch());
            const rows = (await rowsOf(context.db, "SELECT id, xp, level FROM producers")) as {
              id: string;
              xp: number;
              level: number;
            }[];
            for (const { id, xp, level } of rows) {
              expect(xp).toBeGreaterThanOrEqual(before.get(id)?.xp ?? 0);
              expect(level).toBe(levelForXp(xp));
            }
            expect(rows.length).toBeGreaterThanOrEqual(before.size);
            before = new Map(rows.map((row) => [row.id, row]));
          }
          expect(await checkLedger(context)).toEqual([]);
        }),
      ),
      { numRuns: RUNS },
    );
  });

  test("a producer's XP is the sum of what the ledger says was paid", async () => {
    await fc.assert(
      fc.asyncProperty(history, (batches) =>
        withContext(async (context) => {
          await record(context, ...CATALOG);
          for (const batch of batches) await record(context, ...batch());
          const wrong = await rowsOf(
            context.db,
            `SELECT p.id, p.xp FROM producers p WHERE p.xp <>
              coalesce((SELECT sum(xp) FROM xp_entries e WHERE e.producer_id = p.id), 0) +
              coalesce((SELECT sum(m.xp) FROM plays y JOIN award_producers m ON m.award_id = y.award_id
                WHERE m.producer_id = p.id AND y.counted), 0)`,
          );
          expect(wrong).toEqual([]);
        }),
      ),
      { numRuns: RUNS },
    );
  });

  test("any text in any field is kept or rejected, and never stops the others", async () => {
    const codes = fc.array(fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 0xd83d, 0x2028, 0x22)), { maxLength: 12 });
    const text = fc.oneof(
      fc.string(),
      codes.map((list) => String.fromCharCode(...list)),
    );
    await fc.assert(
      fc.asyncProperty(fc.record({ id: text, source: text, name: text, about: text }), ({ id, source, name, about }) =>
        withContext(async (context) => {
          await record(context, ...CATALOG);
          const answer = await record(
            context,
            play("t1", { listenerId: name, device: about }, { id, source }),
            artist(id, { name, bio: about }),
            track(name, [id], { tags: [about], album: about, description: about }),
            download("t1", about),
            play("t1"),
          );
          expect(answer.accepted + answer.rejected.length).toBe(5);
          expect(answer.rejected.map(({ index }) => index)).not.toContain(4);
          await fold(context);
          expect(await checkLedger(context)).toEqual([]);
        }),
      ),
      { numRuns: RUNS },
    );
  });
});
