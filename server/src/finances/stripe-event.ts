import { z } from "zod";
import { AppError } from "../errors.ts";

const Id = z.string().min(1).max(255);
const Seconds = z.number().int().nonnegative();

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

/** An account is an id, or the object itself where it was expanded. */
const AccountRef = z.union([Id, z.object({ id: Id }).transform(({ id }) => id)]);
const Destined = {
  metadata: z.record(z.string(), z.string()).nullish(),
  transfer_data: z.object({ destination: AccountRef, amount: z.number().int().nonnegative().nullish() }).nullish(),
};
const PaymentIntent = z.object({
  id: Id,
  amount: z.number().int().nonnegative(),
  amount_received: z.number().int().nonnegative().optional(),
  application_fee_amount: z.number().int().nonnegative().nullish(),
  currency: z.string().length(3),
  ...Destined,
});
const Charge = z.object({ id: Id, ...Destined });

/** Whose money it is: a connected account's, or, where there is none, whom the platform named in the metadata. */
export type Owner = { accountId: string | undefined; namedProducer: string | undefined };

export type NewTransaction = Owner & {
  id: string;
  kind: "track-sale" | "refund";
  /** In the currency's minor unit; negative where money left. */
  amount: number;
  /** Of a sale: what is left of it for the producer, after the platform's share and before Stripe's own fees. */
  share?: number;
  currency: string;
  trackId: string | undefined;
  at: number;
};

/** What an event is about, before Stripe is asked for anything. */
export type Subject =
  | { kind: "account"; accountId: string }
  | { kind: "account-gone"; accountId: string }
  | { kind: "sale"; sale: NewTransaction }
  | { kind: "refund"; chargeId: string; chargedOn: string | undefined; trackId: string | undefined; owner: Owner }
  | { kind: "other" };

/** @throws AppError invalid for what is no event */
export const readEnvelope = (event: unknown): StripeEvent => read(Envelope, event, "The event");

/**
 * What an event is about. A sale's amount is what the buyer paid.
 * @throws AppError invalid where its object lacks what Stripe documents
 */
export function subjectOf(event: StripeEvent): Subject {
  const { object } = event.data;
  switch (event.type) {
    case "account.updated":
      return { kind: "account", accountId: read(z.object({ id: Id }), object, "data.object").id };
    case "account.application.deauthorized":
      // Its object is the application; the account is the event's.
      return event.account ? { kind: "account-gone", accountId: event.account } : { kind: "other" };
    case "payment_intent.succeeded": {
      const { id, amount, amount_received, currency, ...payment } = read(PaymentIntent, object, "data.object");
      const owner = ownerOf(event, payment);
      if (!owner) return { kind: "other" };
      // What succeeded has received something: an endpoint pinned to another API version may not say how much.
      const paid = amount_received || amount;
      const share = payment.transfer_data?.amount ?? Math.max(0, paid - (payment.application_fee_amount ?? 0));
      const at = event.created * 1000;
      const trackId = payment.metadata?.trackId;
      return {
        kind: "sale",
        sale: { id, kind: "track-sale", amount: paid, share, currency, trackId, at, ...owner },
      };
    }
    case "charge.refunded": {
      const charge = read(Charge, object, "data.object");
      const owner = ownerOf(event, charge);
      if (!owner) return { kind: "other" };
      const chargedOn = event.account ?? undefined;
      return { kind: "refund", chargeId: charge.id, chargedOn, trackId: charge.metadata?.trackId, owner };
    }
    default:
      return { kind: "other" };
  }
}

/**
 * Direct charges are the connected account's own: it may have written their metadata itself, so that it is not asked
 * whose they are. Destination charges are the platform's, and name the account that gets the money; other charges of
 * the platform (separate charges and transfers) name the producer in the metadata. Undefined: nobody's here.
 */
function ownerOf(event: StripeEvent, object: z.infer<z.ZodObject<typeof Destined>>): Owner | undefined {
  if (event.account) return { accountId: event.account, namedProducer: undefined };
  const accountId = object.transfer_data?.destination;
  if (accountId !== undefined) return { accountId, namedProducer: undefined };
  const namedProducer = object.metadata?.producerId;
  return namedProducer === undefined ? undefined : { accountId, namedProducer };
}

function read<T extends z.ZodType>(schema: T, value: unknown, what: string): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  const list = errors.map(({ path, message }) => `${path}: ${message}`).join("; ");
  throw new AppError("invalid", `${what} is not as Stripe documents it: ${list}`, { errors });
}
