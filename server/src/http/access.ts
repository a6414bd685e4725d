import { AppError, notFound } from "../errors.ts";
import { isAdmin, type Principal } from "./principal.ts";

/** Who may ask, in words for the API's description and for whoever may not. */
export const WHO_MAY = {
  public: "anybody",
  "signed-in": "a person who is signed in, never a key",
  reader: "a person who is signed in, or a key of scope read or admin",
  admin: "an administrator, or a key of scope admin",
  ingest: "a key of scope ingest or admin",
  bot: "a key of scope bot or admin",
  manager: "whoever manages the community that the path names, or an administrator; the route finds it out",
  demo: "anybody on the server's own machine, while the demo is there",
} as const;
export type Access = keyof typeof WHO_MAY;

/** The access table: every route has its row here; one without cannot be mounted. */
export const ACCESS = {
  "GET /health": "public",
  "GET /v1/explain": "public",
  "GET /v1/explain/{metric}": "public",
  "GET /v1/session": "public",
  "DELETE /v1/session": "signed-in",
  "GET /v1/account": "signed-in",
  "PATCH /v1/account": "signed-in",
  "DELETE /v1/account": "signed-in",
  "GET /v1/account/export": "signed-in",
  "GET /v1/account/export/plays.csv": "signed-in",
  "GET /v1/account/export/listens.csv": "signed-in",
  "GET /v1/account/browsers": "signed-in",
  "DELETE /v1/account/browsers/{id}": "signed-in",
  "GET /v1/account/keys": "signed-in",
  "POST /v1/account/keys": "signed-in",
  "DELETE /v1/account/keys/{id}": "signed-in",
  "GET /v1/claims": "signed-in",
  "GET /v1/claims/artists": "signed-in",
  "POST /v1/claims": "signed-in",
  "DELETE /v1/claims/{id}": "signed-in",
  "GET /v1/privacy": "reader",
  "PUT /v1/privacy": "signed-in",
  "GET /v1/identities": "reader",
  "POST /v1/identities/codes": "signed-in",
  "DELETE /v1/identities/{platform}/{id}": "signed-in",
  "POST /v1/events": "ingest",
  "GET /v1/dashboard": "reader",
  "GET /v1/changes": "reader",
  "POST /v1/visits": "signed-in",
  "GET /v1/progress": "reader",
  "GET /v1/producers/{id}/progress": "reader",
  "GET /v1/tracks": "reader",
  "GET /v1/albums": "reader",
  "GET /v1/activity": "reader",
  "GET /v1/tracks/{id}/insights": "reader",
  "GET /v1/tracks/{id}/release-curve": "reader",
  "GET /v1/albums/{id}/insights": "reader",
  "GET /v1/artists/{id}/insights": "reader",
  "GET /v1/artists/{id}/public": "reader",
  "GET /v1/leaderboards/{category}": "reader",
  "GET /v1/leaderboards/{category}/change": "reader",
  "GET /v1/communities": "reader",
  "GET /v1/announcements": "reader",
  "GET /v1/stream": "reader",
  "GET /v1/finances": "reader",
  "POST /v1/finances/connect": "signed-in",
  "GET /v1/sources/beatpass": "signed-in",
  "POST /v1/sources/beatpass": "signed-in",
  "POST /v1/sources/beatpass/reading": "signed-in",
  "DELETE /v1/sources/beatpass": "signed-in",
  "POST /v1/stripe/webhook": "public",
  "POST /v1/pairing/start": "public",
  "POST /v1/pairing/token": "public",
  "POST /v1/pairing/look-up": "signed-in",
  "POST /v1/pairing/approve": "signed-in",
  "POST /v1/pairing/deny": "signed-in",
  "GET /v1/admin/people": "admin",
  "POST /v1/admin/people": "admin",
  "POST /v1/admin/people/{id}/link": "admin",
  "GET /v1/admin/claims": "admin",
  "POST /v1/admin/claims/{id}/approve": "admin",
  "POST /v1/admin/claims/{id}/decline": "admin",
  "GET /v1/admin/keys": "admin",
  "POST /v1/admin/keys": "admin",
  "DELETE /v1/admin/keys/{id}": "admin",
  "GET /v1/admin/communities": "admin",
  "GET /v1/admin/demo": "admin",
  "DELETE /v1/admin/demo": "admin",
  "PUT /v1/communities/{platform}": "bot",
  "PUT /v1/communities/{platform}/{guildId}": "bot",
  "GET /v1/communities/{platform}/{guildId}/answers/{command}": "bot",
  "GET /v1/communities/{platform}/{guildId}/suggestions": "bot",
  "POST /v1/communities/{platform}/{guildId}/manage-link": "bot",
  "GET /v1/communities/{platform}/{guildId}/places": "bot",
  "POST /v1/communities/{id}/session": "public",
  "GET /v1/communities/{id}/settings": "manager",
  "PATCH /v1/communities/{id}/settings": "manager",
  "GET /v1/communities/{id}/places": "manager",
  "POST /v1/communities/{id}/card": "manager",
  "POST /v1/errands/lease": "bot",
  "POST /v1/errands/{id}/answer": "bot",
  "POST /v1/communities/{platform}/{guildId}/members/{user}/identity": "bot",
  "DELETE /v1/communities/{platform}/{guildId}/members/{user}/identity": "bot",
  "GET /v1/communities/{platform}/{guildId}/members/{user}/privacy": "bot",
  "PUT /v1/communities/{platform}/{guildId}/members/{user}/privacy": "bot",
  "GET /v1/admin/notices": "admin",
  "POST /v1/communities/{platform}/{guildId}/left": "bot",
  "POST /v1/deliveries/lease": "bot",
  "POST /v1/deliveries/{id}/outcome": "bot",
  "GET /v1/deliveries/stream": "bot",
  "GET /v1/demo/channels": "demo",
  "POST /v1/demo/actions": "demo",
  "POST /v1/demo/answers": "demo",
  "DELETE /v1/demo": "demo",
  "GET /demo/site-data.json": "demo",
} as const satisfies Record<string, Access>;

export type RouteName = keyof typeof ACCESS;

/** The same for the sign-in library's own routes, which answer in its way and are not described as the API. */
export const SIGN_IN_ACCESS = {
  "POST /api/auth/sign-in/email": "public",
  "POST /api/auth/sign-out": "public",
  "POST /api/auth/reset-password": "public",
  // A one-time link is no use to anybody who is not sitting here.
  "GET /api/auth/magic-link/verify": "demo",
} as const satisfies Record<string, Access>;

/** @throws AppError unauthenticated, forbidden; not_found where even the route's existence is nobody's business */
export async function requireAccess(access: Access, who: Principal, demoIsOpen: () => Promise<boolean>): Promise<void> {
  if (access === "public" || access === "manager") return;
  if (access === "demo") {
    if (!(await demoIsOpen())) throw notFound();
    return;
  }
  if (who.kind === "nobody")
    throw new AppError("unauthenticated", "Sign in, or send a valid session token or API key.");
  if (!allows(access, who)) throw new AppError("forbidden", `This is for ${WHO_MAY[access]}.`);
}

function allows(
  access: Exclude<Access, "public" | "demo" | "manager">,
  who: Exclude<Principal, { kind: "nobody" }>,
): boolean {
  if (access === "admin") return isAdmin(who);
  if (who.kind === "user") return access === "signed-in" || access === "reader";
  if (access === "signed-in") return false;
  if (who.scope === "admin") return true;
  return access === "reader" ? who.scope === "read" : access === who.scope;
}
