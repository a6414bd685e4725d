import { ConnectLink, Finances, FinancesQuery } from "@beatpass/shared/contracts";
import { z } from "zod";
import { type Api, answers, route } from "../http/api.ts";
import { ownProducer } from "../http/principal.ts";
import { connectStripe } from "./connect-stripe.ts";
import type { FinanceContext } from "./finance-context.ts";
import { readFinances } from "./read-finances.ts";
import { receiveEvent } from "./receive-event.ts";

const PRIVATE = { "cache-control": "no-store" };

/** A producer's own money, never kept by browsers or proxies, and where Stripe's events come in. */
export function mountFinances(api: Api, context: FinanceContext): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/finances",
      request: { query: FinancesQuery },
      responses: answers(Finances, "How the producer who asks stands with Stripe, and what was sold and refunded"),
      refuses: ["not_found"],
    }),
    async (c) => {
      return c.json(await readFinances(context, ownProducer(c.get("who")), c.req.valid("query")), 200, PRIVATE);
    },
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/finances/connect",
      responses: answers(ConnectLink, "A new link to Stripe's onboarding, for one visit within some minutes"),
      refuses: ["not_found", "conflict"],
    }),
    async (c) => c.json(await connectStripe(context, ownProducer(c.get("who"))), 200, PRIVATE),
  );
  mountWebhook(api, context);
}

function mountWebhook(api: Api, context: FinanceContext): void {
  api.openapi(
    route({
      method: "post",
      path: "/v1/stripe/webhook",
      description: "Stripe's events, of the platform and of connected accounts, with their stripe-signature header.",
      responses: answers(z.object({ received: z.literal(true) }), "The event is durable, known already or not for us"),
      refuses: ["bad_signature", "too_large", "invalid"],
    }),
    async (c) => {
      await receiveEvent(context, await c.req.text(), c.req.header("stripe-signature"));
      return c.json({ received: true as const }, 200);
    },
  );
}
