import type { ProblemCode } from "@beatpass/shared/contracts";
import type { Access } from "../http/access.ts";
import type { RouteDefinition } from "../http/api.ts";

/** What needs a token: an unknown or missing one is refused. */
export const needsToken = (access: Access): boolean => access !== "public" && access !== "demo";

/** How a route can refuse: by who may ask, by what it takes, and of itself. Trouble on our side comes with any. */
export function refusalsOf(access: Access, { method, request = {}, refuses = [] }: RouteDefinition): ProblemCode[] {
  const { body, query, params } = request;
  // Who no longer manages a community may still read of it, not change it.
  const forbids = access === "manager" ? method !== "get" : needsToken(access);
  return [
    ...(needsToken(access) ? (["unauthenticated"] as const) : []),
    ...(forbids ? (["forbidden"] as const) : []),
    ...(access === "manager" || access === "demo" ? (["not_found"] as const) : []),
    ...(body ? (["too_large", "unsupported_media_type"] as const) : []),
    ...(body || query || params ? (["invalid"] as const) : []),
    ...refuses,
  ];
}
