import type Stripe from "stripe";
import type { Log } from "../log.ts";
import { askStripe } from "./ask-stripe.ts";
import { Charge, type Sold, soldBy } from "./charge.ts";
import type { NewTransaction } from "./new-transaction.ts";
import { readObject } from "./read-object.ts";
import type { Charged } from "./stripe-event.ts";

/** What a charge tells of its sale; undefined where it is nobody's here. @throws AccountGone; AppError upstream_failed */
export async function readSold(api: Stripe, log: Log, { chargeId, chargedOn }: Charged): Promise<Sold | undefined> {
  const ask = () => api.charges.retrieve(chargeId, {}, on(chargedOn));
  const charge = await askStripe(log, "charges.retrieve", ask, chargedOn);
  return soldBy(chargedOn, readObject(Charge, charge, "The charge"));
}

/**
 * All refunds of a charge: an event has their sum alone, or one of them as it was, and each must count once. One counts
 * when it succeeded; one that fails afterwards is taken back.
 * @throws AccountGone; AppError upstream_failed
 */
export async function readRefunds(
  api: Stripe,
  log: Log,
  { chargeId, chargedOn, at }: Charged,
  sold: Sold,
): Promise<NewTransaction[]> {
  const list = async () => {
    const refunds: NewTransaction[] = [];
    for await (const { id, amount, currency, status, created } of api.refunds.list(
      { charge: chargeId, limit: 100 },
      on(chargedOn),
    )) {
      const refund = { ...sold, kind: "refund" as const, currency };
      if (status === "succeeded") refunds.push({ ...refund, id, amount: -amount, at: created * 1000 });
      if (status === "failed" || status === "canceled")
        refunds.push({ ...refund, id: `${id}:failed`, detail: "refund-failed", amount, at, undoes: id });
    }
    return refunds;
  };
  return askStripe(log, "refunds.list", list, chargedOn);
}

/** All reversals of a transfer: an event has their sum alone. @throws AppError upstream_failed */
export async function readReversals(api: Stripe, log: Log, transfer: NewTransaction): Promise<NewTransaction[]> {
  return askStripe(log, "transfers.listReversals", async () => {
    const reversals: NewTransaction[] = [];
    for await (const { id, amount, currency, created } of api.transfers.listReversals(transfer.id, { limit: 100 })) {
      const reversal = { id, detail: "transfer-reversed" as const, amount: -amount, currency, at: created * 1000 };
      reversals.push({ ...transfer, ...reversal, partOf: transfer.id });
    }
    return reversals;
  });
}

const on = (account: string | undefined): Stripe.RequestOptions =>
  account === undefined ? {} : { stripeAccount: account };
