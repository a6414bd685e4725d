import { z } from "zod";
import type { NewPayout, NewTransaction, PayoutDetail } from "./new-transaction.ts";
import { payoutFailure } from "./payout-failure.ts";
import { readObject } from "./read-object.ts";
import { Id, Ref, Seconds } from "./stripe-id.ts";

const Payout = z.object({
  id: Id,
  /** Negative where the bank is debited, for what the balance lacks. */
  amount: z.number().int(),
  currency: z.string().length(3),
  created: Seconds,
  arrival_date: Seconds,
  failure_code: z.string().nullish(),
});
const Transfer = z.object({
  id: Id,
  amount: z.number().int().nonnegative(),
  currency: z.string().length(3),
  created: Seconds,
  destination: Ref.nullish(),
  source_transaction: Ref.nullish(),
});

/** A connected account's payout as an event tells of it. @param object the event's */
export function payoutOf(accountId: string, object: unknown, detail: PayoutDetail): NewPayout {
  const { id, amount, currency, created, arrival_date, failure_code } = readObject(Payout, object, "data.object");
  return {
    id,
    kind: "payout",
    detail,
    amount: -amount,
    currency,
    trackId: undefined,
    at: created * 1000,
    accountId,
    namedProducer: undefined,
    expectedOn: new Date(arrival_date * 1000).toISOString().slice(0, 10),
    failure: payoutFailure(failure_code),
  };
}

/**
 * A subscription payout: these arrive as transfers (spec §10). Undefined for a transfer that passes a charge's money
 * on: the sale counts already.
 */
export function subscriptionPayoutOf(object: unknown): (NewTransaction & { accountId: string }) | undefined {
  const transfer = readObject(Transfer, object, "data.object");
  const { id, amount, currency, created, destination: accountId, source_transaction } = transfer;
  if (!accountId || source_transaction) return undefined;
  const owner = { accountId, namedProducer: undefined };
  return { ...owner, id, kind: "subscription-payout", amount, currency, trackId: undefined, at: created * 1000 };
}
