import { z } from "zod";
import { Count, Id, Instant } from "./common.ts";

/** Money is an integer in the currency's minor unit and stays apart by currency (spec §10). */
export const Money = z.object({ amount: z.number().int(), currency: z.string().length(3) });

export const STRIPE_STATUSES = ["off", "not-connected", "onboarding", "pending", "ready"] as const;
export const TRANSACTION_KINDS = ["track-sale", "subscription-payout", "payout", "refund"] as const;
/** What a transaction is beyond its kind. */
export const TRANSACTION_DETAILS = [
  "refund-failed",
  "dispute",
  "dispute-won",
  "payout-sent",
  "payout-paid",
  "payout-failed",
  "payout-canceled",
  "transfer-reversed",
] as const;

export const Transaction = z.object({
  id: Id.meta({ description: "Stripe's own, with what happened after a colon where that is money of its own" }),
  kind: z.enum(TRANSACTION_KINDS),
  detail: z.enum(TRANSACTION_DETAILS).optional().meta({
    description:
      "Of a refund: it failed and the money came back; or the buyer disputed the payment, and where the dispute was won, the money came back. Of a payout: how far it is. Of a subscription payout: the platform took it back",
  }),
  money: Money.meta({
    description: "What the buyer paid, before fees; negative where money left, as in a refund or a payout",
  }),
  track: z.object({ id: Id, title: z.string() }).optional(),
  occurredAt: Instant,
});
/** Money of one currency; what Stripe did not answer is absent, and never 0. */
export const Balance = z.object({
  currency: z.string().length(3),
  available: z.number().int().optional(),
  pending: z.number().int().optional(),
  inTransit: z.number().int().optional().meta({ description: "Payouts on their way to the bank" }),
  lifetime: z.number().int().meta({ description: "Sales and subscription payouts less refunds, before fees" }),
});
export type Balance = z.infer<typeof Balance>;

export const Finances = z.object({
  status: z.enum(STRIPE_STATUSES).meta({
    description: "off: no Stripe key on this server. ready: charges and payouts enabled",
  }),
  requirementsDue: Count.optional().meta({ description: "What Stripe still asks of the producer" }),
  balances: z.array(Balance).optional().meta({
    description:
      "By currency, as Stripe has it now; absent without an account at Stripe, where it does not answer and nothing was sold, and with a kind or a cursor",
  }),
  hearsOfSales: z.boolean().optional().meta({
    description:
      "Whether Stripe's events reach this server, so that sales appear by themselves; absent without an account",
  }),
  transactions: z.array(Transaction).meta({ description: "The newest first, as many as were asked for" }),
  total: Count.meta({ description: "How many transactions there are, of the kind that was asked for" }),
  nextCursor: z.string().optional(),
  asOf: Instant.meta({
    description: "When Stripe answered all that was asked; otherwise when it last described the account",
  }),
});
export type Finances = z.infer<typeof Finances>;

export const FinancesQuery = z.object({
  kind: z.enum(TRANSACTION_KINDS).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z
    .string()
    .regex(/^-?\d+_./, "is not a cursor that this address gave")
    .optional(),
});
export type TransactionKind = (typeof TRANSACTION_KINDS)[number];
export type TransactionDetail = (typeof TRANSACTION_DETAILS)[number];
export type Transaction = z.infer<typeof Transaction>;

/** Where the producer goes on with Stripe. It works once and for some minutes: neither keep nor log it. */
export const ConnectLink = z.object({ url: z.url() });
export type ConnectLink = z.infer<typeof ConnectLink>;
