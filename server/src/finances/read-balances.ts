import type { Finances } from "@beatpass/shared/contracts";
import { and, eq, inArray, sql } from "drizzle-orm";
import type Stripe from "stripe";
import type { Reader } from "../db/client.ts";
import { transactions } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";
import type { Log } from "../log.ts";
import { askStripe } from "./ask-stripe.ts";

type Balances = NonNullable<Finances["balances"]>;

/** Payouts under way that are looked at; more than one a day for months. */
const MOST_PAYOUTS = 100;

/**
 * What a connected account has at Stripe, apart by currency: available, pending, and on its way to the bank. Asked for
 * at every look, as no event tells of it.
 * @returns undefined where Stripe does not answer: what is not known is not shown
 * @throws AccountGone
 */
export async function readBalances(
  api: Stripe,
  log: Log,
  accountId: string,
  options: Stripe.RequestOptions,
): Promise<Pick<Balances[number], "currency" | "available" | "pending" | "inTransit">[] | undefined> {
  const on = { ...options, stripeAccount: accountId };
  try {
    const [balance, payouts] = await Promise.all([
      askStripe(log, "balance.retrieve", () => api.balance.retrieve({}, on), accountId),
      Promise.all(
        (["in_transit", "pending"] as const).map((status) =>
          askStripe(log, "payouts.list", () => api.payouts.list({ status, limit: MOST_PAYOUTS }, on), accountId),
        ),
      ),
    ]);
    const underWay = payouts.flatMap(({ data }) => data);
    const all = [...balance.available, ...balance.pending, ...underWay];
    const sum = (list: readonly { amount: number; currency: string }[], currency: string): number =>
      list.filter((one) => one.currency === currency).reduce((total, { amount }) => total + amount, 0);
    return [...new Set(all.map(({ currency }) => currency))].map((currency) => ({
      currency,
      available: sum(balance.available, currency),
      pending: sum(balance.pending, currency),
      inTransit: sum(underWay, currency),
    }));
  } catch (error) {
    if (error instanceof AppError && error.code === "upstream_failed") return undefined;
    throw error;
  }
}

/** Sales and subscription payouts less refunds, by currency, as far as this server has seen them. */
export async function readLifetime(db: Reader, producerId: string, livemode: boolean): Promise<Map<string, number>> {
  const rows = await db
    .select({ currency: transactions.currency, amount: sql<number>`sum(${transactions.amount})` })
    .from(transactions)
    .where(
      and(
        eq(transactions.producerId, producerId),
        eq(transactions.livemode, livemode),
        inArray(transactions.kind, ["track-sale", "subscription-payout", "refund"]),
      ),
    )
    .groupBy(transactions.currency);
  return new Map(rows.map(({ currency, amount }) => [currency, amount]));
}
