import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { bearer, deviceAuthorization, magicLink } from "better-auth/plugins";
import type { Database } from "../db/client.ts";
import * as schema from "../db/schema/index.ts";
import type { Log } from "../log.ts";
import { whatFailed, withoutParameters } from "../what-failed.ts";
import { endPasswordLinks } from "./end-password-links.ts";
import { PASSWORD_LINK_DAYS } from "./password-link-days.ts";

export type AuthOptions = { db: Database; secret: string; publicUrl: string; log: Log };

/** One-time links that were asked for, by e-mail: nothing is mailed, whoever asked hands them on. */
type Links = Map<string, string>;

export const PAIRING_CLIENT = "extension";
const PAIRING_MINUTES = 10;

/**
 * Sign-in (better-auth): e-mail and password without open sign-up, sessions by cookie or bearer token, pairing
 * of browsers by device code. Passwords are set, and reset, through one-time links from an administrator.
 */
export function createAuth({ db, secret, publicUrl, log }: AuthOptions) {
  const passwordTokens: Links = new Map();
  const signInLinks: Links = new Map();
  const { port, protocol } = new URL(publicUrl);
  const auth = betterAuth({
    baseURL: publicUrl,
    secret,
    database: drizzleAdapter(db, { provider: "sqlite", schema }),
    trustedOrigins: [publicUrl, `${protocol}//localhost:${port}`, `${protocol}//127.0.0.1:${port}`],
    telemetry: { enabled: false },
    logger: { log: logWith(log) },
    // What nobody expected is answered, and logged, as everywhere else.
    onAPIError: { throw: true },
    // How old "last seen" may be; a session lives on for a week from then.
    session: { updateAge: 3600 },
    user: {
      additionalFields: {
        admin: { type: "boolean", input: false, required: false, defaultValue: false },
        producerId: { type: "string", input: false, required: false },
        locale: { type: "string", input: false, required: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      resetPasswordTokenExpiresIn: PASSWORD_LINK_DAYS * 24 * 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        passwordTokens.set(user.email, token);
      },
      onPasswordReset: ({ user }) => endPasswordLinks(db, user.id),
    },
    plugins: [
      bearer(),
      deviceAuthorization({
        expiresIn: `${PAIRING_MINUTES}m`,
        interval: "2s",
        verificationUri: "/pair",
        validateClient: (id) => id === PAIRING_CLIENT,
      }),
      magicLink({
        disableSignUp: true,
        expiresIn: 24 * 3600,
        sendMagicLink: async ({ email, url }) => {
          signInLinks.set(email, url);
        },
      }),
    ],
  });
  return { auth, passwordTokens, signInLinks };
}

const LONGEST_MESSAGE = 200;

/** The library's lines as ours; they quote what was sent, and what comes with them may hold tokens. */
const logWith =
  (log: Log) =>
  (level: "debug" | "info" | "warn" | "error", message: string, ...more: unknown[]): void => {
    const error = more.find((one) => one instanceof Error);
    const text = withoutParameters(message).slice(0, LONGEST_MESSAGE);
    log[level]({ event: "sign-in-library", ...(error && { reason: whatFailed(error) }) }, text);
  };

export type Auth = ReturnType<typeof createAuth>;
