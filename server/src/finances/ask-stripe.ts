import Stripe from "stripe";
import { AppError } from "../errors.ts";
import type { Log } from "../log.ts";

/**
 * Calls Stripe and writes one log line about it, with neither what was sent nor what came back.
 * @throws AppError upstream_failed where Stripe refuses, fails or stays silent
 */
export async function askStripe<T>(log: Log, call: string, ask: () => Promise<T>): Promise<T> {
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
    throw new AppError("upstream_failed", sentence(error));
  }
}

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
