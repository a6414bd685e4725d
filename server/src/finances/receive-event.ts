import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import type { Database } from "../db/client.ts";
import { stripeEvents } from "../db/schema/index.ts";
import { readAccount } from "./account-state.ts";
import { AccountGone } from "./ask-stripe.ts";
import { requireStripe } from "./connection.ts";
import type { FinanceContext } from "./finance-context.ts";
import { ownerOf } from "./find-account.ts";
import { readRefunds, readReversals, readSold } from "./read-money-back.ts";
import type { EventToRecord } from "./record-event.ts";
import { type StripeEvent, type Subject, subjectOf } from "./stripe-event.ts";
import { verifyEvent } from "./verify-event.ts";

export type Outcome = "recorded" | "duplicate" | "other-mode";

/**
 * Takes an event from Stripe's webhook: once by its id, in whatever order they come. Stripe is asked for what an
 * event only hints at, before anything is written; where that fails nothing is, and Stripe sends the event again.
 * @throws AppError as `verifyEvent` does; upstream_failed
 */
export async function receiveEvent(
  context: FinanceContext,
  body: string,
  signature: string | undefined,
): Promise<Outcome> {
  const start = performance.now();
  const event = await verifyEvent(context.stripe, body, signature);
  const outcome = await takeEvent(context, event);
  const ms = Math.round(performance.now() - start);
  context.log.info({ event: "stripe-event", id: event.id, type: event.type, outcome, ms });
  return outcome;
}

async function takeEvent(context: FinanceContext, event: StripeEvent): Promise<Outcome> {
  // A live endpoint is sent events of the test mode, too.
  if (event.livemode !== context.stripe.livemode) return "other-mode";
  if (await isKnown(context.db, event.id)) return "duplicate";
  const found = await whatCameOf(context, event);
  return context.writer.run("recordStripeEvent", {
    event: { id: event.id, type: event.type, accountId: event.account ?? null, receivedAt: Date.now() },
    livemode: event.livemode,
    ...found,
  });
}

/** That an account is gone is an answer, too: Stripe would send the event in vain for days. */
async function whatCameOf(context: FinanceContext, event: StripeEvent): Promise<Found> {
  try {
    return await lookInto(context, requireStripe(context.stripe), subjectOf(event));
  } catch (error) {
    if (error instanceof AccountGone) return { goneAccount: error.accountId };
    throw error;
  }
}

async function isKnown(db: Database, id: string): Promise<boolean> {
  const rows = await db.select({ id: stripeEvents.id }).from(stripeEvents).where(eq(stripeEvents.id, id));
  return rows.length > 0;
}

type Found = Pick<EventToRecord, "account" | "goneAccount" | "transactions" | "payout">;

async function lookInto({ db, log }: FinanceContext, api: Stripe, subject: Subject): Promise<Found> {
  switch (subject.kind) {
    case "account": {
      // The event may be late: how the account stands now is what counts.
      const isOurs = (await ownerOf(db, subject.accountId)) !== undefined;
      return isOurs ? { account: await readAccount(api, log, subject.accountId) } : {};
    }
    case "account-gone":
      return { goneAccount: subject.accountId };
    case "sale":
      return { transactions: [subject.sale] };
    case "refund": {
      const sold = subject.sold ?? (await readSold(api, log, subject));
      return sold ? { transactions: await readRefunds(api, log, subject, sold) } : {};
    }
    case "dispute": {
      const sold = await readSold(api, log, subject);
      return sold ? { transactions: [{ ...sold, ...subject.dispute, kind: "refund", at: subject.at }] } : {};
    }
    case "payout":
      return { payout: subject.payout };
    case "subscription-payout":
      return { transactions: [subject.transfer] };
    case "reversal":
      return { transactions: await readReversals(api, log, subject.transfer) };
    case "other":
      return {};
  }
}
