import { z } from "zod";
import { Count, Id, Instant } from "./common.ts";

/** Money is an integer in the currency's minor unit and stays apart by currency (spec §10). */
export const Money = z.object({ amount: z.number().int(), currency: z.string().length(3) });

export const STRIPE_STATUSES = ["off", "not-connected", "onboarding", "pending", "ready"] as const;
export const TRANSACTION_KINDS = ["track-sale", "subscription-payout", "payout", "refund"] as const;

export const Transaction = z.object({
  id: Id,
  kind: z.enum(TRANSACTION_KINDS),
  money: Money,
  track: z.object({ id: Id, title: z.string() }).optional(),
  occurredAt: Instant,
});
export const Finances = z.object({
  status: z.enum(STRIPE_STATUSES).meta({
    description: "off: no Stripe key on this server. ready: charges and payouts enabled",
  }),
  requirementsDue: Count.optional().meta({ description: "What Stripe still asks of the producer" }),
  transactions: z.array(Transaction),
  asOf: Instant,
});
export type Finances = z.infer<typeof Finances>;
