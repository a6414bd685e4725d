import { createApiKey } from "@beatpass/server/accounts/index.ts";
import { communityId } from "@beatpass/server/communities/index.ts";
import { ACCESS, type RouteName, SIGN_IN_ACCESS } from "@beatpass/server/http/access.ts";
import {
  artist,
  createTestApp,
  createTestContext,
  play,
  record,
  type SignedIn,
  TEST_ORIGIN,
  type TestApp,
  type TestContext,
  track,
} from "@beatpass/server/testing/index.ts";
import { DEFAULT_PRIVACY, Problem } from "@beatpass/shared/contracts";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Who asks: nobody, people who are signed in, and keys of every scope. */
const WHO = [
  "nobody",
  "newcomer",
  "owner",
  "stranger",
  "admin",
  "ingest",
  "read",
  "read as owner",
  "bot",
  "admin key",
] as const;
type Who = (typeof WHO)[number];

type Request = { path: string; body?: unknown };
const COMMUNITY = communityId({ platform: "discord", guildId: "g1" });
/** A request per route that would succeed for somebody who may. */
const REQUESTS: Record<RouteName, Request> = {
  "GET /health": { path: "/health" },
  "GET /v1/explain": { path: "/v1/explain" },
  "GET /v1/explain/{metric}": { path: "/v1/explain/plays" },
  "GET /v1/session": { path: "/v1/session" },
  "DELETE /v1/session": { path: "/v1/session" },
  "GET /v1/account": { path: "/v1/account" },
  "PATCH /v1/account": { path: "/v1/account", body: { timeZone: "Europe/Paris" } },
  "DELETE /v1/account": { path: "/v1/account", body: { email: "not mine" } },
  "GET /v1/account/export": { path: "/v1/account/export" },
  "GET /v1/account/export/plays.csv": { path: "/v1/account/export/plays.csv" },
  "GET /v1/account/export/listens.csv": { path: "/v1/account/export/listens.csv" },
  "GET /v1/account/browsers": { path: "/v1/account/browsers" },
  "DELETE /v1/account/browsers/{id}": { path: "/v1/account/browsers/unknown" },
  "GET /v1/account/keys": { path: "/v1/account/keys" },
  "POST /v1/account/keys": { path: "/v1/account/keys", body: { note: "A script" } },
  "DELETE /v1/account/keys/{id}": { path: "/v1/account/keys/unknown" },
  "GET /v1/claims": { path: "/v1/claims" },
  "GET /v1/claims/artists": { path: "/v1/claims/artists?q=owner" },
  "POST /v1/claims": { path: "/v1/claims", body: { artist: "owner" } },
  "DELETE /v1/claims/{id}": { path: "/v1/claims/unknown" },
  "GET /v1/privacy": { path: "/v1/privacy" },
  "PUT /v1/privacy": { path: "/v1/privacy", body: DEFAULT_PRIVACY },
  "GET /v1/identities": { path: "/v1/identities" },
  "POST /v1/identities/codes": { path: "/v1/identities/codes" },
  "DELETE /v1/identities/{platform}/{id}": { path: "/v1/identities/discord/unknown" },
  "POST /v1/events": { path: "/v1/events", body: [] },
  "GET /v1/dashboard": { path: "/v1/dashboard" },
  "GET /v1/changes": { path: "/v1/changes?since=2026-11-22T12:00:00Z" },
  "POST /v1/visits": { path: "/v1/visits" },
  "GET /v1/progress": { path: "/v1/progress" },
  "GET /v1/producers/{id}/progress": { path: "/v1/producers/owner/progress" },
  "GET /v1/tracks": { path: "/v1/tracks" },
  "GET /v1/albums": { path: "/v1/albums" },
  "GET /v1/activity": { path: "/v1/activity" },
  "GET /v1/tracks/{id}/insights": { path: "/v1/tracks/t1/insights" },
  "GET /v1/tracks/{id}/release-curve": { path: "/v1/tracks/t1/release-curve" },
  "GET /v1/albums/{id}/insights": { path: "/v1/albums/77/insights" },
  "GET /v1/artists/{id}/insights": { path: "/v1/artists/owner/insights" },
  "GET /v1/artists/{id}/public": { path: "/v1/artists/owner/public" },
  "GET /v1/leaderboards/{category}": { path: "/v1/leaderboards/points" },
  "GET /v1/leaderboards/{category}/change": { path: "/v1/leaderboards/points/change" },
  "GET /v1/communities": { path: "/v1/communities" },
  "GET /v1/announcements": { path: "/v1/announcements" },
  "GET /v1/stream": { path: "/v1/stream" },
  "GET /v1/finances": { path: "/v1/finances" },
  "POST /v1/finances/connect": { path: "/v1/finances/connect" },
  "GET /v1/sources/beatpass": { path: "/v1/sources/beatpass" },
  "POST /v1/sources/beatpass": { path: "/v1/sources/beatpass", body: { token: "no such token" } },
  "POST /v1/sources/beatpass/reading": { path: "/v1/sources/beatpass/reading" },
  "DELETE /v1/sources/beatpass": { path: "/v1/sources/beatpass" },
  "POST /v1/stripe/webhook": { path: "/v1/stripe/webhook", body: {} },
  "POST /v1/pairing/start": { path: "/v1/pairing/start", body: { browser: "Firefox on Linux" } },
  "POST /v1/pairing/token": { path: "/v1/pairing/token", body: { deviceCode: "unknown" } },
  "POST /v1/pairing/look-up": { path: "/v1/pairing/look-up", body: { code: "UNKNOWN1" } },
  "POST /v1/pairing/approve": { path: "/v1/pairing/approve", body: { code: "UNKNOWN1" } },
  "POST /v1/pairing/deny": { path: "/v1/pairing/deny", body: { code: "UNKNOWN1" } },
  "GET /v1/admin/people": { path: "/v1/admin/people" },
  "POST /v1/admin/people": { path: "/v1/admin/people", body: { email: "taken@example.org" } },
  "POST /v1/admin/people/{id}/link": { path: "/v1/admin/people/unknown/link" },
  "GET /v1/admin/claims": { path: "/v1/admin/claims" },
  "POST /v1/admin/claims/{id}/approve": { path: "/v1/admin/claims/unknown/approve", body: {} },
  "POST /v1/admin/claims/{id}/decline": { path: "/v1/admin/claims/unknown/decline" },
  "GET /v1/admin/keys": { path: "/v1/admin/keys" },
  "POST /v1/admin/keys": { path: "/v1/admin/keys", body: { scope: "bot", note: "Bots" } },
  "DELETE /v1/admin/keys/{id}": { path: "/v1/admin/keys/unknown" },
  "GET /v1/admin/communities": { path: "/v1/admin/communities" },
  "GET /v1/admin/demo": { path: "/v1/admin/demo" },
  "DELETE /v1/admin/demo": { path: "/v1/admin/demo" },
  "PUT /v1/communities/{platform}": { path: "/v1/communities/discord", body: { guildIds: ["g1"] } },
  "PUT /v1/communities/{platform}/{guildId}": { path: "/v1/communities/discord/g1", body: { name: "G" } },
  "GET /v1/communities/{platform}/{guildId}/answers/{command}": {
    path: "/v1/communities/discord/g1/answers/stats?user=u",
  },
  "GET /v1/communities/{platform}/{guildId}/suggestions": {
    path: "/v1/communities/discord/g1/suggestions?user=u&of=producer",
  },
  "POST /v1/communities/{platform}/{guildId}/manage-link": {
    path: "/v1/communities/discord/g1/manage-link",
    body: { userId: "u1", name: "Kaya" },
  },
  "GET /v1/communities/{platform}/{guildId}/places": { path: "/v1/communities/discord/unknown/places" },
  "POST /v1/communities/{id}/session": { path: "/v1/communities/unknown/session", body: { token: "t".repeat(32) } },
  "GET /v1/communities/{id}/settings": { path: `/v1/communities/${COMMUNITY}/settings` },
  "PATCH /v1/communities/{id}/settings": { path: `/v1/communities/${COMMUNITY}/settings`, body: { locale: "fr" } },
  "GET /v1/communities/{id}/places": { path: "/v1/communities/unknown/places" },
  "POST /v1/communities/{id}/card": { path: "/v1/communities/unknown/card", body: { kind: "level-up" } },
  "POST /v1/errands/lease": { path: "/v1/errands/lease", body: { platform: "discord", worker: "w" } },
  "POST /v1/errands/{id}/answer": { path: "/v1/errands/unknown/answer", body: { lease: "l" } },
  "POST /v1/communities/{platform}/{guildId}/members/{user}/identity": {
    path: "/v1/communities/discord/g1/members/u/identity",
    body: { code: "AAAA-AAAA", name: "U" },
  },
  "DELETE /v1/communities/{platform}/{guildId}/members/{user}/identity": {
    path: "/v1/communities/discord/g1/members/u/identity",
  },
  "GET /v1/communities/{platform}/{guildId}/members/{user}/privacy": {
    path: "/v1/communities/discord/g1/members/u/privacy",
  },
  "PUT /v1/communities/{platform}/{guildId}/members/{user}/privacy": {
    path: "/v1/communities/discord/g1/members/u/privacy",
    body: {
      onBoards: true,
      named: false,
      announced: { "level-up": true, achievement: true, leaderboard: true },
      told: { spike: true, sale: false, digest: false },
    },
  },
  "GET /v1/admin/notices": { path: "/v1/admin/notices" },
  "POST /v1/communities/{platform}/{guildId}/left": { path: "/v1/communities/discord/g9/left" },
  "POST /v1/deliveries/lease": { path: "/v1/deliveries/lease", body: { platform: "discord", worker: "w" } },
  "POST /v1/deliveries/{id}/outcome": {
    path: "/v1/deliveries/unknown/outcome",
    body: { lease: "l", outcome: "delivered" },
  },
  "GET /v1/deliveries/stream": { path: "/v1/deliveries/stream" },
  "GET /v1/demo/channels": { path: "/v1/demo/channels" },
  "POST /v1/demo/actions": { path: "/v1/demo/actions", body: { action: "play" } },
  "POST /v1/demo/answers": {
    path: "/v1/demo/answers",
    body: { platform: "discord", command: "stats", question: {} },
  },
  "DELETE /v1/demo": { path: "/v1/demo" },
  "GET /demo/site-data.json": { path: "/demo/site-data.json" },
};

