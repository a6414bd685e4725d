import Stripe from "stripe";
import type { z } from "zod";
import type { Faults } from "./faults.ts";
import { type Reply, type Request, startLoopbackServer } from "./loopback-server.ts";
import {
  CreateAccount,
  CreateAccountLink,
  ListPayouts,
  ListRefunds,
  ListReversals,
  RetrieveBalance,
  readForm,
} from "./stripe/bodies.ts";
import {
  type Account,
  accountObject,
  type Charge,
  chargeObject,
  disputeObject,
  type EventOptions,
  eventObject,
  newId,
  type Payment,
  paymentObject,
  type RefundStatus,
  refundObject,
  reversalObject,
  type StripeEvent,
  seconds,
  transferObject,
} from "./stripe/objects.ts";

type Refund = ReturnType<typeof refundObject>;
type Transfer = ReturnType<typeof transferObject>;
type Amount = { amount: number; currency: string };
type Sale = { charge: Charge; on: string | undefined; event: StripeEvent };

/** Stripe's far end on loopback, as strict as Stripe: accounts, account links, refunds, signed webhooks. */
export class StripeStandIn {
  readonly secretKey = "sk_test_StandInSecretKey51";
  /** Events of the platform and of connected accounts are signed with a secret each. */
  readonly webhookSecrets = { platform: "whsec_standInPlatform", connected: "whsec_standInConnected" };
  faults!: Faults;
  /** What was refused, and why. */
  readonly refused: string[] = [];
  readonly asked: { call: string; account: string | undefined; key: string | undefined }[] = [];
  /** How many accounts Stripe fails to make from now on; it remembers that under their keys. */
  accountsToFail = 0;
  readonly accounts = new Map<string, Account>();
  /** What accounts have at Stripe; an account that is not named has nothing. */
  readonly balances = new Map<string, { available: Amount[]; pending: Amount[] }>();
  readonly payouts: (Amount & { id: string; object: "payout"; status: string; on: string })[] = [];
  readonly #revoked = new Set<string>();
  #links = new Map<string, { accountId: string; visited: boolean }>();
  #charges = new Map<string, { charge: Charge; on: string | undefined; refunds: Refund[] }>();
  readonly #transfers = new Map<string, { transfer: Transfer; reversals: ReturnType<typeof reversalObject>[] }>();
  #answered = new Map<string, { request: string; reply: Reply }>();
  #server!: Awaited<ReturnType<typeof startLoopbackServer>>;

