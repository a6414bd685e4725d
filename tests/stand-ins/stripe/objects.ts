import type Stripe from "stripe";

/** Stripe's objects with the fields that its published examples have, as far as anybody here reads them. */
let made = 0;
export const newId = (prefix: string): string => `${prefix}_StandIn${String(++made).padStart(6, "0")}`;
export const seconds = (): number => Math.floor(Date.now() / 1000);

const DUE = ["external_account", "tos_acceptance.date", "tos_acceptance.ip"];

export type Account = Pick<
  Stripe.Account,
  "id" | "object" | "charges_enabled" | "payouts_enabled" | "details_submitted" | "metadata" | "created" | "country"
> & { requirements: { currently_due: string[]; past_due: string[]; eventually_due: string[] } };

export const accountObject = (id: string, metadata: Record<string, string>): Account => ({
  id,
  object: "account",
  country: "US",
  created: seconds(),
  charges_enabled: false,
  payouts_enabled: false,
  details_submitted: false,
  metadata,
  requirements: { currently_due: DUE, past_due: [], eventually_due: DUE },
});

export type Payment = {
  amount: number;
  currency: string;
  metadata: Record<string, string>;
  /** Direct charge: it is this account's own. */
  on?: string | undefined;
  /** Destination charge: the platform's, with the money going on to this account. */
  destination?: string | undefined;
};

export const paymentObject = ({ amount, currency, metadata, destination }: Payment, charge: Charge) => ({
  id: charge.payment_intent,
  object: "payment_intent" as const,
  amount,
  amount_capturable: 0,
  amount_received: amount,
  application_fee_amount: null,
  capture_method: "automatic",
  created: seconds(),
  currency,
  latest_charge: charge.id,
  livemode: false,
  metadata,
  on_behalf_of: null,
  status: "succeeded",
  transfer_data: destination === undefined ? null : { destination },
});

export const chargeObject = ({ amount, currency, metadata, destination }: Payment, id: string) => ({
  id,
  payment_intent: newId("pi"),
  object: "charge" as const,
  amount,
  amount_captured: amount,
  amount_refunded: 0,
  captured: true,
  created: seconds(),
  currency,
  livemode: false,
  metadata,
  on_behalf_of: null,
  paid: true,
  refunded: false,
  status: "succeeded",
  transfer_data: destination === undefined ? null : { amount: null, destination },
});
export type Charge = ReturnType<typeof chargeObject>;

export type RefundStatus = "succeeded" | "pending" | "failed" | "canceled" | "requires_action";

export const refundObject = (charge: Charge, amount: number, status: RefundStatus) => ({
  id: newId("re"),
  object: "refund" as const,
  amount,
  charge: charge.id,
  created: seconds(),
  currency: charge.currency,
  metadata: {},
  reason: null,
  status,
});

export const payoutObject = ({ amount, currency, ...more }: { amount: number; currency: string }) => ({
  id: newId("po"),
  object: "payout" as const,
  amount,
  arrival_date: seconds() + 2 * 86_400,
  automatic: true,
  created: seconds(),
  currency,
  failure_code: null as string | null,
  failure_message: null,
  livemode: false,
  metadata: {},
  method: "standard",
  status: "in_transit",
  type: "bank_account",
  ...more,
});

export const transferObject = (amount: number, currency: string, destination: string) => ({
  id: newId("tr"),
  object: "transfer" as const,
  amount,
  amount_reversed: 0,
  created: seconds(),
  currency,
  destination,
  livemode: false,
  metadata: {},
  reversed: false,
  source_transaction: null as string | null,
});

export const reversalObject = (transfer: { id: string; currency: string }, amount: number) => ({
  id: newId("trr"),
  object: "transfer_reversal" as const,
  amount,
  created: seconds(),
  currency: transfer.currency,
  metadata: {},
  transfer: transfer.id,
});

export const disputeObject = (charge: Charge, amount: number) => ({
  id: newId("du"),
  object: "dispute" as const,
  amount,
  balance_transactions: [],
  charge: charge.id,
  created: seconds(),
  currency: charge.currency,
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  payment_intent: charge.payment_intent,
  reason: "general",
  status: "needs_response",
});

export type EventOptions = { account?: string | undefined; created?: number; livemode?: boolean; id?: string };

export const eventObject = (type: string, object: unknown, options: EventOptions = {}) => ({
  id: options.id ?? newId("evt"),
  object: "event" as const,
  api_version: "2026-10-28.endive",
  ...(options.account !== undefined && { account: options.account }),
  created: options.created ?? seconds(),
  data: { object: structuredClone(object) },
  livemode: options.livemode ?? false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type,
});
export type StripeEvent = ReturnType<typeof eventObject>;
