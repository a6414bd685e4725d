import { PAGES } from "@beatpass/shared/links";
import { eq } from "drizzle-orm";
import type { Auth } from "../accounts/index.ts";
import type { Database } from "../db/client.ts";
import { user } from "../db/schema/index.ts";
import { DEMO_EMAIL } from "./people.ts";

/** A link that signs in as the demo producer, once; undefined where there is no demo. It works on loopback only. */
export async function demoSignInLink(db: Database, accounts: Auth): Promise<string | undefined> {
  const [row] = await db.select({ id: user.id }).from(user).where(eq(user.email, DEMO_EMAIL));
  if (!row) return undefined;
  await accounts.auth.api.signInMagicLink({
    body: { email: DEMO_EMAIL, callbackURL: "/demo/channels", errorCallbackURL: PAGES.signIn },
    headers: new Headers(),
  });
  const link = accounts.signInLinks.get(DEMO_EMAIL);
  accounts.signInLinks.delete(DEMO_EMAIL);
  return link;
}