  static async start(): Promise<StripeStandIn> {
    const stripe = new StripeStandIn();
    stripe.#server = await startLoopbackServer({
      answer: (request) => stripe.#answer(request),
      onSocket: (socket) => socket.terminate(),
    });
    stripe.faults = stripe.#server.faults;
    return stripe;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#server.port}`;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Somebody opens an onboarding link; true where Stripe lets them in, which it does once. */
  visit(url: string): boolean {
    const link = this.#links.get(url);
    if (!link || link.visited) return false;
    link.visited = true;
    return true;
  }

  /** What became of an account at Stripe. Nobody is told before an event is sent. */
  change(accountId: string, change: Partial<Account>): Account {
    const account = { ...this.accounts.get(accountId)!, ...change };
    this.accounts.set(accountId, account);
    return account;
  }

  /** An account is deleted, or takes the platform's access back; with the event of the latter. */
  close(accountId: string, how: "deleted" | "revoked"): StripeEvent {
    this.accounts.delete(accountId);
    if (how === "revoked") this.#revoked.add(accountId);
    const application = { id: "ca_StandIn", object: "application", name: "BeatPass Companion" };
    return eventObject("account.application.deauthorized", application, { account: accountId });
  }

  /** A buyer pays; with the event that Stripe would send. */
  sell(payment: Partial<Payment>, options: EventOptions = {}): Sale {
    const full = { amount: 1999, currency: "usd", metadata: {}, ...payment };
    const charge = chargeObject(full, newId("ch"));
    this.#charges.set(charge.id, { charge, on: full.on, refunds: [] });
    const intent = paymentObject(full, charge);
    const event = eventObject("payment_intent.succeeded", intent, { account: full.on, ...options });
    return { charge, on: full.on, event };
  }

  /** Money goes back to the buyer; with the event, whose charge has the sum so far, but not the refunds. */
  refund({ charge, on }: Sale, amount: number, status: RefundStatus = "succeeded"): StripeEvent {
    this.#charges.get(charge.id)!.refunds.push(refundObject(charge, amount, status));
    charge.amount_refunded += amount;
    charge.refunded = charge.amount_refunded === charge.amount;
    return eventObject("charge.refunded", charge, { account: on });
  }

  /** What becomes of the newest refund of a sale; with the event, which has the refund alone. */
  settle({ charge, on }: Sale, status: RefundStatus): StripeEvent {
    const refund = this.#charges.get(charge.id)!.refunds.at(-1)!;
    refund.status = status;
    return eventObject(status === "failed" ? "refund.failed" : "refund.updated", refund, { account: on });
  }

  /** The platform sends an account money that is no charge's; with the event. */
  transfer(destination: string, amount: number, currency = "usd"): { transfer: Transfer; event: StripeEvent } {
    const transfer = transferObject(amount, currency, destination);
    this.#transfers.set(transfer.id, { transfer, reversals: [] });
    return { transfer, event: eventObject("transfer.created", transfer) };
  }

  /** The platform takes some of it back; with the event, which has the sum so far. */
  reverse(transfer: Transfer, amount: number): StripeEvent {
    this.#transfers.get(transfer.id)!.reversals.push(reversalObject(transfer, amount));
    transfer.amount_reversed += amount;
    return eventObject("transfer.reversed", transfer);
  }

  /** The buyer's bank takes money back, and gives it back where the dispute is won. */
  dispute({ charge, on }: Sale, amount: number): { withdrawn: StripeEvent; reinstated: StripeEvent } {
    const dispute = disputeObject(charge, amount);
    const options = { account: on };
    return {
      withdrawn: eventObject("charge.dispute.funds_withdrawn", dispute, options),
      reinstated: eventObject("charge.dispute.funds_reinstated", { ...dispute, status: "won" }, options),
    };
  }

  /** Posts an event to a webhook as Stripe does, or as somebody else would. */
  async deliver(
    webhookUrl: string,
    event: StripeEvent,
    forged: { secret?: string; timestamp?: number; header?: string | null; body?: string } = {},
  ): Promise<Response> {
    const payload = JSON.stringify(event, null, 2);
    const { platform, connected } = this.webhookSecrets;
    const secret = forged.secret ?? (event.account === undefined ? platform : connected);
    const timestamp = forged.timestamp ?? seconds();
    const signed = await Stripe.webhooks.generateTestHeaderStringAsync({ payload, secret, timestamp });
    const header = forged.header === undefined ? signed : forged.header;
    return fetch(webhookUrl, {
      method: "POST",
      headers: { "content-type": "application/json", ...(header !== null && { "stripe-signature": header }) },
      body: forged.body ?? payload,
    });
  }

  #answer(request: Request): Reply {
    const reply = this.#checked(request);
    return { ...reply, headers: { "request-id": newId("req"), ...reply.headers } };
  }

  #checked(request: Request): Reply {
    const { method, path, headers } = request;
    const account = headers["stripe-account"] as string | undefined;
    const key = headers["idempotency-key"] as string | undefined;
    this.asked.push({ call: `${method} ${path}`, account, key });
    // Stripe shortens the key it quotes; quoting it whole shows whether anybody passes it on.
    if (headers.authorization !== `Bearer ${this.secretKey}`)
      return this.#refuse(401, `Invalid API Key provided: ${headers.authorization}`);
    if (!/^\d{4}-\d\d-\d\d\.[a-z]+$/.test(String(headers["stripe-version"])))
      return this.#refuse(400, "This API call needs a Stripe-Version");
    if (account !== undefined && !this.accounts.has(account))
      return this.#refuse(403, `The provided key does not have access to account '${account}'`, "account_invalid");
    if (method !== "POST") return this.#call(request, account);
    if (headers["content-type"] !== "application/x-www-form-urlencoded")
      return this.#refuse(400, "POST bodies are application/x-www-form-urlencoded");
    if (key === undefined || key.length > 255) return this.#refuse(400, "Idempotency-Key: 1 to 255 characters");
    return this.#once(request, account, key);
  }

  /** A key's first outcome is its outcome for a day; with other parameters it is refused. */
  #once(request: Request, account: string | undefined, key: string): Reply {
    const known = this.#answered.get(`${account} ${key}`);
    const text = `${request.path} ${request.body}`;
    if (known && known.request !== text)
      return this.#refuse(
        400,
        "Keys for idempotent requests are for the same parameters",
        undefined,
        "idempotency_error",
      );
    if (known) return { ...known.reply, headers: { ...known.reply.headers, "idempotent-replayed": "true" } };
    const reply = this.#call(request, account);
    this.#answered.set(`${account} ${key}`, { request: text, reply });
    return reply;
  }

  #call({ method, path, query, body }: Request, account: string | undefined): Reply {
    const form = () => readForm(body.toString());
    const accountId = /^\/v1\/accounts\/(acct_\w+)$/.exec(path)?.[1];
    if (accountId && this.#revoked.has(accountId))
      return this.#refuse(403, `The provided key does not have access to account '${accountId}'`, "account_invalid");
    if (method === "GET" && accountId) return this.#found(this.accounts.get(accountId), "account");
    const chargeId = /^\/v1\/charges\/(ch_\w+)$/.exec(path)?.[1];
    if (method === "GET" && chargeId) return this.#found(this.#chargeOn(account, chargeId)?.charge, "charge");
    const transferId = /^\/v1\/transfers\/(tr_\w+)\/reversals$/.exec(path)?.[1];
    if (method === "GET" && transferId)
      return this.#accept(ListReversals, Object.fromEntries(query), () => this.#reversals(transferId));
    switch (`${method} ${path}`) {
      case "POST /v1/accounts":
        if (this.accountsToFail > 0) {
          this.accountsToFail--;
          const error = { type: "api_error", message: "An unknown error occurred" };
          return { status: 500, body: { error }, headers: { "stripe-should-retry": "false" } };
        }
        return this.#accept(CreateAccount, form(), ({ metadata }) => {
          const made = accountObject(newId("acct"), metadata);
          this.accounts.set(made.id, made);
          return made;
        });
      case "POST /v1/account_links":
        return this.#accept(CreateAccountLink, form(), (args) => this.#link(args.account));
      case "GET /v1/refunds":
        return this.#accept(ListRefunds, Object.fromEntries(query), (args) => this.#refunds(args, account));
      case "GET /v1/balance":
        return this.#accept(RetrieveBalance, Object.fromEntries(query), () => this.#balance(account));
      case "GET /v1/payouts":
        return this.#accept(ListPayouts, Object.fromEntries(query), ({ status, limit }) =>
          this.#payouts(account, status, limit),
        );
      default:
        return this.#refuse(404, `Unrecognized request URL (${method}: ${path})`);
    }
  }

  #link(accountId: string): unknown {
    if (!this.accounts.has(accountId)) return undefined;
    const url = `https://connect.stripe.test/setup/e/${accountId}/${newId("link")}`;
    this.#links.set(url, { accountId, visited: false });
    return { object: "account_link", created: seconds(), expires_at: seconds() + 300, url };
  }

  /** A direct charge is seen by its account alone. */
  #chargeOn(account: string | undefined, id: string) {
    const known = this.#charges.get(id);
    return known?.on === account ? known : undefined;
  }

  #balance(account: string | undefined): unknown {
    const { available, pending } = this.balances.get(account ?? "") ?? { available: [], pending: [] };
    const usd = { amount: 0, currency: "usd" };
    const listed = (list: Amount[]) => (list.length > 0 ? list : [usd]).map((one) => ({ ...one, source_types: {} }));
    return { object: "balance", livemode: false, available: listed(available), pending: listed(pending) };
  }

  #payouts(account: string | undefined, status: string | undefined, limit: number): unknown {
    const all = this.payouts.filter((payout) => payout.on === account && (status ?? payout.status) === payout.status);
    const data = all.slice(0, limit).map(({ on, ...payout }) => payout);
    return { object: "list", url: "/v1/payouts", has_more: limit < all.length, data };
  }

  #reversals(transferId: string): unknown {
    const data = this.#transfers.get(transferId)?.reversals.toReversed();
    return data && { object: "list", url: `/v1/transfers/${transferId}/reversals`, has_more: false, data };
  }

  /** The newest first. */
  #refunds({ charge, limit, starting_after }: z.infer<typeof ListRefunds>, account: string | undefined): unknown {
    const known = this.#chargeOn(account, charge);
    if (!known) return undefined;
    const all = known.refunds.toReversed();
    const from = starting_after === undefined ? 0 : all.findIndex(({ id }) => id === starting_after) + 1;
    const data = all.slice(from, from + limit);
    return { object: "list", url: "/v1/refunds", has_more: from + limit < all.length, data };
  }

  #accept<T extends z.ZodType>(schema: T, args: unknown, answer: (args: z.infer<T>) => unknown): Reply {
    const parsed = schema.safeParse(args);
    if (parsed.success) return this.#found(answer(parsed.data), "object");
    const list = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
    return this.#refuse(400, list, "parameter_unknown");
  }

  #found(object: unknown, what: string): Reply {
    if (object === undefined) return this.#refuse(404, `No such ${what}`, "resource_missing");
    return { status: 200, body: object };
  }

  #refuse(status: number, message: string, code?: string, type = "invalid_request_error"): Reply {
    this.refused.push(message);
    return { status, body: { error: { type, message, ...(code && { code }) } } };
  }
}
