import { z } from "zod";

/** What Stripe takes of what is sent here; a parameter that is not listed is refused, as Stripe does. */
const requested = z.strictObject({ requested: z.enum(["true", "false"]) });

export const CreateAccount = z.strictObject({
  controller: z.strictObject({
    fees: z.strictObject({ payer: z.enum(["account", "application"]) }),
    losses: z.strictObject({ payments: z.enum(["application", "stripe"]) }),
    stripe_dashboard: z.strictObject({ type: z.enum(["express", "full", "none"]) }),
  }),
  capabilities: z.strictObject({ card_payments: requested, transfers: requested }),
  metadata: z.record(z.string().max(40), z.string().max(500)),
});

export const CreateAccountLink = z.strictObject({
  account: z.string().startsWith("acct_"),
  type: z.enum(["account_onboarding", "account_update"]),
  return_url: z.url(),
  refresh_url: z.url(),
});

export const ListRefunds = z.strictObject({
  charge: z.string().startsWith("ch_"),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  starting_after: z.string().optional(),
});

export const ListReversals = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(10) });

export const RetrieveBalance = z.strictObject({});

export const ListPayouts = z.strictObject({
  status: z.enum(["pending", "in_transit", "paid", "failed", "canceled"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});

type Tree = { [name: string]: string | Tree };

/** A form as Stripe reads it: `a[b]=c` is `{a: {b: "c"}}`. */
export function readForm(body: string): Tree {
  const tree: Tree = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.replaceAll("]", "").split("[");
    let node = tree;
    for (const part of path.slice(0, -1)) {
      const known = node[part];
      const below = typeof known === "object" ? known : {};
      node[part] = below;
      node = below;
    }
    node[path.at(-1)!] = value;
  }
  return tree;
}
