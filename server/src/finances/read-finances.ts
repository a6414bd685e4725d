import type { Finances, TransactionKind } from "@beatpass/shared/contracts";
import { and, count, desc, eq, lt, or, sql } from "drizzle-orm";
import type Stripe from "stripe";
import type { Database } from "../db/client.ts";
import { artists, trackArtists, tracks, transactions } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";
import { type AccountState, accountStatus, readAccount } from "./account-state.ts";
import { AccountGone } from "./ask-stripe.ts";
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
  try {
    return await financesNow(context, producerId, wanted);
  } catch (error) {
    if (!(error instanceof AccountGone)) throw error;
    await context.writer.run("forgetStripeAccount", { accountId: error.accountId });
    return readFinances(context, producerId, wanted);
  }
}

async function financesNow(context: FinanceContext, producerId: string, wanted: FinancesWanted): Promise<Finances> {
  const { db, stripe, clock } = context;
  const now = new Date(clock.now()).toISOString();
  if (!stripe.api) return { status: "off", transactions: [], total: 0, asOf: now };
  const known = await findAccount(db, producerId, stripe.livemode);
  const list = await listTransactions(db, producerId, stripe.livemode, wanted);
  if (!known) return { status: "not-connected", ...list, asOf: now };
  // Those of a kind, and the next parts of the list, are all here: Stripe is not asked.
  const isPart = wanted.kind !== undefined || wanted.cursor !== undefined;
  const { account, balances, isCurrent } = isPart
    ? { account: known, balances: undefined, isCurrent: false }
    : await askAbout(context, stripe.api, known);
  return {
    status: accountStatus(account),
    requirementsDue: account.requirementsDue,
    hearsOfSales: hearsOfEvents(context),
    ...(balances && { balances }),
    ...list,
    asOf: isCurrent ? now : new Date(account.asOf).toISOString(),
  };
}

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** Without a webhook secret no event comes in, so neither does a sale. */
const hearsOfEvents = ({ stripe }: FinanceContext): boolean => stripe.webhookSecrets.length > 0;

/** How the account stands and what is on it, asked at once; current where Stripe answered whatever it was asked. */
async function askAbout(context: FinanceContext, api: Stripe, known: Account) {
  const options = { timeout: PATIENCE_MS, maxNetworkRetries: 0 };
  const [account, atStripe] = await Promise.all([
    currentAccount(context, api, known, options),
    readBalances(api, context.log, known.accountId, options),
  ]);
  const balances = await withLifetime(context, known.producerId, atStripe);
  return { account: account ?? known, balances, isCurrent: account !== undefined && atStripe !== undefined };
}

/** @returns undefined where Stripe did not answer and nothing was sold: an empty list would say that there is no money */
async function withLifetime(
  { db, stripe }: FinanceContext,
  producerId: string,
  atStripe: Awaited<ReturnType<typeof readBalances>>,
): Promise<Finances["balances"]> {
  const lifetime = await readLifetime(db, producerId, stripe.livemode);
  if (!atStripe && lifetime.size === 0) return undefined;
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
 * its events keep it current.
 * @returns undefined where Stripe fails
 */
async function currentAccount(
  context: FinanceContext,
  api: Stripe,
  known: Account,
  options: Stripe.RequestOptions,
): Promise<AccountState | undefined> {
  const { stripe, log, writer } = context;
  const { producerId } = known;
  if (accountStatus(known) === "ready" && hearsOfEvents(context)) return known;
  try {
    const account = await readAccount(api, log, known.accountId, options);
    await writer.run("saveStripeAccount", { producerId, livemode: stripe.livemode, account });
    return account;
  } catch (error) {
    if (error instanceof AppError && error.code === "upstream_failed") return undefined;
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
    transactions: shown.map(({ transaction: { id, kind, detail, amount, currency, trackId, at }, title }) => ({
      id,
      kind,
      ...(detail !== null && { detail }),
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
