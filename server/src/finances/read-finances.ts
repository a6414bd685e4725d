import type { Finances } from "@beatpass/shared/contracts";
import { and, count, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../db/client.ts";
import { artists, trackArtists, tracks, transactions } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";
import { accountStatus, readAccount } from "./account-state.ts";
import type { FinanceContext } from "./finance-context.ts";
import { findAccount } from "./find-account.ts";

/** A page waits no longer for Stripe than this; then it shows what was known. */
const PATIENCE_MS = 4000;

/** A producer's connection with Stripe and transactions, the newest first. Nobody else's are ever read. */
export async function readFinances(context: FinanceContext, producerId: string, limit: number): Promise<Finances> {
  const { db, stripe, clock } = context;
  const now = new Date(clock.now()).toISOString();
  if (!stripe.api) return { status: "off", transactions: [], total: 0, asOf: now };
  const account = await currentAccount(context, producerId);
  const list = await listTransactions(db, producerId, stripe.livemode, limit);
  if (!account) return { status: "not-connected", ...list, asOf: now };
  return {
    status: accountStatus(account),
    requirementsDue: account.requirementsDue,
    ...list,
    asOf: new Date(account.asOf).toISOString(),
  };
}

/**
 * Whoever comes back from Stripe may have finished or not: until the account is ready Stripe is asked. Afterwards
 * its events keep it current. Where Stripe fails, what was known stands, with the time when it was learned.
 */
async function currentAccount(context: FinanceContext, producerId: string) {
  const { db, stripe, log, writer } = context;
  const known = await findAccount(db, producerId, stripe.livemode);
  if (!known || !stripe.api) return known;
  if (accountStatus(known) === "ready" && stripe.webhookSecrets.length > 0) return known;
  try {
    const options = { timeout: PATIENCE_MS, maxNetworkRetries: 0 };
    const account = await readAccount(stripe.api, log, known.accountId, options);
    await writer.run("saveStripeAccount", { producerId, livemode: stripe.livemode, account });
    return account;
  } catch (error) {
    if (error instanceof AppError && error.code === "upstream_failed") return known;
    throw error;
  }
}

async function listTransactions(
  db: Database,
  producerId: string,
  livemode: boolean,
  limit: number,
): Promise<Pick<Finances, "transactions" | "total">> {
  const own = and(eq(transactions.producerId, producerId), eq(transactions.livemode, livemode));
  // A track is named only where the producer is credited on it: its id comes from outside.
  const credited = sql`EXISTS (SELECT 1 FROM ${trackArtists} JOIN ${artists} ON ${artists.id} = ${trackArtists.artistId}
    WHERE ${trackArtists.trackKey} = ${tracks.key} AND ${artists.producerId} = ${producerId})`;
  const [rows, [sum]] = await Promise.all([
    db
      .select({ transaction: transactions, title: tracks.title })
      .from(transactions)
      .leftJoin(tracks, and(eq(tracks.id, transactions.trackId), credited))
      .where(own)
      .orderBy(desc(transactions.at), desc(transactions.id))
      .limit(limit),
    db.select({ total: count() }).from(transactions).where(own),
  ]);
  return {
    transactions: rows.map(({ transaction: { id, kind, amount, currency, trackId, at }, title }) => ({
      id,
      kind,
      money: { amount, currency },
      ...(trackId !== null && title !== null && { track: { id: trackId, title } }),
      occurredAt: new Date(at).toISOString(),
    })),
    total: sum!.total,
  };
}
