import {
  type Answer,
  DEFAULT_PRIVACY,
  type LinkAnswer,
  type MemberAnswer,
  type Privacy,
} from "@beatpass/shared/contracts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApiKey } from "../accounts/index.ts";
import { announce } from "../announcements/index.ts";
import {
  artist,
  community,
  createTestApp,
  createTestContext,
  fold,
  play,
  record,
  rowsOf,
  type SignedIn,
  TEST_ORIGIN,
  type TestApp,
  type TestContext,
  track,
} from "../testing/index.ts";

let context: TestContext;
let api: TestApp;
let bot: Record<string, string>;
let kaya: SignedIn;
let milo: SignedIn;

beforeAll(async () => {
  context = await createTestContext();
  await record(context, artist("kaya", { name: "Kaya Noir" }), artist("milo", { name: "Milo Beats" }));
  await record(context, track("t1", ["kaya"], { title: "Night bus" }), track("t2", ["milo"]), play("t1"));
  await fold(context);
  api = createTestApp(context);
  kaya = await api.signIn("kaya@example.org", { producerId: "kaya" });
  milo = await api.signIn("milo@example.org", { producerId: "milo" });
  bot = { authorization: `Bearer ${await createApiKey(context.db, { scope: "bot" })}` };
  await community(context, "g1", { members: "linked" });
  await community(context, "g2", { members: "linked" });
  await community(context, "T1", { platform: "slack", members: "linked", name: "Beat Lab" });
});
afterAll(() => context.close());
beforeEach(async () => {
  for (const table of ["identities", "community_members", "link_codes", "link_tries", "privacy", "deliveries"])
    await context.db.$client.execute(`DELETE FROM ${table}`);
});