let context: TestContext;
let api: TestApp;
let people: Record<"newcomer" | "owner" | "stranger" | "admin", SignedIn>;
let headers: Record<Who, Record<string, string>>;

beforeAll(async () => {
  context = await createTestContext();
  await record(context, artist("owner"), artist("stranger"));
  await record(
    context,
    track("t1", ["owner"], { durationMs: 1000, album: { id: "77", title: "Night" } }),
    track("t2", ["stranger"]),
    play("t1"),
  );
  api = createTestApp(context);
  people = {
    newcomer: await api.signIn("taken@example.org"),
    owner: await api.signIn("owner@example.org", { producerId: "owner" }),
    stranger: await api.signIn("stranger@example.org", { producerId: "stranger" }),
    admin: await api.signIn("admin@example.org", { admin: true }),
  };
  const key = async (scope: "ingest" | "read" | "bot" | "admin", producerId?: string) => ({
    authorization: `Bearer ${await createApiKey(context.db, { scope, producerId })}`,
  });
  headers = {
    nobody: {},
    newcomer: people.newcomer.bearer,
    owner: people.owner.bearer,
    stranger: people.stranger.bearer,
    admin: people.admin.bearer,
    ingest: await key("ingest"),
    read: await key("read"),
    "read as owner": await key("read", "owner"),
    bot: await key("bot"),
    "admin key": await key("admin"),
  };
});
afterAll(() => context.close());

