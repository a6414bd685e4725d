import { AccountExport } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beatpassConnections, stripeAccounts, user } from "../db/schema/index.ts";
import {
  artist,
  community,
  createTestApp,
  createTestContext,
  download,
  FULL_METADATA,
  fold,
  follow,
  link,
  play,
  record,
  rowsOf,
  TEST_ORIGIN,
  type TestApp,
  type TestContext,
  track,
  trackUpdate,
} from "../testing/index.ts";

let context: TestContext;
let api: TestApp;
beforeEach(async () => {
  context = await createTestContext();
  api = createTestApp(context);
  await record(
    context,
    artist("me", { name: "Kaya", bio: "From Aarhus" }),
    artist("other", { name: "Milo" }),
    track("t1", ["me", "other"], { title: '=HYPERLINK("x"), "Bus de nuit"', ...FULL_METADATA, album: "Night" }),
    track("t2", ["me"], { public: false }),
    track("theirs", ["other"], { title: "Not mine" }),
    play("t1", {}, { time: "2026-11-21T23:59:59Z" }),
    play("t1", {}, { time: "2026-11-22T00:00:00Z" }),
    play("t1", {}, { time: "2026-11-22T10:00:00Z" }),
    play("theirs"),
  );
  await fold(context);
});
afterEach(() => context.close());

