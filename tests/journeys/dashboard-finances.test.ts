import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StripeStandIn } from "../stand-ins/stripe.ts";
import { type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";
import { settled } from "./dashboard/settled.ts";
import { tabTo } from "./dashboard/tab-to.ts";

const PATH = "/producer-dashboard/finances";
let stripe: StripeStandIn;
let dashboard: RunningDashboard;
beforeAll(async () => {
  stripe = await StripeStandIn.start();
  const { platform, connected } = stripe.webhookSecrets;
  dashboard = await runDashboard({
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: `${platform},${connected}`,
    STRIPE_API_URL: stripe.url,
  });
  await dashboard.server.dependencies.db.$client.executeMultiple(`
    INSERT INTO producers (id, name, demo) VALUES ('kaya', 'Kaya', 0), ('milo', 'Milo', 0);
    INSERT INTO artists (id, name, producer_id, field_times) VALUES ('a-kaya', 'Kaya', 'kaya', '{}');
    INSERT INTO tracks (id, title, published_at, field_times) VALUES ('t-kaya', 'Bus de nuit', 0, '{}');
    INSERT INTO track_artists (track_key, artist_id, position) SELECT key, 'a-kaya', 0 FROM tracks WHERE id = 't-kaya';`);
});
afterAll(async () => {
  expect(stripe.refused, "only what Stripe documents was asked").toEqual([]);
  await dashboard.stop();
  await stripe.stop();
});

const accountOf = (producerId: string) =>
  [...stripe.accounts.values()].find(({ metadata }) => metadata?.producerId === producerId)!.id;
const READY = {
  details_submitted: true,
  charges_enabled: true,
  payouts_enabled: true,
  requirements: { currently_due: [], past_due: [], eventually_due: [] },
};
const balance = (page: Page, currency: string) => page.getByRole("region", { name: `Balance in ${currency}` });
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Sales come in as Stripe tells of them. */
async function sell(account: string, sales: readonly [amount: number, currency: string][]): Promise<void> {
  for (const [amount, currency] of sales) {
    const { event } = stripe.sell({ amount, currency, on: account, metadata: { trackId: "t-kaya" } });
    const answer = await stripe.deliver(`${dashboard.url}/v1/stripe/webhook`, event);
    expect(answer.status).toBe(200);
  }
}

describe("the finances page", () => {
  test("leads to Stripe and follows the account there: not connected, unfinished, being checked, ready, selling", async () => {
    const page = await dashboard.openAs("kaya@example.org", PATH, { producerId: "kaya" });
    await page.getByRole("heading", { name: "Get paid" }).waitFor();
    await page.getByText(`The account is set up with ${new URL(dashboard.url).host}.`).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.route("https://connect.stripe.test/**", (route) => route.fulfill({ body: "onboarding" }));
    await tabTo(page, "Connect with Stripe");
    await page.keyboard.press("Enter");
    await page.waitForURL("https://connect.stripe.test/**");
    const account = accountOf("kaya");
    await page.goto(dashboard.url + PATH);
    await page.getByText("Stripe still asks for 3 details before money can come in.").waitFor();
    stripe.change(account, { ...READY, charges_enabled: false });
    await page.reload();
    await page.getByText("Stripe is checking your details.").waitFor();
    stripe.change(account, READY);
    await page.reload();
    const connected = page.getByText("Connected. Your first sale appears here by itself.");
    await connected.waitFor();
    stripe.faults.add({ path: /^\/v1\/balance$/, does: "status-before", status: 500 });
    await page.reload();
    await page.getByText("Stripe does not answer at the moment").waitFor();
    expect(await connected.count()).toBe(0);
    await sell(account, [
      [1999, "usd"],
      [500, "jpy"],
      ...Array.from({ length: 60 }, () => [100, "usd"] as [number, string]),
    ]);
    stripe.balances.set(account, {
      available: [{ amount: 4550, currency: "usd" }],
      pending: [
        { amount: 1000, currency: "usd" },
        { amount: 500, currency: "jpy" },
      ],
    });
    stripe.payouts.push({
      id: "po_1",
      object: "payout",
      amount: 1200,
      currency: "usd",
      status: "in_transit",
      on: account,
    });
    const asked: string[] = [];
    page.on(
      "request",
      (request) => request.url().includes("/v1/finances") && asked.push(new URL(request.url()).search),
    );
    await page.reload();
    await settled(page);
    expect(await balance(page, "USD").textContent()).toMatch(/\$45\.50.*\$10\.00.*\$12\.00.*\$79\.99/);
    expect(await balance(page, "JPY").textContent(), "no hundredths of a yen").toMatch(/¥0.*¥500.*¥0.*¥500/);
    const rows = page.getByRole("table", { name: "Transactions" }).getByRole("row");
    await expect.poll(() => rows.count()).toBe(51);
    expect(asked).toEqual(["?limit=50"]);
    await page.getByRole("link", { name: "Bus de nuit" }).first().waitFor();
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => rows.count()).toBe(63);
    await page.getByRole("button", { name: "Refund" }).click();
    await page.getByText("Nothing of this kind yet.").waitFor();
    await page.getByRole("button", { name: "Track sale" }).click();
    await expect.poll(() => rows.count()).toBe(51);
    expect(await seriousFindings(page)).toEqual([]);
    expect(page.complaints.filter((line) => !line.includes("connect.stripe.test"))).toEqual([]);
  });

  test("shows no figure that Stripe does not give, and says why; in French and on a phone too", async () => {
    const options = { producerId: "kaya", locale: "fr-FR", viewport: { width: 375, height: 812 } };
    const page = await dashboard.openAs("kaya-two@example.org", PATH, options);
    await settled(page);
    expect(await overflow(page)).toBe(0);
    stripe.faults.add({
      path: /^\/v1\/balance$/,
      // The page that is left may still ask once.
      times: 10,
      does: "status-before",
      status: 500,
      body: { error: { type: "api_error" } },
    });
    await page.reload();
    await settled(page);
    const dollars = page.getByRole("region", { name: "Solde en USD" });
    expect(await dollars.textContent()).toMatch(/Disponible.*–.*Stripe ne répond pas.*79,99/);
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("is nobody else’s: another producer finds an empty one, a stranger none", async () => {
    const milo = await dashboard.openAs("milo@example.org", PATH, { producerId: "milo" });
    await milo.getByRole("heading", { name: "Get paid" }).waitFor();
    expect(await milo.getByRole("table").count()).toBe(0);
    const stranger = await dashboard.open(PATH);
    await stranger.waitForURL(/sign-in/);
    const answer = await stranger.request.get(`${dashboard.url}/v1/finances`);
    expect(answer.status()).toBe(401);
  });
});
