import type { AskedClaim, Claim, FoundArtist, Session } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { refreshLeaderboards } from "../../leaderboards/index.ts";
import {
  announcedTo,
  artist,
  checkLedger,
  community,
  createTestApp,
  createTestContext,
  FULL_METADATA,
  fold,
  plays,
  record,
  type SignedIn,
  TEST_ORIGIN,
  type TestApp,
  type TestContext,
  totalXp,
  track,
  xpOf,
} from "../../testing/index.ts";

let context: TestContext;
let api: TestApp;
let zoe: SignedIn;
let admin: SignedIn;
beforeEach(async () => {
  context = await createTestContext();
  api = createTestApp(context);
  zoe = await api.signIn("zoe@example.org");
  admin = await api.signIn("admin@example.org", { admin: true });
});
afterEach(() => context.close());

async function ask(who: SignedIn, method: string, path: string, body?: unknown): Promise<Response> {
  return api.app.request(`${TEST_ORIGIN}${path}`, {
    method,
    headers: { ...who.cookie, origin: TEST_ORIGIN, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
const read = async <Answer>(who: SignedIn, path: string) => (await (await ask(who, "GET", path)).json()) as Answer;
const claim = (who: SignedIn, wanted: { artist: string; name?: string }) => ask(who, "POST", "/v1/claims", wanted);
const waiting = async () => (await read<AskedClaims>(admin, "/v1/admin/claims")).claims;
const decide = async (verdict: "approve" | "decline", body: unknown = {}) =>
  ask(admin, "POST", `/v1/admin/claims/${(await waiting())[0]!.id}/${verdict}`, body);

type AskedClaims = { claims: AskedClaim[] };
type Claims = { claims: Claim[] };
type FoundArtists = { artists: FoundArtist[] };

/** An artist nobody has claimed, whose track was played before anybody did. */
const unclaimed = (id: string, name: string) =>
  record(
    context,
    artist(id, { name, producerId: null, vouched: false }),
    track(`${id}-t`, [id], FULL_METADATA),
    ...plays(`${id}-t`, 5),
  );

describe("an artist who was asked for and approved", () => {
  test("belongs to the account from then on, by a fact that a rebuild repeats", async () => {
    await unclaimed("7", "Kaya");
    expect((await claim(zoe, { artist: "https://open.beatpass.ca/artist/7/kaya" })).status).toBe(204);
    expect(await waiting()).toMatchObject([
      {
        artist: { id: "7", name: "Kaya" },
        person: { email: "zoe@example.org" },
        known: true,
        tracks: 1,
        completed: false,
      },
    ]);
    expect((await decide("approve", { vouch: true })).status).toBe(204);
    const { producer } = await read<Session>(zoe, "/v1/session");
    expect(producer).toMatchObject({ name: "Kaya" });
    // What the track awards, once; the five plays of before are not back-paid (spec §2).
    expect(await xpOf(context.db, producer!.id)).toEqual({ metadata: 50, upload: 100 });
    await record(context, ...plays("7-t", 2));
    expect(await xpOf(context.db, producer!.id)).toEqual({ metadata: 50, play: 2, upload: 100 });
    await fold(context);
    expect(await checkLedger(context)).toEqual([]);
  });

  test("earns nothing while the profile is not completed and nobody vouches for it", async () => {
    await unclaimed("7", "Kaya");
    await claim(zoe, { artist: "7" });
    await decide("approve");
    const { producer } = await read<Session>(zoe, "/v1/session");
    expect(await xpOf(context.db, producer!.id)).toEqual({});
    await record(
      context,
      artist("7", {
        name: "Kaya",
        producerId: producer!.id,
        vouched: false,
        pictures: ["https://p.example/1"],
        bio: "B",
      }),
    );
    expect(await xpOf(context.db, producer!.id)).toEqual({ metadata: 50, upload: 100 });
    expect(await checkLedger(context)).toEqual([]);
  });

  test("announces nothing, neither at once nor when a refresh finds what they had done before", async () => {
    await community(context, "guild", { levelUpFrom: 1, unlocksFrom: "common" });
    await record(
      context,
      artist("7", { name: "Kaya", producerId: null, vouched: false, createdAt: "2019-01-01T00:00:00Z" }),
    );
    await record(context, track("7-t", ["7"], {}, { time: "2019-02-01T00:00:00Z" }));
    await refreshLeaderboards(context, { announces: true });
    context.clock.set("2026-11-23T12:10:00Z");
    await claim(zoe, { artist: "7" });
    await decide("approve", { vouch: true });
    context.clock.set("2026-11-23T12:30:00Z");
    const { unlocks } = await refreshLeaderboards(context, { announces: true });
    expect(unlocks.map(({ slug }) => slug)).toContain("early-adopter");
    expect(await announcedTo(context)).toEqual([]);
  });

  test("that an import made a producer of brings its XP along", async () => {
    await record(context, artist("9", { name: "Imported" }), track("9-t", ["9"]));
    await claim(zoe, { artist: "9" });
    await decide("approve");
    expect((await read<Session>(zoe, "/v1/session")).producer).toMatchObject({ id: "9", name: "Imported" });
    expect(await totalXp(context.db, "9")).toBeGreaterThanOrEqual(100);
    expect(await checkLedger(context)).toEqual([]);
  });

  test("belongs to the account also where the last word on it came from minutes ahead", async () => {
    const time = "2026-11-23T12:03:00Z";
    await record(context, artist("7", { name: "Kaya", producerId: null, vouched: false }, { time }));
    await claim(zoe, { artist: "7" });
    await decide("approve", { vouch: true });
    const [{ id } = { id: "" }] = await context.db.all<{ id: string }>(
      sql`SELECT u.producer_id AS id FROM user u JOIN artists a ON a.producer_id = u.producer_id WHERE a.vouched`,
    );
    expect((await read<Session>(zoe, "/v1/session")).producer).toMatchObject({ id, name: "Kaya" });
    expect(await checkLedger(context)).toEqual([]);
  });

  test("nobody knew yet is known by the given name", async () => {
    expect((await claim(zoe, { artist: "4711" })).status).toBe(422);
    expect((await claim(zoe, { artist: "4711", name: "Nouvelle" })).status).toBe(204);
    await decide("approve");
    expect((await read<Session>(zoe, "/v1/session")).producer).toMatchObject({ name: "Nouvelle" });
    expect(await checkLedger(context)).toEqual([]);
  });
});

describe("asking for an artist", () => {
  test("is refused for one's own, for somebody else's, for a made-up one, twice, and for what is no artist", async () => {
    await record(context, artist("mine"), artist("theirs"));
    const me = await api.signIn("me@example.org", { producerId: "mine" });
    await api.signIn("them@example.org", { producerId: "theirs" });
    expect((await claim(me, { artist: "mine" })).status).toBe(409);
    expect((await claim(me, { artist: "theirs" })).status).toBe(409);
    expect((await claim(me, { artist: "https://open.beatpass.ca/track/7/x", name: "X" })).status).toBe(422);
    expect((await claim(me, { artist: "new", name: "New" })).status).toBe(204);
    expect((await claim(me, { artist: "new", name: "New" })).status).toBe(409);
    await context.db.$client.execute("UPDATE artists SET demo = 1 WHERE id = 'theirs'");
    expect((await claim(zoe, { artist: "theirs" })).status).toBe(422);
  });

  test("finds artists by a part of the name, whatever it holds, and says which are taken", async () => {
    await record(context, artist("mine", { name: "100% Kaya" }), artist("9", { name: "Kaya_2" }));
    await unclaimed("7", "KAYA");
    const me = await api.signIn("me@example.org", { producerId: "mine" });
    const found = async (who: SignedIn, q: string) =>
      (await read<FoundArtists>(who, `/v1/claims/artists?q=${encodeURIComponent(q)}`)).artists;
    expect((await found(me, "kaya")).map(({ id, owner }) => `${id} ${owner}`).sort()).toEqual([
      "7 nobody",
      "9 nobody",
      "mine me",
    ]);
    expect(await found(zoe, "100%")).toMatchObject([{ id: "mine", owner: "other" }]);
    expect((await found(zoe, "a_2")).map(({ id }) => id)).toEqual(["9"]);
    expect((await found(zoe, "https://open.beatpass.ca/artist/7/kaya"))[0]?.id).toBe("7");
  });

  test("can be taken back until it is decided, and a decision stands", async () => {
    await unclaimed("7", "Kaya");
    await claim(zoe, { artist: "7" });
    const [own] = (await read<Claims>(zoe, "/v1/claims")).claims;
    expect((await ask(admin, "DELETE", `/v1/claims/${own!.id}`)).status).toBe(404);
    expect((await ask(zoe, "DELETE", `/v1/claims/${own!.id}`)).status).toBe(204);
    await claim(zoe, { artist: "7" });
    await decide("decline");
    const [declined] = (await read<Claims>(zoe, "/v1/claims")).claims;
    expect(declined).toMatchObject({ status: "declined" });
    expect((await ask(admin, "POST", `/v1/admin/claims/${declined!.id}/approve`, {})).status).toBe(409);
    expect((await read<Session>(zoe, "/v1/session")).producer).toBeUndefined();
  });

  test("by two is decided for one; the other's is refused with the owner's address", async () => {
    await unclaimed("7", "Kaya");
    const yves = await api.signIn("yves@example.org");
    await claim(zoe, { artist: "7" });
    await claim(yves, { artist: "7" });
    const [second, first] = await waiting();
    expect((await ask(admin, "POST", `/v1/admin/claims/${first!.id}/approve`, {})).status).toBe(204);
    expect(await waiting()).toMatchObject([{ id: second!.id, heldBy: first!.person.email }, {}]);
    expect((await ask(admin, "POST", `/v1/admin/claims/${second!.id}/approve`, {})).status).toBe(409);
  });
});
