import Stripe from "stripe";
import type { Config } from "../config.ts";
import { AppError } from "../errors.ts";

export type StripeConnection = {
  /** Undefined: no key, so everything about money is off. */
  api: Stripe | undefined;
  /** Test and live mode are two worlds: facts of the other one are not ours. */
  livemode: boolean;
  webhookSecrets: readonly string[];
};

const TIMEOUT_MS = 10_000;

/**
 * The Stripe SDK as configured; nothing is asked of Stripe yet.
 * `webhookSecret` may hold several, separated by commas: Stripe signs events of the platform and of connected
 * accounts with a secret each, even where both come to the same address.
 */
export function createStripe(
  { secretKey, webhookSecret, apiUrl }: Config["stripe"],
  timeoutMs: number = TIMEOUT_MS,
): StripeConnection {
  return {
    api:
      secretKey === undefined
        ? undefined
        : new Stripe(secretKey, { ...farEnd(apiUrl), maxNetworkRetries: 1, timeout: timeoutMs, telemetry: false }),
    livemode: secretKey?.includes("_live_") ?? false,
    webhookSecrets: (webhookSecret ?? "")
      .split(",")
      .map((secret) => secret.trim())
      .filter((secret) => secret !== ""),
  };
}

function farEnd(apiUrl: string | undefined) {
  if (apiUrl === undefined) return {};
  const { protocol, hostname, port } = new URL(apiUrl);
  const plain = protocol === "http:";
  return { protocol: plain ? "http" : "https", host: hostname, port: port || (plain ? 80 : 443) } as const;
}

/** @throws AppError not_configured without a key */
export function requireStripe({ api }: StripeConnection): Stripe {
  if (!api) throw new AppError("not_configured", "Payments are not set up on this server: it has no Stripe key.");
  return api;
}
