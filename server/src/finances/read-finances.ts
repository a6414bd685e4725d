import type { Finances, TransactionKind } from "@beatpass/shared/contracts";
import { and, count, desc, eq, lt, or, sql } from "drizzle-orm";
import type Stripe from "stripe";
import type { Database } from "../db/client.ts";
import { artists, trackArtists, tracks, transactions } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";
import { accountStatus, readAccount } from "./account-state.ts";
import type { FinanceContext } from "./finance-context.ts";
import { findAccount } from "./find-account.ts";
import { readBalances, readLifetime } from "./read-balances.ts";

/** A page waits no longer for Stripe than this; then it shows what was known. */
const PATIENCE_MS = 4000;

export type FinancesWanted = { kind?: TransactionKind | undefined; limit: number; cursor?: string | undefined };

/** A producer's connection with Stripe, balance and transactions, the newest first. Nobody else's are ever read. */
export async function readFinances(
  context: FinanceContext,
  producerId: string,
  wanted: FinancesWanted,
): Promise<Finances> {
  const { db, stripe, clock } = context;
  const now = new Date(clock.now()).toISOString();
  if (!stripe.api) return { status: "off", transactions: [], total: 0, asOf: now };
  const account = await currentAccount(context, producerId);
  const list = await listTransactions(db, producerId, stripe.livemode, wanted);
  if (!account) return { status: "not-connected", ...list, asOf: now };
  return {
    status: accountStatus(account),
    requirementsDue: account.requirementsDue,
    // The next parts of the list need no balance.
    ...(wanted.cursor === undefined && {
      balances: await balancesOf(context, stripe.api, producerId, account.accountId),
    }),
    ...list,
    asOf: new Date(account.asOf).toISOString(),
  };
}

async function balancesOf({ db, log, stripe }: FinanceContext, api: Stripe, producerId: string, accountId: string) {
  const options = { timeout: PATIENCE_MS, maxNetworkRetries: 0 };
  const [atStripe, lifetime] = await Promise.all([
    readBalances(api, log, accountId, options),
    readLifetime(db, producerId, stripe.livemode),
  ]);
  const known = new Map(atStripe?.map((balance) => [balance.currency, balance]));
  const currencies = [...new Set([...known.keys(), ...lifetime.keys()])].sort();
  // Stripe answered and names no balance in a currency: there is none.
  const none = atStripe && { available: 0, pending: 0, inTransit: 0 };
  return currencies.map((currency) => ({
    ...none,
    ...known.get(currency),
    currency,
    lifetime: lifetime.get(currency) ?? 0,
  }));
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
  { kind, limit, cursor }: FinancesWanted,
): Promise<Pick<Finances, "transactions" | "total" | "nextCursor">> {
  const own = and(
    eq(transactions.producerId, producerId),
    eq(transactions.livemode, livemode),
    kind && eq(transactions.kind, kind),
  );
  // A track is named only where the producer is credited on it: its id comes from outside.
  const credited = sql`EXISTS (SELECT 1 FROM ${trackArtists} JOIN ${artists} ON ${artists.id} = ${trackArtists.artistId}
    WHERE ${trackArtists.trackKey} = ${tracks.key} AND ${artists.producerId} = ${producerId})`;
  const [rows, [sum]] = await Promise.all([
    db
      .select({ transaction: transactions, title: tracks.title })
      .from(transactions)
      .leftJoin(tracks, and(eq(tracks.id, transactions.trackId), credited))
      .where(and(own, cursor === undefined ? undefined : comesAfter(cursor)))
      .orderBy(desc(transactions.at), desc(transactions.id))
      .limit(limit + 1),
    db.select({ total: count() }).from(transactions).where(own),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1)?.transaction;
  return {
    transactions: shown.map(({ transaction: { id, kind, amount, currency, trackId, at }, title }) => ({
      id,
      kind,
      money: { amount, currency },
      ...(trackId !== null && title !== null && { track: { id: trackId, title } }),
      occurredAt: new Date(at).toISOString(),
    })),
    total: sum!.total,
    ...(rows.length > limit && last && { nextCursor: `${last.at}_${last.id}` }),
  };
}

/** @param cursor the instant and id of the last one that was shown */
function comesAfter(cursor: string) {
  const place = cursor.indexOf("_");
  const [at, id] = [Number(cursor.slice(0, place)), cursor.slice(place + 1)];
  return or(lt(transactions.at, at), and(eq(transactions.at, at), lt(transactions.id, id)));
}