async function ask(method: string, { path, body }: Request, sent: Record<string, string>): Promise<Response> {
  return api.app.request(`${TEST_ORIGIN}${path}`, {
    method,
    headers: { ...sent, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/**
 * What each of them is answered, in the order of WHO. A producer's own pages are not found for those who have none;
 * 404, 409 and 503 besides are answers to somebody who may ask (nothing of that name, taken, no Stripe here).
 */
// biome-ignore format: a table is read by its columns
const EXPECTED: Record<RouteName, string> = {
  //                                          nobody newc owner strg admin ingest read as-o bot admin-key
  "GET /health":                                  "200 200 200 200 200 200 200 200 200 200",
  "GET /v1/explain":                              "200 200 200 200 200 200 200 200 200 200",
  "GET /v1/explain/{metric}":                     "200 200 200 200 200 200 200 200 200 200",
  "GET /v1/session":                              "200 200 200 200 200 200 200 200 200 200",
  "DELETE /v1/session":                           "401 204 204 204 204 403 403 403 403 403",
  "GET /v1/account":                              "401 200 200 200 200 403 403 403 403 403",
  "PATCH /v1/account":                            "401 200 200 200 200 403 403 403 403 403",
  "DELETE /v1/account":                           "401 422 422 422 422 403 403 403 403 403",
  "GET /v1/account/export":                       "401 200 200 200 200 403 403 403 403 403",
  "GET /v1/account/export/plays.csv":             "401 404 200 200 404 403 403 403 403 403",
  "GET /v1/account/export/listens.csv":           "401 404 200 200 404 403 403 403 403 403",
  "GET /v1/account/browsers":                     "401 200 200 200 200 403 403 403 403 403",
  "DELETE /v1/account/browsers/{id}":             "401 404 404 404 404 403 403 403 403 403",
  "GET /v1/account/keys":                         "401 200 200 200 200 403 403 403 403 403",
  "POST /v1/account/keys":                        "401 404 200 200 404 403 403 403 403 403",
  "DELETE /v1/account/keys/{id}":                 "401 404 404 404 404 403 403 403 403 403",
  "GET /v1/claims":                               "401 200 200 200 200 403 403 403 403 403",
  "GET /v1/claims/artists":                       "401 200 200 200 200 403 403 403 403 403",
  "POST /v1/claims":                              "401 409 409 409 409 403 403 403 403 403",
  "DELETE /v1/claims/{id}":                       "401 404 404 404 404 403 403 403 403 403",
  "GET /v1/privacy":                              "401 404 200 200 404 403 404 200 403 404",
  "PUT /v1/privacy":                              "401 404 200 200 404 403 403 403 403 403",
  "GET /v1/identities":                           "401 404 200 200 404 403 404 200 403 404",
  "POST /v1/identities/codes":                    "401 404 200 200 404 403 403 403 403 403",
  "DELETE /v1/identities/{platform}/{id}":        "401 404 404 404 404 403 403 403 403 403",
  "POST /v1/events":                              "401 403 403 403 403 200 403 403 403 200",
  "GET /v1/changes":                              "401 404 200 200 404 403 404 200 403 404",
  "POST /v1/visits":                              "401 200 200 200 200 403 403 403 403 403",
  "GET /v1/dashboard":                            "401 404 200 200 404 403 404 200 403 404",
  "GET /v1/progress":                             "401 404 200 200 404 403 404 200 403 404",
  "GET /v1/producers/{id}/progress":              "401 404 200 404 200 403 404 200 403 200",
  "GET /v1/tracks":                               "401 404 200 200 404 403 404 200 403 404",
  "GET /v1/albums":                               "401 404 200 200 404 403 404 200 403 404",
  "GET /v1/activity":                             "401 404 200 200 404 403 404 200 403 404",
  "GET /v1/tracks/{id}/release-curve":            "401 404 200 404 200 403 404 200 403 200",
  "GET /v1/tracks/{id}/insights":                 "401 404 200 404 200 403 404 200 403 200",
  "GET /v1/albums/{id}/insights":                 "401 404 200 404 200 403 404 200 403 200",
  "GET /v1/artists/{id}/insights":                "401 404 200 404 200 403 404 200 403 200",
  "GET /v1/artists/{id}/public":                  "401 200 200 200 200 403 200 200 403 200",
  "GET /v1/leaderboards/{category}":              "401 200 200 200 200 403 200 200 403 200",
  "GET /v1/leaderboards/{category}/change":       "401 200 200 200 200 403 200 200 403 200",
  "GET /v1/announcements":                        "401 404 200 200 404 403 404 200 403 404",
  "GET /v1/communities":                          "401 200 200 200 200 403 200 200 403 200",
  "GET /v1/stream":                               "401 404 200 200 404 403 404 200 403 404",
  "GET /v1/finances":                             "401 404 200 200 404 403 404 200 403 404",
  "POST /v1/finances/connect":                    "401 404 503 503 404 403 403 403 403 403",
  "GET /v1/sources/beatpass":                     "401 200 200 200 200 403 403 403 403 403",
  "POST /v1/sources/beatpass":                    "401 422 422 422 422 403 403 403 403 403",
  "POST /v1/sources/beatpass/reading":            "401 404 404 404 404 403 403 403 403 403",
  "DELETE /v1/sources/beatpass":                  "401 404 204 204 404 403 403 403 403 403",
  "POST /v1/stripe/webhook":                      "503 503 503 503 503 503 503 503 503 503",
  "POST /v1/pairing/start":                       "200 200 200 200 200 200 200 200 200 200",
  "POST /v1/pairing/token":                       "200 200 200 200 200 200 200 200 200 200",
  "POST /v1/pairing/look-up":                     "401 404 404 404 404 403 403 403 403 403",
  "POST /v1/pairing/approve":                     "401 404 404 404 404 403 403 403 403 403",
  "POST /v1/pairing/deny":                        "401 404 404 404 404 403 403 403 403 403",
  "GET /v1/admin/people":                         "401 403 403 403 200 403 403 403 403 200",
  "POST /v1/admin/people":                        "401 403 403 403 409 403 403 403 403 409",
  "POST /v1/admin/people/{id}/link":              "401 403 403 403 404 403 403 403 403 404",
  "GET /v1/admin/claims":                         "401 403 403 403 200 403 403 403 403 200",
  "POST /v1/admin/claims/{id}/approve":           "401 403 403 403 404 403 403 403 403 404",
  "POST /v1/admin/claims/{id}/decline":           "401 403 403 403 404 403 403 403 403 404",
  "GET /v1/admin/keys":                           "401 403 403 403 200 403 403 403 403 200",
  "POST /v1/admin/keys":                          "401 403 403 403 200 403 403 403 403 200",
  "DELETE /v1/admin/keys/{id}":                   "401 403 403 403 404 403 403 403 403 404",
  "GET /v1/admin/communities":                    "401 403 403 403 200 403 403 403 403 200",
  "GET /v1/admin/demo":                           "401 403 403 403 200 403 403 403 403 200",
  "DELETE /v1/admin/demo":                        "401 403 403 403 204 403 403 403 403 204",
  "PUT /v1/communities/{platform}":               "401 403 403 403 403 403 403 403 204 204",
  "PUT /v1/communities/{platform}/{guildId}":     "401 403 403 403 403 403 403 403 204 204",
  "GET /v1/communities/{platform}/{guildId}/answers/{command}": "401 403 403 403 403 403 403 403 200 200",
  "POST /v1/communities/{platform}/{guildId}/members/{user}/identity": "401 403 403 403 403 403 403 403 200 200",
  "DELETE /v1/communities/{platform}/{guildId}/members/{user}/identity": "401 403 403 403 403 403 403 403 200 200",
  "GET /v1/communities/{platform}/{guildId}/members/{user}/privacy": "401 403 403 403 403 403 403 403 200 200",
  "PUT /v1/communities/{platform}/{guildId}/members/{user}/privacy": "401 403 403 403 403 403 403 403 200 200",
  "GET /v1/communities/{platform}/{guildId}/suggestions": "401 403 403 403 403 403 403 403 200 200",
  "POST /v1/communities/{platform}/{guildId}/manage-link": "401 403 403 403 403 403 403 403 200 200",
  "GET /v1/communities/{platform}/{guildId}/places": "401 403 403 403 403 403 403 403 404 404",
  // Only from our own pages, which these are not.
  "POST /v1/communities/{id}/session":            "403 403 403 403 403 403 403 403 403 403",
  "GET /v1/communities/{id}/settings":            "404 404 404 404 200 404 404 404 404 200",
  "PATCH /v1/communities/{id}/settings":          "404 404 404 404 200 404 404 404 404 200",
  "GET /v1/communities/{id}/places":              "404 404 404 404 404 404 404 404 404 404",
  "POST /v1/communities/{id}/card":               "404 404 404 404 404 404 404 404 404 404",
  "POST /v1/errands/lease":                       "401 403 403 403 403 403 403 403 200 200",
  "POST /v1/errands/{id}/answer":                 "401 403 403 403 403 403 403 403 409 409",
  "GET /v1/admin/notices":                        "401 403 403 403 200 403 403 403 403 200",
  "POST /v1/communities/{platform}/{guildId}/left": "401 403 403 403 403 403 403 403 204 204",
  "POST /v1/deliveries/lease":                    "401 403 403 403 403 403 403 403 200 200",
  "POST /v1/deliveries/{id}/outcome":             "401 403 403 403 403 403 403 403 404 404",
  "GET /v1/deliveries/stream":                    "401 403 403 403 403 403 403 403 200 200",
  "GET /v1/demo/channels":                        "404 404 404 404 404 404 404 404 404 404",
  "POST /v1/demo/actions":                        "404 404 404 404 404 404 404 404 404 404",
  "POST /v1/demo/answers":                        "404 404 404 404 404 404 404 404 404 404",
  "DELETE /v1/demo":                              "404 404 404 404 404 404 404 404 404 404",
  "GET /demo/site-data.json":                     "404 404 404 404 404 404 404 404 404 404",
};

const NAMES = Object.keys(ACCESS) as RouteName[];
// Signing out comes last: it ends the sessions that the others use.
const LAST: RouteName = "DELETE /v1/session";

describe("the access table", () => {
  test("has a row for every route of the API, and every row is a route", () => {
    const mounted = api.app.routes
      .filter(({ method, path }) => method !== "ALL" && /^\/(v1|health|api|demo\/site-data)/.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}")}`);
    const own = new Set(mounted.filter((name) => name !== "GET /v1/openapi.json"));
    expect([...own].sort()).toEqual([...NAMES, ...Object.keys(SIGN_IN_ACCESS)].sort());
  });

  test.each([...NAMES.filter((name) => name !== LAST), LAST])("%s", async (name) => {
    const method = name.split(" ")[0]!;
    const statuses: number[] = [];
    for (const who of WHO) {
      const response = await ask(method, REQUESTS[name], headers[who]);
      statuses.push(response.status);
      if (response.status >= 400) {
        const problem = Problem.parse(await response.json());
        expect(problem).toMatchObject({ status: response.status, requestId: response.headers.get("x-request-id") });
        expect(response.headers.get("content-type")).toBe("application/problem+json");
      } else await response.body?.cancel();
    }
    const shown = (list: (number | string)[]) =>
      Object.fromEntries(WHO.map((who, index) => [who, Number(list[index])]));
    expect(shown(statuses)).toEqual(shown(EXPECTED[name].split(" ")));
    const described = Object.keys((await operationOf(name)).responses);
    const refusals = [...new Set(statuses)].filter((status) => status < 500).map(String);
    expect(described).toEqual(expect.arrayContaining(refusals));
    if (name === LAST) await signInAgain();
  });
});

async function operationOf(name: RouteName): Promise<Operation> {
  const [method, path] = name.split(" ") as [string, string];
  return (await describedApi()).paths[path]![method.toLowerCase()]!;
}

async function signInAgain(): Promise<void> {
  people.owner = await api.signIn("owner-2@example.org", { producerId: "owner" });
  people.stranger = await api.signIn("stranger-2@example.org", { producerId: "stranger" });
}

describe("insights of what is not one's own", () => {
  test.each([
    ["/v1/tracks/t1/insights", "/v1/tracks/unknown/insights"],
    ["/v1/tracks/t1/release-curve", "/v1/tracks/unknown/release-curve"],
    ["/v1/albums/77/insights", "/v1/albums/unknown/insights"],
    ["/v1/artists/owner/insights", "/v1/artists/unknown/insights"],
    ["/v1/producers/owner/progress", "/v1/producers/unknown/progress"],
  ])(
    "%s and an unknown id are told apart by nobody: the same answer but for the request's id",
    async (path, unknown) => {
      const read = async (asked: string) => {
        const response = await ask("GET", { path: asked }, people.stranger.bearer);
        const { requestId, ...problem } = Problem.parse(await response.json());
        const sent = [...response.headers].filter(([name]) => name !== "x-request-id");
        return { problem, sent, requestId };
      };
      const [theirs, nothing] = [await read(path), await read(unknown)];
      expect(theirs.problem).toEqual(nothing.problem);
      expect(theirs.problem.status).toBe(404);
      expect(theirs.sent).toEqual(nothing.sent);
      expect(theirs.requestId).not.toBe(nothing.requestId);
    },
  );

  test("a credited collaborator sees the track's insights", async () => {
    await record(context, track("t3", ["owner", "stranger"]));
    expect((await ask("GET", { path: "/v1/tracks/t3/insights" }, people.stranger.bearer)).status).toBe(200);
  });
});

describe("cookies", () => {
  const approve = { path: "/v1/pairing/approve", body: { code: "UNKNOWN1" } };

  test("sign a person in for reading, from anywhere on the site", async () => {
    const session = await (await ask("GET", { path: "/v1/session" }, people.owner.cookie)).json();
    expect(session).toEqual({
      user: { name: "Artist owner", email: "owner-2@example.org", admin: false },
      producer: { id: "owner", name: "Artist owner", demo: false },
    });
  });

  test.each([
    ["another site", "https://evil.example"],
    ["the same name at another port", `${TEST_ORIGIN}:8443`],
    ["the same name without TLS", TEST_ORIGIN.replace("https", "http")],
    ["a sandboxed page", "null"],
    ["no origin at all", undefined],
  ])("a write from %s is refused, whatever it says", async (_, origin) => {
    const response = await ask("POST", approve, { ...people.owner.cookie, ...(origin !== undefined && { origin }) });
    expect([response.status, await response.json()]).toEqual([403, expect.objectContaining({ code: "forbidden" })]);
  });

  test("a write from our own pages goes through", async () => {
    const response = await ask("POST", approve, { ...people.owner.cookie, origin: TEST_ORIGIN });
    expect([response.status, await response.json()]).toEqual([
      404,
      expect.objectContaining({ detail: expect.stringContaining("No browser shows this code") }),
    ]);
  });

  test("are never looked at beside a bearer token, valid or not", async () => {
    const both = { ...people.owner.cookie, ...people.stranger.bearer };
    expect(await (await ask("GET", { path: "/v1/session" }, both)).json()).toMatchObject({
      producer: { id: "stranger" },
    });
    const wrong = { ...people.owner.cookie, authorization: "Bearer wrong" };
    expect((await ask("GET", { path: "/v1/session" }, wrong)).status).toBe(401);
  });
});

describe("keys", () => {
  test("a revoked or unknown key is nobody", async () => {
    const key = await createApiKey(context.db, { scope: "read", producerId: "owner" });
    const read = () => ask("GET", { path: "/v1/dashboard" }, { authorization: `Bearer ${key}` });
    expect((await read()).status).toBe(200);
    await context.db.$client.execute("UPDATE api_keys SET revoked_at = 1 WHERE producer_id = 'owner'");
    expect((await read()).status).toBe(401);
    expect((await ask("GET", { path: "/v1/dashboard" }, { authorization: "Bearer bpk_nothing" })).status).toBe(401);
  });

  test.each([
    ["ingest", "GET", "/v1/dashboard", "a person who is signed in, or a key of scope read or admin"],
    ["read", "GET", "/v1/account", "a person who is signed in, never a key"],
    ["bot", "GET", "/v1/admin/people", "an administrator, or a key of scope admin"],
  ] as const)("of scope %s that asks %s %s is told who may", async (scope, method, path, who) => {
    expect(await (await ask(method, { path }, headers[scope])).json()).toMatchObject({
      code: "forbidden",
      detail: `This is for ${who}.`,
    });
  });

  test("are kept as a hash: nobody can read one from the database", async () => {
    const key = await createApiKey(context.db, { scope: "read" });
    const { rows } = await context.db.$client.execute("SELECT * FROM api_keys");
    expect(JSON.stringify(rows)).not.toContain(key.slice(4));
  });

  test("a key for some sources speaks for no other", async () => {
    const key = await createApiKey(context.db, { scope: "ingest", sources: ["shop"] });
    const body = [
      play("t1", {}, { source: "shop" }),
      play("t1", {}, { source: "other" }),
      play("t1", {}, { source: "csv" }),
    ];
    const answer = await ask("POST", { path: "/v1/events", body }, { authorization: `Bearer ${key}` });
    expect(await answer.json()).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, code: "source_not_allowed" },
        { index: 2, code: "source_not_allowed" },
      ],
    });
  });
});

