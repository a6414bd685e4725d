import type { Page } from "playwright-core";
import type { StripeStandIn } from "../stand-ins/stripe.ts";

const HOUR = 3600;
/** The newest last, as they come in. */
const SALES = [
  { trackId: "8000000001", amount: 2999, hoursAgo: 31 * 24 },
  { trackId: "8000000002", amount: 1999, hoursAgo: 23 * 24 },
  { trackId: "8000000001", amount: 4999, hoursAgo: 16 * 24 },
  { trackId: "8000000001", amount: 2999, hoursAgo: 9 * 24 },
  { trackId: "8000000002", amount: 1999, hoursAgo: 4 * 24 },
  { trackId: "8000000001", amount: 4999, hoursAgo: 26 },
  { trackId: "8000000001", amount: 2999, hoursAgo: 2 },
];

/** Connects the signed-in producer with Stripe and sells some tracks; one is given back. */
export async function sellTracks(producer: Page, url: string, stripe: StripeStandIn): Promise<void> {
  const answer = await producer.request.post(`${url}/v1/finances/connect`, { headers: { origin: url } });
  if (!answer.ok()) throw new Error(`connecting with Stripe answered ${answer.status()}`);
  const account = [...stripe.accounts.keys()].at(-1)!;
  stripe.change(account, {
    details_submitted: true,
    charges_enabled: true,
    payouts_enabled: true,
    requirements: { currently_due: [], past_due: [], eventually_due: [] },
  });
  const now = Math.floor(Date.now() / 1000);
  const told = [];
  for (const { trackId, amount, hoursAgo } of SALES) {
    const at = now - hoursAgo * HOUR;
    const sale = stripe.sell({ amount, on: account, metadata: { trackId } }, { created: at });
    told.push(sale.event);
    if (hoursAgo === 9 * 24) told.push(stripe.refund(sale, 1000));
  }
  for (const event of told) await stripe.deliver(`${url}/v1/stripe/webhook`, event);
  const currency = "usd";
  stripe.balances.set(account, {
    available: [{ amount: 8240, currency }],
    pending: [{ amount: 7998, currency }],
  });
  stripe.payouts.push({
    id: "po_pictures",
    object: "payout",
    amount: 4550,
    currency,
    status: "in_transit",
    on: account,
  });
}
