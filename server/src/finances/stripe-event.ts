import { z } from "zod";
import { Charge, Destined, ownerOf, type Sold, soldBy } from "./charge.ts";
import type { NewPayout, NewTransaction } from "./new-transaction.ts";
import { payoutOf, subscriptionPayoutOf } from "./payout-event.ts";
import { readObject } from "./read-object.ts";
import { Id, Ref, Seconds } from "./stripe-id.ts";

const Envelope = z.object({
  id: Id,
  type: Id,
  created: Seconds,
  livemode: z.boolean(),
  /** There for what happened on a connected account; absent for the platform's own. */
  account: Id.nullish(),
  data: z.object({ object: z.unknown() }),
});
export type StripeEvent = z.infer<typeof Envelope>;

const PaymentIntent = z.object({
  id: Id,
  amount: z.number().int().nonnegative(),
  amount_received: z.number().int().nonnegative().optional(),
  application_fee_amount: z.number().int().nonnegative().nullish(),
  currency: z.string().length(3),
  ...Destined,
});
const Refund = z.object({ charge: Ref.nullish() });
const Dispute = z.object({
  id: Id,
  amount: z.number().int().nonnegative(),
  currency: z.string().length(3),
  charge: Ref,
});

/** A charge of which money went back. */
export type Charged = { chargeId: string; chargedOn: string | undefined; at: number };

/** What an event is about, before Stripe is asked for anything. */
export type Subject =
  | { kind: "account"; accountId: string }
  | { kind: "account-gone"; accountId: string }
  | { kind: "sale"; sale: NewTransaction }
  | ({ kind: "refund"; sold?: Sold } & Charged)
  | ({ kind: "dispute"; dispute: Pick<NewTransaction, "id" | "detail" | "amount" | "currency"> } & Charged)
  | { kind: "payout"; payout: NewPayout }
  | { kind: "subscription-payout" | "reversal"; transfer: NewTransaction }
  | { kind: "other" };

const PAYOUT_EVENTS = {
  "payout.created": "payout-sent",
  "payout.paid": "payout-paid",
  "payout.failed": "payout-failed",
  "payout.canceled": "payout-canceled",
} as const;

/** @throws AppError invalid for what is no event */
export const readEnvelope = (event: unknown): StripeEvent => readObject(Envelope, event, "The event");

/**
 * What an event is about. A sale's amount is what the buyer paid.
 * @throws AppError invalid where its object lacks what Stripe documents
 */
export function subjectOf(event: StripeEvent): Subject {
  const { object } = event.data;
  const chargedOn = event.account ?? undefined;
  const at = event.created * 1000;
  switch (event.type) {
    case "account.updated":
      return { kind: "account", accountId: readObject(z.object({ id: Id }), object, "data.object").id };
    case "account.application.deauthorized":
      // Its object is the application; the account is the event's.
      return event.account ? { kind: "account-gone", accountId: event.account } : { kind: "other" };
    case "payment_intent.succeeded": {
      const { id, amount, amount_received, currency, ...payment } = readObject(PaymentIntent, object, "data.object");
      const owner = ownerOf(chargedOn, payment);
      if (!owner) return { kind: "other" };
      // What succeeded has received something: an endpoint pinned to another API version may not say how much.
      const paid = amount_received || amount;
      const share = payment.transfer_data?.amount ?? Math.max(0, paid - (payment.application_fee_amount ?? 0));
      const trackId = payment.metadata?.trackId;
      return {
        kind: "sale",
        sale: { id, kind: "track-sale", amount: paid, share, currency, trackId, at, ...owner },
      };
    }
    case "charge.refunded": {
      const charge = readObject(Charge, object, "data.object");
      const sold = soldBy(chargedOn, charge);
      return sold ? { kind: "refund", chargeId: charge.id, chargedOn, at, sold } : { kind: "other" };
    }
    case "refund.updated":
    case "refund.failed":
    case "charge.refund.updated": {
      const { charge } = readObject(Refund, object, "data.object");
      return charge ? { kind: "refund", chargeId: charge, chargedOn, at } : { kind: "other" };
    }
    case "charge.dispute.funds_withdrawn":
    case "charge.dispute.funds_reinstated": {
      const { id, amount, currency, charge } = readObject(Dispute, object, "data.object");
      const dispute =
        event.type === "charge.dispute.funds_withdrawn"
          ? { id, detail: "dispute" as const, amount: -amount, currency }
          : { id: `${id}:won`, detail: "dispute-won" as const, amount, currency };
      return { kind: "dispute", chargeId: charge, chargedOn, at, dispute };
    }
    case "payout.created":
    case "payout.paid":
    case "payout.failed":
    case "payout.canceled":
      // The platform's own payouts are no producer's.
      if (!event.account) return { kind: "other" };
      return { kind: "payout", payout: payoutOf(event.account, object, PAYOUT_EVENTS[event.type]) };
    case "transfer.created":
    case "transfer.reversed": {
      const transfer = event.account ? undefined : subscriptionPayoutOf(object);
      if (!transfer) return { kind: "other" };
      return { kind: event.type === "transfer.created" ? "subscription-payout" : "reversal", transfer };
    }
    default:
      return { kind: "other" };
  }
}
