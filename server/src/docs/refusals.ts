import type { ProblemCode } from "@beatpass/shared/contracts";
import type { RouteConfig } from "@hono/zod-openapi";
import type { Access, RouteName } from "../http/access.ts";

/** What some routes refuse of themselves, beside what their kind does. */
const OWN: Partial<Record<ProblemCode, readonly RouteName[]>> = {
  forbidden: ["POST /v1/communities/{id}/session"],
  not_found: [
    "GET /v1/account/export/plays.csv",
    "DELETE /v1/account/browsers/{id}",
    "POST /v1/account/keys",
    "DELETE /v1/account/keys/{id}",
    "DELETE /v1/claims/{id}",
    "GET /v1/privacy",
    "PUT /v1/privacy",
    "GET /v1/identities",
    "POST /v1/identities/codes",
    "DELETE /v1/identities/{platform}/{id}",
    "GET /v1/explain/{metric}",
    "GET /v1/dashboard",
    "GET /v1/changes",
    "GET /v1/progress",
    "GET /v1/producers/{id}/progress",
    "GET /v1/tracks",
    "GET /v1/albums",
    "GET /v1/activity",
    "GET /v1/tracks/{id}/insights",
    "GET /v1/tracks/{id}/release-curve",
    "GET /v1/albums/{id}/insights",
    "GET /v1/artists/{id}/insights",
    "GET /v1/leaderboards/{category}",
    "GET /v1/leaderboards/{category}/change",
    "GET /v1/announcements",
    "GET /v1/stream",
    "GET /v1/finances",
    "POST /v1/finances/connect",
    "POST /v1/sources/beatpass/reading",
    "DELETE /v1/sources/beatpass",
    "POST /v1/pairing/look-up",
    "POST /v1/pairing/approve",
    "POST /v1/pairing/deny",
    "POST /v1/admin/people/{id}/link",
    "POST /v1/admin/claims/{id}/approve",
    "POST /v1/admin/claims/{id}/decline",
    "DELETE /v1/admin/keys/{id}",
    "GET /v1/communities/{platform}/{guildId}/answers/{command}",
    "GET /v1/communities/{platform}/{guildId}/suggestions",
    "POST /v1/communities/{platform}/{guildId}/manage-link",
    "GET /v1/communities/{platform}/{guildId}/places",
    "POST /v1/deliveries/{id}/outcome",
  ],
  conflict: [
    "DELETE /v1/account",
    "POST /v1/account/keys",
    "POST /v1/claims",
    "POST /v1/finances/connect",
    "POST /v1/sources/beatpass",
    "POST /v1/sources/beatpass/reading",
    "POST /v1/admin/people",
    "POST /v1/admin/claims/{id}/approve",
    "POST /v1/admin/claims/{id}/decline",
    "POST /v1/errands/{id}/answer",
    "POST /v1/deliveries/{id}/outcome",
    "POST /v1/demo/actions",
  ],
  gone: ["POST /v1/communities/{id}/session"],
  rate_limited: ["POST /v1/identities/codes", "POST /v1/sources/beatpass/reading"],
};

/** What needs a token: an unknown or missing one is refused. */
export const needsToken = (access: Access): boolean => access !== "public" && access !== "demo";

/** How a route can refuse: by who may ask, by what it takes, and of itself. Trouble on our side comes with any. */
export function refusalsOf(access: Access, { method, path, request = {} }: RouteConfig): ProblemCode[] {
  const { body, query, params } = request;
  const name = `${method.toUpperCase()} ${path}` as RouteName;
  const own = Object.entries(OWN).flatMap(([code, routes]) => (routes.includes(name) ? [code as ProblemCode] : []));
  // Who no longer manages a community may still read of it, not change it.
  const forbids = access === "manager" ? method !== "get" : needsToken(access);
  return [
    ...(needsToken(access) ? (["unauthenticated"] as const) : []),
    ...(forbids ? (["forbidden"] as const) : []),
    ...(access === "manager" || access === "demo" ? (["not_found"] as const) : []),
    ...(body ? (["too_large", "unsupported_media_type"] as const) : []),
    ...(body || query || params ? (["invalid"] as const) : []),
    ...own,
  ];
}
