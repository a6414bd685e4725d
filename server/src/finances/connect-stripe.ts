import type { ConnectLink } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { eq } from "drizzle-orm";
import Stripe from "stripe";
import type { Database } from "../db/client.ts";
import { producers } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";
import { derivedId } from "../ids.ts";
import { accountState } from "./account-state.ts";
import { AccountGone, askStripe, isGone } from "./ask-stripe.ts";
import { requireStripe } from "./connection.ts";
import type { FinanceContext } from "./finance-context.ts";
import { findAccount } from "./find-account.ts";

/**
 * Begins or goes on with a producer's Stripe onboarding: makes the account where there is none, or none any more, then
 * a new single-use link, which is handed on and kept nowhere.
 * @throws AppError not_configured, upstream_failed; conflict for a demo producer in live mode
 */
export async function connectStripe(context: FinanceContext, producerId: string): Promise<ConnectLink> {
  const api = requireStripe(context.stripe);
  await refuseDemo(context.db, producerId, context.stripe.livemode);
  const known = await findAccount(context.db, producerId, context.stripe.livemode);
  if (known) {
    try {
      return await linkTo(context, api, known.accountId);
    } catch (error) {
      if (!(error instanceof AccountGone)) throw error;
      await context.writer.run("forgetStripeAccount", { accountId: known.accountId });
    }
  }
  return linkTo(context, api, await createAccount(context, api, producerId));
}

async function linkTo(context: FinanceContext, api: Stripe, accountId: string): Promise<ConnectLink> {
  const page = `${context.publicUrl}${PAGES.finances}`;
  const ask = () =>
    api.accountLinks.create({
      account: accountId,
      type: "account_onboarding",
      return_url: `${page}?stripe=return`,
      refresh_url: `${page}?stripe=refresh`,
    });
  const { url } = await askStripe(context.log, "accountLinks.create", ask, accountId);
  return { url };
}

async function createAccount(context: FinanceContext, api: Stripe, producerId: string): Promise<string> {
  const askedAt = Date.now();
  const account = await askStripe(context.log, "accounts.create", () => createOnce(api, producerId));
  const { livemode } = context.stripe;
  return context.writer.run("saveStripeAccount", { producerId, livemode, account: accountState(account, askedAt) });
}

/**
 * A double click, a second tab or a retry after an unclear outcome gives the same account: the idempotency key is the
 * producer's. Stripe answers a key with its first outcome for a day, be it a failure or an account that is gone since;
 * from these we go on to the next key. https://docs.stripe.com/api/idempotent_requests
 */
async function createOnce(api: Stripe, producerId: string): Promise<Stripe.Account> {
  // A producer's id may be anything; a header may not.
  const key = derivedId("beatpass-account-", producerId);
  for (let attempt = 1; ; attempt++) {
    try {
      const account = await api.accounts.create(newAccount(producerId), { idempotencyKey: `${key}-${attempt}` });
      return isRepeat(account.lastResponse.headers) ? await api.accounts.retrieve(account.id) : account;
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !(isRepeatedFailure(error) || isGone(error))) throw error;
    }
  }
}

const MOST_ATTEMPTS = 20;

const isRepeat = (headers: Record<string, string> | undefined): boolean => headers?.["idempotent-replayed"] === "true";

const isRepeatedFailure = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError && isRepeat(error.headers);

/** Stripe collects what it needs and shows the producer its Express dashboard; the platform bears fees and losses. */
const newAccount = (producerId: string): Stripe.AccountCreateParams => ({
  controller: {
    fees: { payer: "application" },
    losses: { payments: "application" },
    stripe_dashboard: { type: "express" },
  },
  capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
  metadata: { producerId },
});

async function refuseDemo(db: Database, producerId: string, livemode: boolean): Promise<void> {
  const [producer] = await db.select({ demo: producers.demo }).from(producers).where(eq(producers.id, producerId));
  if (producer?.demo && livemode)
    throw new AppError("conflict", "A demo producer gets no real Stripe account; one of Stripe's test mode it may.");
}