const ask = (cookie: Record<string, string>, method: string, path: string, body?: unknown) =>
  api.app.request(`${TEST_ORIGIN}${path}`, {
    method,
    headers: { ...cookie, origin: TEST_ORIGIN, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

test("the export holds everything of one's own, no secret, and nothing of others beyond their names on one's tracks", async () => {
  const { cookie } = await api.signIn("me@example.org", { producerId: "me" });
  const made = await ask(cookie, "POST", "/v1/account/keys", { note: "Mine" });
  const { key } = (await made.json()) as { key: string };
  const answer = await ask(cookie, "GET", "/v1/account/export");
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  const text = await answer.text();
  const own = AccountExport.parse(JSON.parse(text));
  expect(own.account).toMatchObject({ email: "me@example.org", name: "Kaya" });
  expect(own.artists).toMatchObject([{ id: "me", name: "Kaya", bio: "From Aarhus" }]);
  expect(own.tracks).toMatchObject([
    { id: "t1", album: "Night", bpm: 140, plays: 3, artists: [{ name: "Kaya" }, { name: "Milo" }] },
    { id: "t2", public: false },
  ]);
  expect(own.xp.total).toBe(own.xp.bySource.reduce((sum, { xp }) => sum + xp, 0));
  expect(own.xp.entries).toContainEqual(expect.objectContaining({ reason: "upload", subject: "t1", xp: 100 }));
  expect(own.achievements.map(({ slug }) => slug)).toContain("collaboration-enthusiast");
  expect(own.keys).toMatchObject([{ note: "Mine" }]);
  expect(own.privacy?.onBoards).toBe(true);
  for (const secret of [key, "Not mine", ...tokenIn(cookie)]) expect(text).not.toContain(secret);
});

test("the export holds what one did as a listener, and one's connections, without their secrets", async () => {
  const { cookie } = await api.signIn("me@example.org", { producerId: "me" });
  await record(
    context,
    track("hidden", ["other"], { title: "Not yet out" }),
    download("theirs", "me", { time: "2026-11-22T08:00:00Z" }),
    download("hidden", "me", { time: "2026-11-22T09:00:00Z" }),
    download("t1", "other"),
    follow("other", "me", { time: "2026-11-21T08:00:00Z" }),
    follow("me", "other"),
  );
  await record(context, trackUpdate("hidden", { public: false }, { time: "2026-11-22T10:00:00Z" }));
  await connectEverything();
  const text = await (await ask(cookie, "GET", "/v1/account/export")).text();
  const own = AccountExport.parse(JSON.parse(text));
  expect(own.downloads).toEqual([
    { trackId: "theirs", title: "Not mine", at: "2026-11-22T08:00:00.000Z" },
    { trackId: "hidden", at: "2026-11-22T09:00:00.000Z" },
  ]);
  expect(own.follows).toEqual([{ artistId: "other", name: "Milo", following: true, at: "2026-11-21T08:00:00.000Z" }]);
  expect(own.stripeAccounts).toMatchObject([{ id: "acct_me", livemode: false, requirementsDue: 0 }]);
  expect(own.beatpass).toMatchObject({ artist: { id: "me", name: "Kaya" }, token: { state: "valid" } });
  expect(own.communities).toMatchObject([{ platform: "discord" }]);
  expect(own.sessions).toHaveLength(1);
  for (const secret of ["sealed-token", "Not yet out", ...tokenIn(cookie)]) expect(text).not.toContain(secret);
});

async function connectEverything(): Promise<void> {
  const now = context.clock.now();
  const [person] = await context.db.select().from(user);
  await context.db.insert(stripeAccounts).values({ producerId: "me", livemode: false, accountId: "acct_me" });
  await context.db.insert(beatpassConnections).values({
    producerId: "me",
    id: "c1",
    userId: person!.id,
    artistId: "me",
    token: "sealed-token",
    tokenAddedAt: now,
    tokenState: "accepted",
    connectedAt: now,
  });
  await community(context, "guild", {});
  await link(context, (await rowsOf(context.db, "SELECT id FROM communities"))[0]!.id as string, "me");
}

const tokenIn = (cookie: Record<string, string>) => cookie.cookie?.match(/session_token=([^;.]+)/)?.slice(1) ?? ["?"];

test("an account without an artist has an export too", async () => {
  const { cookie } = await api.signIn("new@example.org");
  const own = AccountExport.parse(await (await ask(cookie, "GET", "/v1/account/export")).json());
  expect(own).toMatchObject({ account: { email: "new@example.org" }, artists: [], tracks: [], xp: { total: 0 } });
});

test("plays per track and day are a CSV that no spreadsheet takes for a formula", async () => {
  const { cookie } = await api.signIn("me@example.org", { producerId: "me" });
  const answer = await ask(cookie, "GET", "/v1/account/export/plays.csv");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect((await answer.text()).split("\r\n")).toEqual([
    "track_id,title,date,plays",
    `t1,"'=HYPERLINK(""x""), ""Bus de nuit""",2026-11-21,1`,
    `t1,"'=HYPERLINK(""x""), ""Bus de nuit""",2026-11-22,2`,
    "",
  ]);
});

test("what one listened to oneself is a CSV of its own, and nobody else's listens are in it", async () => {
  const { cookie } = await api.signIn("me@example.org", { producerId: "me" });
  const heard = { listenerId: "me", listenedMs: 61_000, country: "DK" };
  await record(
    context,
    play("theirs", heard, { time: "2026-11-22T11:00:00Z" }),
    play("t2", { listenerId: "me" }, { time: "2026-11-22T12:00:00Z" }),
    play("t1", { listenerId: "other" }),
  );
  const answer = await ask(cookie, "GET", "/v1/account/export/listens.csv");
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  expect((await answer.text()).split("\r\n")).toEqual([
    "track_id,title,played_at,listened_ms,device,platform,country,counted",
    "theirs,Not mine,2026-11-22T11:00:00.000Z,61000,,,DK,yes",
    "t2,,2026-11-22T12:00:00.000Z,,,,,no",
    "",
  ]);
});

test("an account is deleted by its own address alone, and its sessions end with it", async () => {
  const { cookie } = await api.signIn("me@example.org", { producerId: "me" });
  expect((await ask(cookie, "DELETE", "/v1/account", { email: "other@example.org" })).status).toBe(422);
  expect((await ask(cookie, "GET", "/v1/account")).status).toBe(200);
  expect((await ask(cookie, "DELETE", "/v1/account", { email: " ME@example.org" })).status).toBe(204);
  expect((await ask(cookie, "GET", "/v1/account")).status).toBe(401);
});
