import Stripe from "stripe";
import { AppError, invalidField } from "../errors.ts";
import type { StripeConnection } from "./connection.ts";
import { readEnvelope, type StripeEvent } from "./stripe-event.ts";

/**
 * The event that Stripe signed.
 * @param body as it came: the signature is over its bytes
 * @throws AppError not_configured without a key or secret; bad_signature where it is missing, wrong or older than
 * five minutes; invalid for what is no event
 */
export async function verifyEvent(
  { api, webhookSecrets }: StripeConnection,
  body: string,
  signature: string | undefined,
): Promise<StripeEvent> {
  if (!api || webhookSecrets.length === 0) {
    throw new AppError(
      "not_configured",
      "Stripe's events are not taken: this server needs STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET.",
    );
  }
  for (const secret of webhookSecrets) {
    try {
      return readEnvelope(await api.webhooks.constructEventAsync(body, signature ?? "", secret));
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError))
        throw invalidField("body", "The body is signed, but is no snapshot event of Stripe's.");
    }
  }
  throw new AppError(
    "bad_signature",
    "The stripe-signature header is missing, older than five minutes, or not made over this body with this server's secret.",
  );
}
