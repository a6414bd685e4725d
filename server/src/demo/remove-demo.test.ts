import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askForArtist } from "../accounts/claims/ask-for-artist.ts";
import { decideClaim } from "../accounts/claims/decide-claim.ts";
import type { ArtistFact, TrackFact } from "../catalog/index.ts";
import { importCatalog } from "../csv-import/import-catalog.ts";
import { importPlays } from "../csv-import/import-plays.ts";
import { artistFact, playOfRow, trackFact } from "../csv-import/rows.ts";
import {
  artist,
  checkLedger,
  createTestApp,
  createTestContext,
  download,
  fold,
  follow,
  play,
  profile,
  record,
  recordDemo,
  removal,
  rowsOf,
  type TestContext,
  track,
  trackUpdate,
} from "../testing/index.ts";
import { DEMO_EMAIL } from "./people.ts";
import { removeDemo } from "./remove-demo.ts";

let context: TestContext;
const demo = { source: "demo" };
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("a1"), track("t1", ["a1"]));
  const madeUp = [artist("d1", {}, demo), artist("d2", {}, demo), track("dt", ["d1"], {}, demo), play("dt", {}, demo)];
  expect(await recordDemo(context, ...madeUp)).toMatchObject({ accepted: 4, rejected: [] });
});
afterEach(() => context.close());

const worlds = async () => {
  const rows = await rowsOf(context.db, "SELECT id FROM artists WHERE demo UNION SELECT id FROM tracks WHERE demo");
  return rows.map(({ id }) => id);
};

describe("what is real and what is made up", () => {
  test.each([
    ["a play", play("dt"), "unknown_track"],
    ["a download", download("dt", "u1"), "unknown_track"],
    ["an edit of a track", trackUpdate("dt", { title: "Real" }), "unknown_track"],
    ["a publication", track("dt", ["a1"]), "unknown_track"],
    ["a removal", removal("dt"), "unknown_track"],
    ["credits", track("t2", ["a1", "d1"]), "unknown_artist"],
    ["a profile edit", profile("d1", { bio: "Real" }), "unknown_artist"],
    ["a claim of an artist", artist("d1", { producerId: "a1" }), "unknown_artist"],
    ["a claim by a producer", artist("a9", { producerId: "d1" }), "invalid"],
    ["a follow", follow("d1", "u1"), "unknown_artist"],
  ])("never meet: %s is rejected and changes nothing", async (_, event, code) => {
    expect(await record(context, event, play("t1"))).toMatchObject({ accepted: 1, rejected: [{ index: 0, code }] });
    expect(await worlds()).toEqual(["d1", "d2", "dt"]);
    await removeDemo(context);
    await fold(context);
    expect(await checkLedger(context)).toEqual([]);
    expect(await rowsOf(context.db, "SELECT id, plays FROM tracks")).toEqual([{ id: "t1", plays: 1 }]);
  });

  test.each([
    ["a play", play("t1", {}, demo), "unknown_track"],
    ["a track with a real artist", track("dt2", ["d1", "a1"], {}, demo), "unknown_artist"],
    ["an edit of a real profile", profile("a1", { bio: "Made up" }, demo), "unknown_artist"],
  ])("never meet from the demo's side either: %s", async (_, event, code) => {
    expect(await recordDemo(context, event)).toMatchObject({ accepted: 0, rejected: [{ code }] });
  });

  test("never meet in plays.csv either", async () => {
    const rows = ["dt", "t1"].map((track_id) =>
      playOfRow({ id: `p-${track_id}`, track_id, played_at: "2026-11-20T00:00:00Z" }),
    );
    const outcome = await importPlays(context, rows as Parameters<typeof importPlays>[1]);
    expect(outcome).toMatchObject({ accepted: 1, rejected: [{ index: 0, problem: 'track_id "dt" is not known' }] });
  });

  test("never meet in artists.csv and tracks.csv either", async () => {
    const now = context.clock.now();
    const artistRows = [{ id: "d1" }, { id: "a2", producer_id: "d1" }, { id: "a3" }].map((cells) => ({
      kind: "artist" as const,
      fact: artistFact({ name: "Somebody", ...cells }, false, now) as ArtistFact,
    }));
    expect(await importCatalog(context, artistRows)).toEqual([
      { problem: '"d1" belongs to the demo' },
      { problem: '"d1" belongs to the demo' },
      "accepted",
    ]);
    const trackRows = [
      { id: "dt", artist_ids: "a1" },
      { id: "t2", artist_ids: "a1|d1" },
    ].map((cells) => ({
      kind: "track" as const,
      fact: trackFact({ title: "Real", ...cells }, now) as TrackFact,
      dated: false,
    }));
    expect(await importCatalog(context, trackRows)).toEqual([
      { problem: '"dt" belongs to the demo' },
      { problem: 'artist_ids names "d1", which is not known' },
    ]);
  });

  test("never meet in a claim: the demo's account asks for made-up artists alone", async () => {
    const ask = async (email: string, artist: string) => {
      const [row] = await context.db.all<{ id: string }>(sql`SELECT id FROM user WHERE email = ${email}`);
      return askForArtist(context, { userId: row!.id, wanted: { artist, name: "Somebody" } });
    };
    const api = createTestApp(context);
    await api.signIn("demo@example.org", { producerId: "d1" });
    await api.signIn("real@example.org");
    await expect(ask("demo@example.org", "new")).rejects.toMatchObject({ code: "invalid" });
    await expect(ask("real@example.org", "d2")).rejects.toMatchObject({ code: "invalid" });
    await ask("demo@example.org", "d2");
  });
});

describe("a removed demo", () => {
  test("takes its own account along, and leaves people who were made-up producers their account, signed in", async () => {
    const api = createTestApp(context);
    await api.signIn(DEMO_EMAIL, { producerId: "d1" });
    const { cookie } = await api.signIn("real@person.example", { admin: true, producerId: "d1" });
    const [{ id: userId } = { id: "" }] = await context.db.all<{ id: string }>(
      sql`SELECT id FROM user WHERE email = 'real@person.example'`,
    );
    await askForArtist(context, { userId, wanted: { artist: "d2" } });
    await removeDemo(context);
    expect(await rowsOf(context.db, "SELECT email, admin, producer_id FROM user")).toEqual([
      { email: "real@person.example", admin: 1, producer_id: null },
    ]);
    const answer = await api.app.request("/v1/account", { headers: cookie });
    expect(await answer.json()).toMatchObject({ email: "real@person.example", demo: false, artists: [] });
    expect(await rowsOf(context.db, "SELECT artist_id FROM claims")).toEqual([]);
  });

  test("leaves nothing of what its account did itself", async () => {
    const api = createTestApp(context);
    await api.signIn("demo@example.org", { producerId: "d1" });
    const [user] = await context.db.all<{ id: string }>(sql`SELECT id FROM user`);
    await askForArtist(context, { userId: user!.id, wanted: { artist: "d2" } });
    const [claim] = await context.db.all<{ id: string }>(sql`SELECT id FROM claims`);
    await decideClaim(context, { id: claim!.id, approve: true });
    expect(await checkLedger(context)).toEqual([]);
    await removeDemo(context);
    await fold(context);
    expect(await checkLedger(context)).toEqual([]);
    expect(await rowsOf(context.db, "SELECT id FROM artists")).toEqual([{ id: "a1" }]);
    expect(await rowsOf(context.db, "SELECT DISTINCT subject FROM activity ORDER BY 1")).toEqual([
      { subject: "a1" },
      { subject: "t1" },
    ]);
  });
});
