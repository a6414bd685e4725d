import type { ConnectLink } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import type { Database } from "../db/client.ts";
import { producers } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";
import { accountState } from "./account-state.ts";
import { askStripe } from "./ask-stripe.ts";
import { requireStripe } from "./connection.ts";
import type { FinanceContext } from "./finance-context.ts";
import { findAccount } from "./find-account.ts";

/**
 * Begins or goes on with a producer's Stripe onboarding: makes the account where there is none, then a new
 * single-use link, which is handed on and kept nowhere.
 * @throws AppError not_configured, upstream_failed; conflict for a demo producer in live mode
 */
export async function connectStripe(context: FinanceContext, producerId: string): Promise<ConnectLink> {
  const api = requireStripe(context.stripe);
  await refuseDemo(context.db, producerId, context.stripe.livemode);
  const account = await findAccount(context.db, producerId, context.stripe.livemode);
  const accountId = account?.accountId ?? (await createAccount(context, api, producerId));
  const page = `${context.publicUrl}${PAGES.finances}`;
  const { url } = await askStripe(context.log, "accountLinks.create", () =>
    api.accountLinks.create({
      account: accountId,
      type: "account_onboarding",
      return_url: `${page}?stripe=return`,
      refresh_url: `${page}?stripe=refresh`,
    }),
  );
  return { url };
}

async function createAccount(context: FinanceContext, api: Stripe, producerId: string): Promise<string> {
  const askedAt = Date.now();
  const account = await askStripe(context.log, "accounts.create", () =>
    api.accounts.create(
      {
        controller: {
          fees: { payer: "application" },
          losses: { payments: "application" },
          stripe_dashboard: { type: "express" },
        },
        capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
        metadata: { producerId },
      },
      { idempotencyKey: accountKey(producerId, askedAt) },
    ),
  );
  const { livemode } = context.stripe;
  return context.writer.run("saveStripeAccount", { producerId, livemode, account: accountState(account, askedAt) });
}

/**
 * The same for a double click, a second tab or a retry after an unclear outcome. Not for longer: Stripe answers a
 * key with its first outcome for a day, be it a failure.
 */
const accountKey = (producerId: string, atMs: number): string =>
  `beatpass-account-${producerId}-${Math.floor(atMs / 600_000)}`;

async function refuseDemo(db: Database, producerId: string, livemode: boolean): Promise<void> {
  const [producer] = await db.select({ demo: producers.demo }).from(producers).where(eq(producers.id, producerId));
  if (producer?.demo && livemode)
    throw new AppError("conflict", "A demo producer gets no real Stripe account; one of Stripe's test mode it may.");
}
