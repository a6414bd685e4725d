import type { ErrandResult } from "@beatpass/shared/contracts";
import { CommunityAdmin, Problem } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApiKey } from "../accounts/index.ts";
import { identities } from "../db/schema/index.ts";
import { answerErrand, leaseErrands } from "../errands/index.ts";
import {
  artist,
  community,
  createTestApp,
  createTestContext,
  link,
  record,
  TEST_ORIGIN,
  type TestApp,
  type TestContext,
} from "../testing/index.ts";

let context: TestContext;
let api: TestApp;
let id: string;
let botKey: string;
let bot: { stop: () => Promise<void> };
/** Who manages the guild, as Discord would say. */
let managers: Set<string>;

beforeEach(async () => {
  context = await createTestContext();
  api = createTestApp(context);
  id = await community(context, "g1", { name: "Beat Lab" });
  botKey = await createApiKey(context.db, { scope: "bot" });
  managers = new Set(["kaya"]);
  bot = startBot();
});
afterEach(async () => {
  await bot.stop();
  await context.close();
});

/** Stands above Kaya's own highest role. */
const veterans = { id: "r4", name: "Veterans", assignable: true };

/** Answers every errand of Discord until it is stopped, as the bot does. */
function startBot() {
  let stopped = false;
  const running = (async () => {
    while (!stopped) {
      for (const { id: errandId, lease, errand } of await leaseErrands(context, { platform: "discord", limit: 10 })) {
        const places = {
          channels: [{ id: "c1", name: "general", mayPost: true, missing: [] }],
          roles: [
            { id: "r1", name: "Level 5", assignable: true },
            { id: "r2", name: "Level 10", assignable: false, barred: "above-bot" as const },
            { id: "r3", name: "Boss", assignable: false, barred: "powerful" as const },
            ...(errand.is === "places" && errand.userId === "kaya"
              ? [{ ...veterans, assignable: false, barred: "above-asker" as const }]
              : [veterans]),
          ],
          mayManageRoles: true,
        };
        const result: ErrandResult =
          errand.is === "may-manage"
            ? { is: "may-manage", may: managers.has(errand.userId) }
            : errand.is === "places"
              ? { is: "places", places }
              : { is: "card" };
        await answerErrand(context, { id: errandId, lease, result });
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  return {
    stop: () => {
      stopped = true;
      return running;
    },
  };
}

const ask = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
  api.app.request(`${TEST_ORIGIN}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const settings = `/settings`;
const path = (rest: string) => `/v1/communities/${id}${rest}`;

/** What `/beatpass settings` gives: the token of the link. */
async function linkFor(userId: string): Promise<string> {
  const bearer = { authorization: `Bearer ${botKey}` };
  const answer = await ask("POST", "/v1/communities/discord/g1/manage-link", bearer, { userId, name: "Kaya" });
  const { url } = (await answer.json()) as { url: string };
  return new URL(url).hash.replace("#token=", "");
}

/** Headers of a session that a link opened. */
async function sessionFor(userId: string) {
  const answer = await ask("POST", path("/session"), { origin: TEST_ORIGIN }, { token: await linkFor(userId) });
  expect(answer.status).toBe(204);
  return { cookie: answer.headers.getSetCookie()[0]!.split(";")[0]!, origin: TEST_ORIGIN };
}

test("a link of /beatpass settings works once, for its own community alone, and only its hash is kept", async () => {
  const token = await linkFor("kaya");
  expect(JSON.stringify(await context.db.all("SELECT * FROM manage_tokens"))).not.toContain(token);
  const other = await community(context, "g2");
  const spend = (communityId: string) =>
    ask("POST", `/v1/communities/${communityId}/session`, { origin: TEST_ORIGIN }, { token });
  expect((await spend(other)).status).toBe(410);
  const first = await spend(id);
  expect(first.status).toBe(204);
  expect(first.headers.get("set-cookie")).toMatch(/HttpOnly; Secure; SameSite=Strict/);
  expect((await spend(id)).status).toBe(410);
});

test("a manager changes settings, and who changed what is told", async () => {
  const kaya = await sessionFor("kaya");
  const changed = await ask("PATCH", path(settings), kaya, { channelId: "c1", locale: "fr", digestDay: null });
  const admin = CommunityAdmin.parse(await changed.json());
  expect(admin.settings).toMatchObject({ channelId: "c1", locale: "fr", digestDay: null, levelUpFrom: 5 });
  expect(admin.changes).toMatchObject([{ by: "Kaya", fields: ["channelId", "digestDay", "locale"] }]);
});

test("who lost the right between opening the page and saving changes nothing", async () => {
  const kaya = await sessionFor("kaya");
  managers.clear();
  const refused = await ask("PATCH", path(settings), kaya, { locale: "fr" });
  expect(refused.status).toBe(403);
  expect(Problem.parse(await refused.json()).detail).toContain("no longer manage Beat Lab");
  const { settings: now, changes } = CommunityAdmin.parse(await (await ask("GET", path(settings), kaya)).json());
  expect([now.locale, changes]).toEqual(["en", []]);
});

test("where no bot answers, nothing is changed and it is said why", async () => {
  const kaya = await sessionFor("kaya");
  await bot.stop();
  const refused = await ask("PATCH", path(settings), kaya, { locale: "fr" });
  expect(refused.status).toBe(502);
  expect(Problem.parse(await refused.json()).detail).toContain("Nothing was changed");
});

test("channels and roles of another community, unknown zones and unknown fields are refused by name", async () => {
  const kaya = await sessionFor("kaya");
  for (const [change, where] of [
    [{ channelId: "c9" }, "channelId"],
    [{ topicChannels: { digest: "c9" } }, "topicChannels.digest"],
    [{ levelRoles: { mode: "stack", roles: [{ level: 5, roleId: "r9" }] } }, "levelRoles.roles.0.roleId"],
    [{ timeZone: "Mars/Olympus" }, "timeZone"],
    [{ colour: "red" }, ""],
  ] as const) {
    const refused = await ask("PATCH", path(settings), kaya, change);
    expect(refused.status).toBe(422);
    expect(Problem.parse(await refused.json()).errors?.map((error) => error.path)).toContain(where);
  }
});

test("a manager hands out no role that is not theirs to give, an operator none that carries power", async () => {
  const kaya = await sessionFor("kaya");
  const { bearer: operator } = await api.signIn("op@example.org", { admin: true });
  const choose = (who: Record<string, string>, roleId: string) =>
    ask("PATCH", path(settings), who, { levelRoles: { mode: "stack", roles: [{ level: 1, roleId }] } });
  for (const [who, role, says] of [
    [kaya, "r3", "Boss carries rights"],
    [operator, "r3", "Boss carries rights"],
    [kaya, "r4", "Veterans is not yours to give"],
  ] as const) {
    const refused = await choose(who, role);
    expect(refused.status).toBe(422);
    const problem = Problem.parse(await refused.json());
    expect(problem.detail).toContain(says);
    expect(problem.errors).toMatchObject([{ path: "levelRoles.roles.0.roleId" }]);
  }
  // The bot can still be moved above it.
  expect((await choose(kaya, "r2")).status).toBe(200);
  expect((await choose(operator, "r4")).status).toBe(200);
  expect((await ask("PATCH", path(settings), kaya, { levelRoles: null })).status).toBe(200);
});

test("that a community hears of everybody is the operator's choice; a manager may end it", async () => {
  const kaya = await sessionFor("kaya");
  const { bearer: operator } = await api.signIn("op@example.org", { admin: true });
  const hearOf = (who: Record<string, string>, members: string) => ask("PATCH", path(settings), who, { members });
  // It was set up so, and stays as it is where a manager changes something else.
  expect((await hearOf(kaya, "all")).status).toBe(200);
  expect((await hearOf(kaya, "linked")).status).toBe(200);
  const refused = await hearOf(kaya, "all");
  expect(refused.status).toBe(422);
  const problem = Problem.parse(await refused.json());
  expect(problem.detail).toMatch(/operator’s choice/);
  expect(problem.errors).toMatchObject([{ path: "members" }]);
  expect((await hearOf(operator, "all")).status).toBe(200);
});

test("the session of a link is taken from our own pages only, and ends at another community's door", async () => {
  const { cookie } = await sessionFor("kaya");
  expect((await ask("PATCH", path(settings), { cookie }, { locale: "fr" })).status).toBe(403);
  const evil = { cookie, origin: "https://evil.example" };
  expect((await ask("PATCH", path(settings), evil, { locale: "fr" })).status).toBe(403);
  const other = await community(context, "g2");
  expect((await ask("GET", `/v1/communities/${other}/settings`, { cookie })).status).toBe(404);
});

test("a producer one of whose linked identities manages the community administers it; another producer finds nothing", async () => {
  await record(context, artist("kaya"), artist("milo"));
  const link = (platformUserId: string, producerId = platformUserId) =>
    context.db.insert(identities).values({
      platform: "discord",
      scope: "",
      platformUserId,
      producerId,
      displayName: platformUserId,
      linkedAt: 0,
    });
  await Promise.all([link("a-second-account", "kaya"), link("kaya"), link("milo"), link("z-third-account", "kaya")]);
  const kaya = await api.signIn("kaya@example.org", { producerId: "kaya" });
  const milo = await api.signIn("milo@example.org", { producerId: "milo" });
  expect((await ask("PATCH", path(settings), kaya.bearer, { mentions: true })).status).toBe(200);
  expect((await ask("GET", path(settings), milo.bearer)).status).toBe(404);
  managers.clear();
  expect((await ask("PATCH", path(settings), kaya.bearer, { mentions: false })).status).toBe(404);
});

test("its own page and the administration tell the same members and the same who linked themselves", async () => {
  await record(context, artist("kaya"), artist("milo"));
  await link(context, id, "kaya");
  const operator = await api.signIn("sam@example.org", { admin: true });
  const counts = { members: 2, linked: 1 };
  expect(await (await ask("GET", path(settings), operator.bearer)).json()).toMatchObject(counts);
  const listed = await ask("GET", "/v1/admin/communities", operator.bearer);
  expect(await listed.json()).toMatchObject({ communities: [{ id, ...counts }] });
  await ask("PATCH", path(settings), operator.bearer, { members: "linked" });
  expect(await (await ask("GET", path(settings), operator.bearer)).json()).toMatchObject({ members: 1, linked: 1 });
});
