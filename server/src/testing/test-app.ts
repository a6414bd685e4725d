import { createAuth } from "../accounts/auth.ts";
import { invite } from "../accounts/index.ts";
import { createApp } from "../app.ts";
import { createStripe } from "../finances/connection.ts";
import type { Api } from "../http/api.ts";
import { createTokenBox, keepReading } from "../sources/beatpass/index.ts";
import { createDirectWriter } from "../writer/index.ts";
import { holdToDescription } from "./hold-to-description.ts";
import type { TestContext } from "./test-context.ts";

export const TEST_ORIGIN = "https://stats.example";
const SECRET = "s".repeat(40);
const PASSWORD = "a long enough passphrase";

export type SignedIn = {
  /** Headers of a request with the session cookie, or with the session's token. */
  cookie: Record<string, string>;
  bearer: Record<string, string>;
};

export type TestApp = {
  app: Api;
  /** Somebody new who followed the invitation link, set a password and signed in. */
  signIn(email: string, wanted?: { admin?: boolean; producerId?: string }): Promise<SignedIn>;
};

/**
 * The HTTP app on a test's database, writing in this thread; Stripe is off, and BeatPass nowhere unless told. A refusal
 * that the API's description does not name fails the test.
 */
export function createTestApp(context: TestContext, beatpassApiUrl = "http://127.0.0.1:9/api/v1"): TestApp {
  const accounts = createAuth({ ...context, secret: SECRET, publicUrl: TEST_ORIGIN });
  const writer = createDirectWriter(context);
  const beatpass = { apiUrl: beatpassApiUrl, box: createTokenBox(SECRET) };
  const app = holdToDescription(
    createApp({
      ...context,
      writer,
      beatpass,
      beatpassReader: keepReading({ ...context, writer, beatpass }),
      accounts,
      publicUrl: TEST_ORIGIN,
      refreshMinutes: 30,
      stripe: createStripe({ secretKey: undefined, webhookSecret: undefined, apiUrl: undefined }),
    }),
  );
  const post = (path: string, body: unknown) =>
    app.request(`${TEST_ORIGIN}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: TEST_ORIGIN },
      body: JSON.stringify(body),
    });
  return {
    app,
    signIn: async (email, { admin = false, producerId } = {}) => {
      const { link } = await invite({ db: context.db, accounts, publicUrl: TEST_ORIGIN }, { email, admin, producerId });
      const token = new URL(link).hash.replace("#token=", "");
      await post("/api/auth/reset-password", { token, newPassword: PASSWORD });
      const answer = await post("/api/auth/sign-in/email", { email, password: PASSWORD });
      if (!answer.ok) throw new Error(`${email} could not sign in: ${await answer.text()}`);
      const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]!);
      return {
        cookie: { cookie: cookie.join("; ") },
        bearer: { authorization: `Bearer ${answer.headers.get("set-auth-token")}` },
      };
    },
  };
}