async function call<T>(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<T> {
  const response = await api.app.request(`${TEST_ORIGIN}/v1${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
const codeOf = async (who: SignedIn) => (await call<{ code: string }>("POST", "/identities/codes", who.bearer)).code;
const at = (user: string, guild = "discord/g1") => `/communities/${guild}/members/${user}`;
const enter = (user: string, code: string, more: { guild?: string; replace?: boolean } = {}) =>
  call<LinkAnswer>("POST", `${at(user, more.guild)}/identity`, bot, {
    code,
    name: `User ${user}`,
    ...(more.replace && { replace: true }),
  });
const ask = (command: string, query: Record<string, string>, guild = "discord/g1") =>
  call<Answer>("GET", `/communities/${guild}/answers/${command}?${new URLSearchParams(query)}`, bot);
const members = () => rowsOf(context.db, "SELECT platform_user_id, producer_id FROM community_members ORDER BY 1");
/** To whom a sale is written privately. */
async function toldOfSale(id: string): Promise<unknown[]> {
  await context.write((tx) =>
    announce(
      tx,
      {
        kind: "sale",
        producer: { id: "kaya", name: "Kaya Noir" },
        occurredAt: "2026-11-20T12:00:00.000Z",
        basis: "computed",
        demo: false,
        track: { id: "t1", name: "Night bus" },
        amount: 1000,
        currency: "usd",
      },
      `sale:${id}`,
    ),
  );
  const rows = await rowsOf(
    context.db,
    `SELECT d.channel_id FROM deliveries d JOIN announcements a ON a.id = d.announcement_id WHERE a.cause = 'sale:${id}' ORDER BY 1`,
  );
  return rows.map(({ channel_id }) => channel_id);
}
const choices = (announced: boolean) => ({
  onBoards: true,
  named: false,
  announced: { "level-up": announced, achievement: announced, leaderboard: announced },
  told: { spike: true, sale: false, digest: false },
});

describe("a code", () => {
  test("links whoever types it, however they write it, and shows them their own number first", async () => {
    const code = await codeOf(kaya);
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
    const linked = await enter("1", ` ${code.toLowerCase().replace("-", " ")} `);
    expect(linked).toMatchObject({ is: "linked", producer: { name: "Kaya Noir" }, tracks: 1, plays: 1 });
    expect(await members()).toEqual([{ platform_user_id: "1", producer_id: "kaya" }]);
    expect(await call("GET", "/identities", kaya.bearer)).toMatchObject({
      identities: [{ platform: "discord", id: "1", name: "User 1" }],
    });
  });

  test("that linked somebody shows since when they cannot be reached, and nothing of it while they can", async () => {
    await enter("1", await codeOf(kaya));
    const linked = async () =>
      (await call<{ identities: { unreachableSince?: string }[] }>("GET", "/identities", kaya.bearer)).identities[0];
    expect(await linked()).not.toHaveProperty("unreachableSince");
    await context.db.$client.execute("UPDATE identities SET unreachable_since = 1763888400000");
    expect(await linked()).toHaveProperty("unreachableSince", "2025-11-23T09:00:00.000Z");
  });

  test("is good once, for ten minutes, and only until the next one", async () => {
    const first = await codeOf(kaya);
    const second = await codeOf(kaya);
    expect(await enter("1", first)).toEqual({ is: "wrong-code" });
    expect(await enter("1", second)).toMatchObject({ is: "linked" });
    expect(await enter("2", second)).toEqual({ is: "wrong-code" });
    const third = await codeOf(kaya);
    await context.db.$client.execute("UPDATE link_codes SET expires_at = expires_at - 600001");
    expect(await enter("2", third)).toEqual({ is: "expired-code" });
  });

  test("is kept as its hash alone", async () => {
    const code = await codeOf(kaya);
    expect(JSON.stringify(await rowsOf(context.db, "SELECT * FROM link_codes"))).not.toContain(code.replace("-", ""));
  });

  test("cannot be guessed at: after five wrong ones even the right one waits", async () => {
    const code = await codeOf(kaya);
    for (let tries = 0; tries < 5; tries++) expect(await enter("1", "AAAA-AAAA")).toEqual({ is: "wrong-code" });
    expect(await enter("1", code)).toMatchObject({ is: "too-many-tries" });
    expect(await enter("2", code)).toMatchObject({ is: "linked" });
  });

  test("is made ten times within ten minutes at most", async () => {
    for (let made = 0; made < 10; made++) await codeOf(kaya);
    await expect(codeOf(kaya)).rejects.toThrow("429");
  });
});

describe("a link", () => {
  test("announces nothing on its platform until its person says what may be; the other platform stays as it was", async () => {
    await enter("1", await codeOf(kaya));
    const before = await call<MemberAnswer>("GET", `${at("1")}/privacy`, bot);
    expect(before).toMatchObject({
      privacy: { announced: { discord: { "level-up": false }, slack: { "level-up": true } } },
      preview: { kind: "level-up", producer: { name: "Kaya Noir" } },
    });
    const after = await call<MemberAnswer>("PUT", `${at("1")}/privacy`, bot, choices(true));
    expect(after).toMatchObject({
      privacy: { announced: { discord: { "level-up": true }, slack: { "level-up": true } } },
    });
    expect(await call("GET", "/privacy", kaya.bearer)).toMatchObject({ announced: { discord: { achievement: true } } });
  });

  test("of a further account keeps what holds, and is sent nothing before its own form is saved", async () => {
    await enter("1", await codeOf(kaya));
    await call("PUT", `${at("1")}/privacy`, bot, {
      ...choices(true),
      told: { spike: true, sale: true, digest: false },
    });
    expect(await enter("2", await codeOf(kaya))).toMatchObject({
      is: "linked",
      isFirst: false,
      privacy: { announced: { discord: { "level-up": true } } },
    });
    expect(await call("GET", "/privacy", kaya.bearer)).toMatchObject({ told: { discord: { sale: true } } });
    expect(await toldOfSale("s1")).toEqual(["1"]);
    await call("PUT", `${at("2")}/privacy`, bot, {
      ...choices(true),
      told: { spike: true, sale: true, digest: false },
    });
    expect(await toldOfSale("s2")).toEqual(["1", "2"]);
  });

  test("that is new is sent nothing, though it would be by default, until the form is saved or the settings page says so", async () => {
    expect(await enter("1", await codeOf(kaya))).toMatchObject({
      isFirst: true,
      privacy: { told: { discord: { spike: false }, slack: { spike: true } } },
    });
    await context.db.$client.execute(
      "UPDATE privacy SET choices = json_set(choices, '$.told.discord.sale', json('true'))",
    );
    expect(await toldOfSale("s1")).toEqual([]);
    const now = await call<Privacy>("GET", "/privacy", kaya.bearer);
    await call("PUT", "/privacy", kaya.bearer, { ...now, onBoards: false });
    expect(await toldOfSale("s2")).toEqual([]);
    await call("PUT", "/privacy", kaya.bearer, {
      ...now,
      told: { ...now.told, discord: { ...now.told.discord, spike: true } },
    });
    expect(await toldOfSale("s3")).toEqual(["1"]);
  });

  test("says hello only where its person ticked it, and once", async () => {
    await enter("1", await codeOf(kaya));
    await call("PUT", `${at("1")}/privacy`, bot, choices(false));
    const told = () => rowsOf(context.db, "SELECT kind FROM announcements WHERE kind = 'joined'");
    expect(await told()).toEqual([]);
    await call("PUT", `${at("1")}/privacy`, bot, { ...choices(false), hello: true });
    await call("PUT", `${at("1")}/privacy`, bot, { ...choices(false), hello: true });
    expect(await told()).toEqual([{ kind: "joined" }]);
    expect(await rowsOf(context.db, "SELECT channel_id FROM deliveries")).toEqual([{ channel_id: "g1-channel" }]);
    await context.db.$client.execute("DELETE FROM announcements");
  });

  test("holds in every Discord community, each from the first command there on; in Slack in its workspace", async () => {
    await enter("1", await codeOf(kaya));
    expect(await ask("stats", { user: "1" }, "discord/g2")).toMatchObject({ is: "stats" });
    expect(await members()).toHaveLength(2);
    expect(await ask("stats", { user: "1" }, "slack/T1")).toEqual({ is: "unlinked" });
    await enter("U1", await codeOf(kaya), { guild: "slack/T1" });
    expect(await ask("progress", { user: "U1" }, "slack/T1")).toMatchObject({ is: "progress" });
    expect(await call("GET", "/identities", kaya.bearer)).toMatchObject({
      identities: expect.arrayContaining([expect.objectContaining({ platform: "slack", workspace: "Beat Lab" })]),
    });
  });

  test("makes its person a member wherever they type /beatpass link or privacy, and keeps a membership as it is", async () => {
    const memberIn = () =>
      rowsOf(
        context.db,
        "SELECT c.guild_id, m.linked_at FROM community_members m JOIN communities c ON c.id = m.community_id ORDER BY 1",
      );
    await enter("1", await codeOf(kaya));
    await context.db.$client.execute("UPDATE community_members SET linked_at = 7");
    await enter("1", await codeOf(kaya), { guild: "discord/g2" });
    await enter("1", await codeOf(kaya));
    expect(await memberIn()).toEqual([
      { guild_id: "g1", linked_at: 7 },
      { guild_id: "g2", linked_at: context.clock.now() },
    ]);
    for (const method of ["GET", "PUT"]) {
      await context.db.$client.execute("DELETE FROM community_members WHERE linked_at <> 7");
      const body = method === "PUT" ? { ...choices(false), hello: true } : undefined;
      await call(method, `${at("1", "discord/g2")}/privacy`, bot, body);
      expect(await memberIn()).toHaveLength(2);
    }
    expect(await rowsOf(context.db, "SELECT channel_id FROM deliveries")).toEqual([{ channel_id: "g2-channel" }]);
    await context.db.$client.execute("DELETE FROM announcements");
  });

  test("to another producer asks first, keeps the code for it, and then takes the person along", async () => {
    await enter("1", await codeOf(kaya));
    const code = await codeOf(milo);
    expect(await enter("1", code)).toMatchObject({
      is: "other",
      producer: { name: "Kaya Noir" },
      wanted: { name: "Milo Beats" },
    });
    expect(await members()).toEqual([{ platform_user_id: "1", producer_id: "kaya" }]);
    expect(await enter("1", code, { replace: true })).toMatchObject({ is: "linked", producer: { id: "milo" } });
    expect(await members()).toEqual([{ platform_user_id: "1", producer_id: "milo" }]);
    expect(await enter("1", await codeOf(milo))).toMatchObject({ is: "already", producer: { name: "Milo Beats" } });
  });

  test("that is undone takes memberships along, and what waits to be said; others' stays", async () => {
    await enter("1", await codeOf(kaya));
    await enter("2", await codeOf(milo));
    await context.db.$client.executeMultiple(`
      INSERT INTO announcements (id, kind, producer_id, cause, view, occurred_at)
        VALUES ('a1', 'level-up', 'kaya', 'c1', '{}', 0), ('a2', 'level-up', 'milo', 'c2', '{}', 0);
      INSERT INTO deliveries (id, announcement_id, community_id, platform, channel_id, status)
        SELECT 'd' || a.id, a.id, c.id, 'discord', 'ch', CASE a.id WHEN 'a1' THEN 'held' ELSE 'waiting' END
        FROM announcements a, communities c WHERE c.guild_id = 'g1' AND a.id IN ('a1', 'a2')`);
    expect(await call("DELETE", `${at("1")}/identity`, bot)).toEqual({ wasLinked: true });
    expect(await rowsOf(context.db, "SELECT id FROM deliveries")).toEqual([{ id: "da2" }]);
    expect(await members()).toEqual([{ platform_user_id: "2", producer_id: "milo" }]);
    expect(await ask("stats", { user: "1" })).toEqual({ is: "unlinked" });
    expect(await call("DELETE", `${at("1")}/identity`, bot)).toEqual({ wasLinked: false });
    await context.db.$client.execute("DELETE FROM announcements");
  });

  test("that is undone ends what is announced on its platform, also where a community hears of everybody", async () => {
    await community(context, "everybody", { members: "all" });
    await call("PUT", "/privacy", kaya.bearer, DEFAULT_PRIVACY);
    await enter("1", await codeOf(kaya), { guild: "discord/everybody" });
    await call("PUT", `${at("1", "discord/everybody")}/privacy`, bot, choices(true));
    const undo = (user: string) => call("DELETE", `${at(user, "discord/everybody")}/identity`, bot);
    const heard = async () => (await call<Privacy>("GET", "/privacy", kaya.bearer)).announced;
    expect(await undo("1")).toEqual({ wasLinked: true, stays: "boards" });
    const silent = { "level-up": false, achievement: false, leaderboard: false };
    expect(await heard()).toEqual({ ...DEFAULT_PRIVACY.announced, discord: silent });

    await enter("1", await codeOf(kaya), { guild: "discord/everybody" });
    await call("PUT", `${at("1", "discord/everybody")}/privacy`, bot, {
      ...choices(true),
      onBoards: false,
      hello: true,
    });
    expect(await undo("1")).toEqual({ wasLinked: true });
    expect(await rowsOf(context.db, "SELECT id FROM deliveries")).toEqual([]);
    await context.db.$client.execute("DELETE FROM announcements");
    await context.db.$client.execute("DELETE FROM communities WHERE guild_id = 'everybody'");
  });

  test("that is undone while another account is linked leaves what was agreed to, where that one is a member", async () => {
    for (const user of ["1", "2"]) await enter(user, await codeOf(kaya));
    await enter("3", await codeOf(kaya), { guild: "discord/g2" });
    await call("PUT", `${at("1")}/privacy`, bot, choices(true));
    const undo = (user: string) => call("DELETE", `${at(user)}/identity`, bot);
    expect(await undo("1")).toEqual({ wasLinked: true, stays: "link" });
    expect(await undo("2")).toEqual({ wasLinked: true });
    expect(await call("GET", "/privacy", kaya.bearer)).toMatchObject({ announced: { discord: { "level-up": true } } });
    // The last one becomes another producer's.
    await enter("3", await codeOf(milo), { guild: "discord/g2", replace: true });
    expect(await call("GET", "/privacy", kaya.bearer)).toMatchObject({ announced: { discord: { "level-up": false } } });
  });

  test("can be undone on the dashboard by its own producer alone", async () => {
    await enter("1", await codeOf(kaya));
    await expect(call("DELETE", "/identities/discord/1", milo.bearer)).rejects.toThrow("404");
    await call("DELETE", "/identities/discord/1", kaya.bearer);
    expect(await call("GET", "/identities", kaya.bearer)).toEqual({ identities: [] });
    expect(await members()).toEqual([]);
  });
});

describe("questions about others", () => {
  test("are answered for members here; for who does not want to be shown as if they were not linked", async () => {
    await enter("1", await codeOf(kaya));
    await enter("2", await codeOf(milo));
    expect(await ask("stats", { user: "2", member: "1" })).toMatchObject({ is: "stats", producer: { id: "kaya" } });
    expect(await ask("stats", { user: "2", producer: "kaya noir" })).toMatchObject({ is: "stats" });
    // Linked, but never asked anything in this community.
    expect(await ask("stats", { user: "2", member: "1" }, "discord/g2")).toEqual({ is: "unlinked-member" });
    await call("PUT", `${at("1")}/privacy`, bot, { ...choices(true), onBoards: false });
    expect(await ask("stats", { user: "2", member: "1" })).toEqual({ is: "unlinked-member" });
    expect(await ask("stats", { user: "2", producer: "Kaya Noir" })).toEqual({ is: "unknown", query: "Kaya Noir" });
    expect(await ask("stats", { user: "1" })).toMatchObject({ is: "stats" });
    const offered = await call("GET", "/communities/discord/g1/suggestions?user=2&of=producer&typed=", bot);
    expect(offered).toEqual({ choices: [{ name: "Milo Beats", value: "milo" }] });
  });

  test("insights are one's own tracks' alone, and name no listener; a stranger's track is as unknown as none", async () => {
    await enter("1", await codeOf(kaya));
    await enter("2", await codeOf(milo));
    const own = await ask("insights", { user: "1", track: "night" });
    expect(own).toMatchObject({ is: "insights", insights: { subject: { title: "Night bus" }, plays: { total: 1 } } });
    expect(JSON.stringify(own)).not.toContain("listeners");
    for (const name of ["Night bus", "t1", "no such track"])
      expect(await ask("insights", { user: "2", track: name })).toEqual({ is: "no-insights" });
    const offered = await call("GET", "/communities/discord/g1/suggestions?user=2&of=track&typed=n", bot);
    expect(offered).toEqual({ choices: [] });
  });
});
