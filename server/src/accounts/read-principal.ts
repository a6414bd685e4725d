import { LOCALES } from "@beatpass/shared/contracts";
import type { Database } from "../db/client.ts";
import { storageFault } from "../db/storage-fault.ts";
import { AppError } from "../errors.ts";
import type { Principal } from "../http/principal.ts";
import { isApiKey, readApiKey } from "./api-keys.ts";
import type { Auth } from "./auth.ts";

/**
 * Who sends this request: by bearer token (session or API key), or else by session cookie.
 * @throws AppError unauthenticated for a bearer token that is not valid: it is never taken for a cookie's guest
 */
export async function readPrincipal(db: Database, accounts: Auth, headers: Headers): Promise<Principal> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (bearer === undefined)
    return readSession(accounts, "cookie", new Headers({ cookie: headers.get("cookie") ?? "" }));
  const who = isApiKey(bearer)
    ? await readApiKey(db, bearer)
    : await readSession(accounts, "bearer", new Headers({ authorization: `Bearer ${bearer}` }));
  if (who.kind === "nobody") throw new AppError("unauthenticated", "This token or key is not valid, or no longer.");
  return who;
}

async function readSession(accounts: Auth, via: "cookie" | "bearer", headers: Headers): Promise<Principal> {
  const found = await getSession(accounts, headers);
  if (!found) return { kind: "nobody" };
  const { id, name, email, admin, producerId, locale } = found.user;
  return {
    kind: "user",
    via,
    userId: id,
    sessionId: found.session.id,
    name,
    email,
    admin: admin ?? false,
    producerId: producerId ?? undefined,
    locale: LOCALES.find((known) => known === locale),
  };
}

/** Now and then a session is renewed as it is read. Where nothing can be written it is read all the same. */
async function getSession({ auth }: Auth, headers: Headers) {
  try {
    return await auth.api.getSession({ headers });
  } catch (error) {
    if (storageFault(error) === undefined) throw error;
    return auth.api.getSession({ headers, query: { disableRefresh: true } });
  }
}
