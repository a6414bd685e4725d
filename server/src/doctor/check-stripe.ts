import type { Finding } from "@beatpass/shared/contracts";
import Stripe from "stripe";
import type { Config } from "../config.ts";
// biome-ignore lint/style/noRestrictedImports: Stripe's library is loaded only where Stripe is asked
import { createStripe } from "../finances/connection.ts";

const part = "Stripe";
const TIMEOUT_MS = 8000;

/** Whether the key is taken, and events can be verified. */
export async function checkStripe({ stripe }: Config): Promise<Finding[]> {
  const { api, livemode, webhookSecrets } = createStripe(stripe, TIMEOUT_MS);
  if (!api) return [{ part, state: "off", text: "STRIPE_SECRET_KEY switches it on" }];
  const webhook: Finding =
    webhookSecrets.length > 0
      ? { part, state: "ok", text: "events are verified with STRIPE_WEBHOOK_SECRET" }
      : {
          part,
          state: "wrong",
          text: "STRIPE_WEBHOOK_SECRET is missing: without it no sale is seen; take it from the webhook's page",
        };
  try {
    await api.balance.retrieve();
    return [{ part, state: "ok", text: `the key is accepted, in ${livemode ? "live" : "test"} mode` }, webhook];
  } catch (error) {
    const text =
      error instanceof Stripe.errors.StripeAuthenticationError
        ? "STRIPE_SECRET_KEY is refused: copy it anew from the dashboard's API keys"
        : `Stripe does not answer as it should: ${error instanceof Error ? error.message : String(error)}`;
    return [{ part, state: "wrong", text }, webhook];
  }
}
