import Stripe from "stripe";
import { AppError } from "../errors.ts";
import type { Log } from "../log.ts";

/** The account was deleted, or took this platform's access back: there is nothing more to ask about it. */
export class AccountGone extends Error {
  readonly accountId: string;

  constructor(accountId: string) {
    super("The account is gone at Stripe, or no longer this platform's.");
    this.name = "AccountGone";
    this.accountId = accountId;
  }
}

/**
 * Calls Stripe and writes one log line about it, with neither what was sent nor what came back.
 * @param accountId the connected account that is asked about, if there is one
 * @throws AccountGone where Stripe says so of that account
 * @throws AppError upstream_failed where Stripe refuses, fails or stays silent
 */
export async function askStripe<T>(
  log: Log,
  call: string,
  ask: () => Promise<T>,
  accountId?: string | undefined,
): Promise<T> {
  const start = performance.now();
  const line = (outcome: string, more: object = {}) => ({
    event: "stripe-call",
    call,
    outcome,
    ms: Math.round(performance.now() - start),
    ...more,
  });
  try {
    const answer = await ask();
    log.info(line("ok"));
    return answer;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const { type, statusCode, requestId } = error;
    log.warn(line("failed", { type, code: codeOf(error), status: statusCode, stripeRequestId: requestId }));
    if (accountId !== undefined && (isRevoked(error) || (call.startsWith("account") && isMissing(error))))
      throw new AccountGone(accountId);
    throw new AppError("upstream_failed", sentence(error));
  }
}

const isRevoked = ({ code }: Stripe.errors.StripeError): boolean => code === "account_invalid";
/** Of a call about an account this is the account, of any other call what it asks for. */
const isMissing = ({ code }: Stripe.errors.StripeError): boolean => code === "resource_missing";

/** Whether a call about an account failed because the account is gone. */
export const isGone = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError && (isRevoked(error) || isMissing(error));

/** Stripe's failure in our own words: its message may quote keys and ids. */
function sentence(error: Stripe.errors.StripeError): string {
  const { errors } = Stripe;
  if (error instanceof errors.StripeAuthenticationError)
    return "Stripe does not accept this server's key. An operator has to check STRIPE_SECRET_KEY.";
  if (error instanceof errors.StripePermissionError)
    return "Stripe does not let this server's key do this. An operator has to check the key and its account.";
  if (error instanceof errors.StripeRateLimitError)
    return "Stripe takes no more requests from this server just now. Try again in a minute.";
  if (error instanceof errors.StripeConnectionError)
    return "Stripe could not be reached, or did not answer in time. Try again in a minute.";
  if (error instanceof errors.StripeAPIError) return "Stripe has a fault just now. Try again in a minute.";
  const code = codeOf(error);
  return `Stripe did not take the request${code === undefined ? "" : ` (${code})`}. An operator has to look into it.`;
}

/** Stripe's codes are words; anything else is not passed on. */
const codeOf = ({ code }: Stripe.errors.StripeError): string | undefined =>
  code !== undefined && /^[a-z_]{1,60}$/.test(code) ? code : undefined;
