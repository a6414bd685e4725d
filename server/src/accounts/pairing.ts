import type { PairingStarted, PairingTokenAnswer } from "@beatpass/shared/contracts";
import { APIError } from "better-auth/api";
import { eq, lt } from "drizzle-orm";
import type { Database } from "../db/client.ts";
import { deviceCode as deviceCodes, pairings, session } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";
import { type Auth, PAIRING_CLIENT } from "./auth.ts";

type PairingContext = { db: Database; accounts: Auth; publicUrl: string };

const SESSION_DAYS = 7;

/** A code for a browser to show; the person types it on the dashboard's /pair page. */
export async function startPairing(
  { db, accounts, publicUrl }: PairingContext,
  browser: string,
): Promise<PairingStarted> {
  const code = await accounts.auth.api.deviceCode({ body: { client_id: PAIRING_CLIENT } });
  const now = new Date();
  await db.delete(pairings).where(lt(pairings.requestedAt, new Date(now.getTime() - 3_600_000)));
  await db.insert(pairings).values({ userCode: code.user_code, browser, requestedAt: now });
  return {
    deviceCode: code.device_code,
    userCode: code.user_code,
    pairUrl: `${publicUrl}/pair`,
    expiresAt: new Date(now.getTime() + code.expires_in * 1000).toISOString(),
    intervalMs: code.interval * 1000,
  };
}

/** The session token once the person approved; before, how long to wait. */
export async function collectToken({ db, accounts }: PairingContext, deviceCode: string): Promise<PairingTokenAnswer> {
  // The code is gone once its token is handed out.
  const browser = await browserOf(db, deviceCode);
  try {
    const token = await accounts.auth.api.deviceToken({
      body: {
        grant_type: "urn:ietf:params:oauth:grant-type:device_code",
        device_code: deviceCode,
        client_id: PAIRING_CLIENT,
      },
    });
    await db
      .update(session)
      .set({ browser: browser ?? "" })
      .where(eq(session.token, token.access_token));
    const seconds = token.expires_in ?? SESSION_DAYS * 86_400;
    return {
      status: "paired",
      token: token.access_token,
      expiresAt: new Date(Date.now() + seconds * 1000).toISOString(),
    };
  } catch (error) {
    switch (oauthError(error)) {
      case "authorization_pending":
        return { status: "pending", intervalMs: 2000 };
      case "slow_down":
        return { status: "pending", intervalMs: 5000 };
      case "access_denied":
        return { status: "denied" };
      case "expired_token":
      case "invalid_grant":
        return { status: "expired" };
      default:
        throw error;
    }
  }
}

/** Which browser asks, and since when. @throws AppError not_found for a code that is wrong, used or expired */
export async function lookUpPairing(
  { db }: PairingContext,
  code: string,
): Promise<{ browser: string; requestedAt: string }> {
  const userCode = await waitingCode(db, code);
  const [row] = await db.select().from(pairings).where(eq(pairings.userCode, userCode));
  if (!row) throw unknownCode();
  return { browser: row.browser, requestedAt: row.requestedAt.toISOString() };
}

/** Lets the browser in, or not, as the person who is signed in. */
export async function decidePairing(
  { db, accounts }: PairingContext,
  code: string,
  approve: boolean,
  headers: Headers,
): Promise<void> {
  const userCode = await waitingCode(db, code);
  // Looking the code up as this person is what binds it to them.
  await accounts.auth.api.deviceVerify({ query: { user_code: userCode }, headers });
  if (approve) await accounts.auth.api.deviceApprove({ body: { userCode }, headers });
  else await accounts.auth.api.deviceDeny({ body: { userCode }, headers });
}

const unknownCode = () =>
  new AppError("not_found", "No browser shows this code, or it has expired. Codes last 10 minutes.");

async function waitingCode(db: Database, typed: string): Promise<string> {
  const userCode = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const [row] = await db.select().from(deviceCodes).where(eq(deviceCodes.userCode, userCode));
  if (row?.status !== "pending" || row.expiresAt < new Date()) throw unknownCode();
  return userCode;
}

async function browserOf(db: Database, deviceCode: string): Promise<string | undefined> {
  const [row] = await db
    .select({ browser: pairings.browser })
    .from(deviceCodes)
    .innerJoin(pairings, eq(pairings.userCode, deviceCodes.userCode))
    .where(eq(deviceCodes.deviceCode, deviceCode));
  return row?.browser;
}

const oauthError = (error: unknown): string | undefined =>
  error instanceof APIError ? (error.body as { error?: string } | undefined)?.error : undefined;