describe("other origins", () => {
  const elsewhere = { origin: "https://open.beatpass.ca" };

  test.each(["/v1/session", "/v1/tracks/unknown/insights"])("%s answers them, without credentials", async (path) => {
    const response = await ask("GET", { path }, { ...elsewhere, ...people.owner.bearer });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
    expect(response.headers.get("access-control-expose-headers")?.toLowerCase()).toContain("x-request-id");
  });

  test("a preflight allows the token and the body's type, and no credentials", async () => {
    const response = await ask(
      "OPTIONS",
      { path: "/v1/pairing/start" },
      {
        ...elsewhere,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    );
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-headers")?.toLowerCase()).toMatch(/authorization.*content-type/);
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
  });
});

describe("problem details", () => {
  test("a request that does not fit names every wrong field, at 422", async () => {
    const response = await ask(
      "POST",
      { path: "/v1/deliveries/lease", body: { platform: "irc", limit: 0 } },
      headers.bot,
    );
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ status: 422, code: "invalid" });
    expect(problem.errors?.map(({ path }) => path)).toEqual(["platform", "worker", "limit"]);
  });

  test("a range that runs backwards is named", async () => {
    const path = "/v1/tracks/t1/insights?from=2026-02-01&to=2026-01-01";
    const response = await ask("GET", { path }, people.owner.bearer);
    expect([response.status, await response.json()]).toEqual([
      422,
      expect.objectContaining({ code: "invalid", errors: [{ path: "from", message: "lies after to" }] }),
    ]);
  });

  test("a day that does not exist is no date", async () => {
    const response = await ask("GET", { path: "/v1/tracks/t1/insights?from=2026-02-30" }, people.owner.bearer);
    expect([response.status, await response.json()]).toEqual([
      422,
      expect.objectContaining({ errors: [{ path: "from", message: expect.any(String) }] }),
    ]);
  });

  test.each([
    ["POST", "/v1/tracks/t1/insights", "GET, HEAD"],
    ["POST", "/v1/tracks/unknown/insights", "GET, HEAD"],
    ["DELETE", "/v1/explain", "GET, HEAD"],
    ["PUT", "/v1/account", "GET, HEAD, PATCH, DELETE"],
    ["GET", "/v1/events", "POST"],
    ["GET", "/v1/communities/discord/g1", "PUT"],
    ["POST", "/v1/openapi.json", "GET, HEAD"],
    ["DELETE", "/health", "GET, HEAD"],
  ])("%s %s answers 405 to anybody, with the methods that are there", async (method, path, allow) => {
    for (const sent of [{}, people.owner.bearer, people.stranger.bearer]) {
      const response = await ask(method, { path }, sent);
      expect([response.status, response.headers.get("allow")]).toEqual([405, allow]);
      expect(Problem.parse(await response.json())).toMatchObject({ status: 405, code: "method_not_allowed" });
    }
  });

  test("a method that the demo lacks tells nobody that there is one", async () => {
    for (const path of ["/v1/demo/channels", "/v1/demo", "/demo/site-data.json"]) {
      const response = await ask("PUT", { path }, people.owner.bearer);
      expect([path, response.status, response.headers.has("allow")]).toEqual([path, 404, false]);
    }
  });

  test("an address that nobody knows answers like any other error", async () => {
    const response = await ask("GET", { path: "/v1/nothing" }, people.owner.bearer);
    expect(Problem.parse(await response.json())).toMatchObject({ status: 404, code: "not_found" });
  });
});

