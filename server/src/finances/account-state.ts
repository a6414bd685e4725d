import type { STRIPE_STATUSES } from "@beatpass/shared/contracts";
import type Stripe from "stripe";
import type { Log } from "../log.ts";
import { askStripe } from "./ask-stripe.ts";

export type AccountState = {
  accountId: string;
  detailsSubmitted: boolean;
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  /** How many things Stripe still asks of the producer. */
  requirementsDue: number;
  /** When Stripe was asked, in ms of the machine's clock. */
  asOf: number;
};

/** What Stripe's description of an account comes to. @param askedAt in ms of the machine's clock */
export function accountState(account: Stripe.Account, askedAt: number): AccountState {
  const { currently_due, past_due } = account.requirements ?? {};
  return {
    accountId: account.id,
    detailsSubmitted: account.details_submitted,
    chargesEnabled: account.charges_enabled,
    payoutsEnabled: account.payouts_enabled,
    requirementsDue: new Set([...(currently_due ?? []), ...(past_due ?? [])]).size,
    asOf: askedAt,
  };
}

/** Asks Stripe how an account stands now. @throws AccountGone; AppError upstream_failed */
export async function readAccount(
  api: Stripe,
  log: Log,
  accountId: string,
  options: Stripe.RequestOptions = {},
): Promise<AccountState> {
  const askedAt = Date.now();
  const account = await askStripe(
    log,
    "accounts.retrieve",
    () => api.accounts.retrieve(accountId, {}, options),
    accountId,
  );
  return accountState(account, askedAt);
}

type Status = Exclude<(typeof STRIPE_STATUSES)[number], "off" | "not-connected">;

/** Ready as spec §10 has it; else whose turn it is: the producer's (onboarding) or Stripe's (pending). */
export function accountStatus(account: Omit<AccountState, "accountId" | "asOf">): Status {
  if (account.chargesEnabled && account.payoutsEnabled) return "ready";
  return account.detailsSubmitted && account.requirementsDue === 0 ? "pending" : "onboarding";
}