type Operation = {
  security: unknown[];
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>;
};
type Description = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

const describedApi = async () => (await (await ask("GET", { path: "/v1/openapi.json" }, {})).json()) as Description;

test("openapi.json is OpenAPI 3.1, describes every route of the table with its errors, and says who needs a token", async () => {
  const document = await describedApi();
  expect(document.openapi).toBe("3.1.0");
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}` as RouteName,
      operation,
    })),
  );
  expect(operations.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
  for (const { name, operation } of operations) {
    const open = ACCESS[name] === "public" || ACCESS[name] === "demo";
    expect([name, operation.security]).toEqual([name, open ? [] : [{ bearer: [] }]]);
    expect(operation.responses.default).toEqual({ $ref: "#/components/responses/default" });
    expect(Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status))).toBe(true);
    const named = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    expect(JSON.stringify(operation)).toEqual(
      expect.stringMatching(named.map((parameter) => `"name":"${parameter}"`).join(".*")),
    );
  }
  expect(unresolvedReferences(document)).toEqual([]);
});

test("its schemas are JSON schemas, and what the routes answer is as they say", async () => {
  const document = await describedApi();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [name, schema] of Object.entries(document.components.schemas))
    expect([name, ajv.validateSchema(schema), ajv.errors]).toEqual([name, true, null]);
  ajv.addSchema({ $id: "api", ...document });
  let checked = 0;
  for (const name of NAMES.filter((name) => name.startsWith("GET "))) {
    const asAdmin = ACCESS[name] === "bot" || ACCESS[name] === "admin" || ACCESS[name] === "manager";
    const answer = await ask("GET", REQUESTS[name], asAdmin ? headers["admin key"] : people.owner.bearer);
    if (answer.status !== 200 || !answer.headers.get("content-type")?.includes("application/json")) {
      await answer.body?.cancel();
      continue;
    }
    const path = name.slice("GET ".length).replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D");
    const schema = `api#/paths/${path}/get/responses/200/content/application~1json/schema`;
    const errors = ajv.validate({ $ref: schema }, await answer.json()) ? [] : ajv.errors;
    expect([name, errors]).toEqual([name, []]);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(25);
});

/** Every `$ref` that leads nowhere within the document. */
function unresolvedReferences(document: object): string[] {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
  const find = (path: string) =>
    path.split("/").reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
  return references.filter((path) => find(path) === undefined);
}
