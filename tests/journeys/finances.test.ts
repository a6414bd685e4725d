import { createApiKey } from "@beatpass/server/accounts/index.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventObject, newId, payoutObject } from "../stand-ins/stripe/objects.ts";
import { type FinanceServer, type Person, problemOf, startFinanceServer } from "./finances/finance-server.ts";

let server: FinanceServer;
let kaya: Person;
let milo: Person;
let accountOf: Record<"kaya" | "milo", string>;

beforeAll(async () => {
  server = await startFinanceServer();
  kaya = await server.producer("kaya");
  milo = await server.producer("milo");
  accountOf = { kaya: await connected("kaya", kaya), milo: await connected("milo", milo) };
});
afterEach(() => {
  expect(server.stripe.refused.splice(0)).toEqual([]);
});
afterAll(() => server.stop());

async function connected(name: string, person: Person): Promise<string> {
  await person.connect();
  return [...server.stripe.accounts.values()].find(({ metadata }) => metadata?.producerId === name)!.id;
}
const deliver = (event: ReturnType<typeof eventObject>, forged = {}) =>
  server.stripe.deliver(server.webhookUrl, event, forged);
const callsOf = (call: string) => server.stripe.asked.filter((one) => one.call === call);
const amounts = async (person: Person, ids: readonly string[]) =>
  (await person.finances()).transactions.filter(({ id }) => ids.includes(id)).map(({ money }) => money);
const idOf = ({ data }: { data: { object: unknown } }) => (data.object as { id: string }).id;
const isKept = async (eventId: string) =>
  (await server.db.$client.execute({ sql: "SELECT 1 FROM stripe_events WHERE id = ?", args: [eventId] })).rows.length;
/** The refunds of a producer made after this was called. */
const newRefunds = async (person: Person) => {
  const before = new Set((await person.finances()).transactions.map(({ id }) => id));
  return async () =>
    (await person.finances()).transactions
      .filter(({ id, kind }) => kind === "refund" && !before.has(id))
      .map(({ money }) => money.amount)
      .sort((a, b) => a - b);
};

describe("connecting", () => {
  test("makes the producer's account and hands out a link that lets in once and is kept nowhere", async () => {
    const { app, logged } = server.variant({});
    const ana = await server.producer("ana");
    expect(await ana.finances()).toMatchObject({ status: "not-connected", transactions: [], total: 0 });
    const answer = await ana.ask("POST", "/v1/finances/connect", app);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { url } = (await answer.json()) as { url: string };
    expect(server.stripe.visit(url)).toBe(true);
    expect(server.stripe.visit(url)).toBe(false);
    expect(await ana.finances()).toMatchObject({ status: "onboarding", requirementsDue: 3 });
    expect(await ana.connect()).not.toBe(url);
    const [path, secret] = [new URL(url).pathname, server.stripe.secretKey];
    expect(await server.stored(), "what is kept is found").toContain(new URL(url).pathname.split("/")[3]);
    for (const text of [await server.stored(), logged()]) {
      expect(text).not.toContain(path);
      expect(text).not.toContain(secret);
    }
    expect(logged()).toContain("accountLinks.create");
  });

  test("twice at once makes one account", async () => {
    const ben = await server.producer("ben");
    const urls = await Promise.all([ben.connect(), ben.connect(), ben.connect()]);
    expect(new Set(urls).size).toBe(3);
    const made = [...server.stripe.accounts.values()].filter(({ metadata }) => metadata?.producerId === "ben");
    expect(made).toHaveLength(1);
    expect(urls.every((url) => url.includes(made[0]!.id))).toBe(true);
  });

  test("makes one account though Stripe's answer about it was lost", async () => {
    const cleo = await server.producer("cleo");
    server.stripe.faults.add({ path: /^\/v1\/accounts$/, does: "reset-after", times: 2 });
    expect((await cleo.ask("POST", "/v1/finances/connect")).status).toBe(502);
    await cleo.connect();
    const made = [...server.stripe.accounts.values()].filter(({ metadata }) => metadata?.producerId === "cleo");
    expect(made).toHaveLength(1);
  });

  test("makes an account after Stripe failed to, though Stripe repeats a failure for a day", async () => {
    const dan = await server.producer("dán, 丹");
    const before = callsOf("POST /v1/accounts").length;
    server.stripe.accountsToFail = 2;
    expect((await dan.ask("POST", "/v1/finances/connect")).status).toBe(502);
    expect((await dan.ask("POST", "/v1/finances/connect")).status).toBe(502);
    expect(await dan.connect()).toContain("https://");
    const keys = callsOf("POST /v1/accounts").slice(before);
    expect(keys.map(({ key }) => key?.split("-").at(-1))).toEqual(["1", "1", "2", "1", "2", "3"]);
  });

  describe("again, after the account", () => {
    const gone = async (name: string, how: "deleted" | "revoked") => {
      const person = await server.producer(name);
      const id = await connected(name, person);
      server.stripe.change(id, { details_submitted: true, charges_enabled: true, payouts_enabled: true });
      await deliver(server.stripe.sell({ on: id }).event);
      expect(await person.finances()).toMatchObject({ status: "ready", total: 1 });
      return { person, id, event: server.stripe.close(id, how) };
    };
    const expectNewAccount = async (person: Person, id: string) => {
      expect(await person.connect()).not.toContain(id);
      expect(await person.finances()).toMatchObject({ status: "onboarding", total: 1 });
      server.stripe.refused.length = 0;
    };

    test.each(["deleted", "revoked"] as const)("was %s, makes a new one, though nobody looked", async (how) => {
      const { person, id } = await gone(`x${how}`, how);
      await expectNewAccount(person, id);
    });

    test.each(["deleted", "revoked"] as const)("was %s, is what the page offers", async (how) => {
      const { person, id } = await gone(`y${how}`, how);
      const finances = await person.finances();
      expect(finances).toMatchObject({ status: "not-connected", total: 1 });
      expect(finances).not.toHaveProperty("balances");
      await expectNewAccount(person, id);
    });

    test("took back what it allowed, is possible from that event on", async () => {
      const { person, id, event } = await gone("zoe", "revoked");
      const asked = server.stripe.asked.length;
      for (const one of [event, event]) expect((await deliver(one)).status).toBe(200);
      expect(await person.finances()).toMatchObject({ status: "not-connected", total: 1 });
      expect(server.stripe.asked, "there is nothing to ask any more").toHaveLength(asked);
      await expectNewAccount(person, id);
      await deliver({ ...event, id: newId("evt") });
      expect(await person.finances()).toMatchObject({ status: "onboarding" });
    });

    test("was revoked, takes its late events as seen, so that Stripe sends them no more", async () => {
      const { person, id } = await gone("yan", "revoked");
      const late = [
        eventObject("account.updated", { id, object: "account" }, { account: id }),
        eventObject("charge.refunded", { id: "ch_Late", metadata: {} }, { account: id }),
      ];
      for (const event of late) {
        expect((await deliver(event)).status).toBe(200);
        expect(await isKept(event.id)).toBe(1);
      }
      expect(await person.finances()).toMatchObject({ status: "not-connected", total: 1 });
      server.stripe.refused.length = 0;
    });
  });

  test("the status follows what Stripe says of the account", async () => {
    const dora = await server.producer("dora");
    const id = await connected("dora", dora);
    const requirements = { currently_due: ["external_account"], past_due: ["external_account"], eventually_due: [] };
    server.stripe.change(id, { details_submitted: true, requirements });
    expect(await dora.finances()).toMatchObject({ status: "onboarding", requirementsDue: 1 });
    server.stripe.change(id, { requirements: { currently_due: [], past_due: [], eventually_due: [] } });
    expect(await dora.finances()).toMatchObject({ status: "pending", requirementsDue: 0 });
    server.stripe.change(id, { charges_enabled: true });
    expect(await dora.finances()).toMatchObject({ status: "pending" });
    server.stripe.change(id, { payouts_enabled: true });
    expect(await dora.finances()).toMatchObject({ status: "ready" });
  });

  test("a key of scope read connects nobody", async () => {
    const key = await createApiKey(server.db, { scope: "read", producerId: "kaya" });
    const headers = { authorization: `Bearer ${key}` };
    const url = server.webhookUrl.replace("/v1/stripe/webhook", "/v1/finances");
    expect((await fetch(`${url}/connect`, { method: "POST", headers })).status).toBe(403);
    expect((await fetch(url, { headers })).status).toBe(200);
    expect((await fetch(url)).status).toBe(401);
  });

  test("without a key everything is off and says so", async () => {
    const { app } = server.variant({ secretKey: undefined });
    expect(await (await kaya.ask("GET", "/v1/finances", app)).json()).toMatchObject({ status: "off", total: 0 });
    const answers = [
      await kaya.ask("POST", "/v1/finances/connect", app),
      await app.request("/v1/stripe/webhook", { method: "POST", body: "{}" }),
    ];
    for (const answer of answers) expect(await problemOf(answer)).toMatchObject({ code: "not_configured" });
  });

  test("a demo producer gets no real account", async () => {
    const eve = await server.producer("eve");
    await server.db.$client.execute("UPDATE producers SET demo = 1 WHERE id = 'eve'");
    const { app } = server.variant({ secretKey: "sk_live_StandIn" });
    const before = server.stripe.asked.length;
    expect((await eve.ask("POST", "/v1/finances/connect", app)).status).toBe(409);
    expect(server.stripe.asked).toHaveLength(before);
    expect(await eve.connect()).toContain("https://");
  });
});

describe("when Stripe fails", () => {
  // Twice where the library tries again by itself.
  const failures = [
    [
      "limits requests",
      1,
      { does: "status-before", status: 429, body: { error: { type: "rate_limit" } } },
      /in a minute/,
    ],
    ["has a fault", 2, { does: "status-before", status: 500, body: { error: { type: "api_error" } } }, /fault/],
    ["answers in something else", 2, { does: "status-before", status: 502 }, /fault/],
    ["does not answer", 2, { does: "hold-before" }, /in time/],
    ["breaks the connection", 2, { does: "reset-before" }, /could not be reached/],
  ] as const;
  test.each(failures)("connecting says so where it %s, and works afterwards", async (_what, times, fault, sentence) => {
    const name = `f${newId("person")}`;
    const person = await server.producer(name);
    server.stripe.faults.add({ path: /account_links$/, times, ...fault });
    const { app } = server.variant({ timeoutMs: 3000 });
    const answer = await person.ask("POST", "/v1/finances/connect", app);
    expect(answer.status).toBe(502);
    const problem = await problemOf(answer);
    expect(problem.code).toBe("upstream_failed");
    expect(problem.detail).toMatch(sentence);
    expect(await person.connect()).toContain("https://");
  });

  test("a key that Stripe refuses is quoted neither in the answer nor in the log", async () => {
    const fay = await server.producer("fay");
    const secretKey = "sk_test_WithdrawnKey";
    const { app, logged } = server.variant({ secretKey });
    const answer = await fay.ask("POST", "/v1/finances/connect", app);
    const text = await answer.text();
    expect(answer.status).toBe(502);
    expect(text).toContain("STRIPE_SECRET_KEY");
    expect(server.stripe.refused.splice(0).join()).toContain(secretKey);
    for (const place of [text, logged()]) expect(place).not.toContain(secretKey);
    expect(logged()).toContain("StripeAuthenticationError");
  });

  test("finances go on showing what was known, as of when it was", async () => {
    const gus = await server.producer("gus");
    const id = await connected("gus", gus);
    await deliver(server.stripe.sell({ on: id }).event);
    const { asOf, ...known } = await gus.finances();
    const learned = Date.now();
    server.stripe.change(id, { details_submitted: true, charges_enabled: true, payouts_enabled: true });
    server.stripe.faults.add({ path: /accounts/, does: "status-before", status: 503, times: 1 });
    const without = await gus.finances();
    expect(without).toMatchObject(known);
    expect(Date.parse(without.asOf)).toBeLessThanOrEqual(learned);
    const { status, total, asOf: asked } = await gus.finances();
    expect([status, total, asked > asOf]).toEqual(["ready", 1, true]);
  });

  test("the account and its balances are waited for together, and for a part of the list not at all", async () => {
    const una = await server.producer("una");
    const id = await connected("una", una);
    await deliver(server.stripe.sell({ on: id }).event);
    const before = callsOf("GET /v1/balance").length;
    server.stripe.faults.add({ path: /accounts/, does: "hold-before" });
    const answer = una.finances();
    await expect.poll(() => callsOf("GET /v1/balance").length, { timeout: 2000 }).toBe(before + 1);
    await answer;
    const { length } = server.stripe.asked;
    for (const part of ["kind=track-sale", "cursor=9999999999999_x"]) {
      const some = await una.ask("GET", `/v1/finances?${part}`);
      expect(await some.json()).toMatchObject({ status: "onboarding", total: 1, transactions: [{}] });
    }
    expect(server.stripe.asked).toHaveLength(length);
  });

  test("balances that nothing is known of are left out, and what is shown of a ready account is as of now", async () => {
    const vera = await server.producer("vera");
    const id = await connected("vera", vera);
    const none = { currently_due: [], past_due: [], eventually_due: [] };
    server.stripe.change(id, {
      details_submitted: true,
      charges_enabled: true,
      payouts_enabled: true,
      requirements: none,
    });
    const first = await vera.finances();
    expect(first).toMatchObject({ status: "ready", hearsOfSales: true, balances: [{ available: 0 }] });
    const learned = Date.now();
    server.stripe.faults.add({ path: /balance/, does: "status-before", status: 503, times: 1 });
    const without = await vera.finances();
    expect(without).not.toHaveProperty("balances");
    expect(Date.parse(without.asOf)).toBeLessThanOrEqual(learned);
    expect(Date.parse((await vera.finances()).asOf)).toBeGreaterThanOrEqual(learned);
    const { app } = server.variant({ webhookSecret: undefined });
    expect(await (await vera.ask("GET", "/v1/finances", app)).json()).toMatchObject({ hearsOfSales: false });
  });
});

describe("a sale", () => {
  test("on a connected account becomes one transaction of its producer, and nobody else's", async () => {
    const { event } = server.stripe.sell({
      on: accountOf.kaya,
      amount: 2450,
      currency: "cad",
      metadata: { trackId: "track-kaya", producerId: "milo" },
    });
    const before = { kaya: await kaya.finances(), milo: await milo.finances() };
    const answer = await deliver(event);
    expect([answer.status, await answer.json()]).toEqual([200, { received: true }]);
    const after = await kaya.finances();
    expect(after.transactions[0]).toEqual({
      id: idOf(event),
      kind: "track-sale",
      money: { amount: 2450, currency: "cad" },
      track: { id: "track-kaya", title: "kaya's track" },
      occurredAt: new Date(event.created * 1000).toISOString(),
    });
    expect(after.total).toBe(before.kaya.total + 1);
    expect((await milo.finances()).transactions).toEqual(before.milo.transactions);
  });

  test("through the platform is the destination's, whatever the metadata say", async () => {
    const { event } = server.stripe.sell({ destination: accountOf.milo, metadata: { producerId: "kaya" } });
    await deliver(event);
    expect(await amounts(milo, [idOf(event)])).toEqual([{ amount: 1999, currency: "usd" }]);
    expect(await amounts(kaya, [idOf(event)])).toEqual([]);
  });

  test("through the platform to an account that nobody here has is not the named producer's", async () => {
    const { event } = server.stripe.sell({ destination: "acct_Stranger", metadata: { producerId: "kaya" } });
    const { total } = await kaya.finances();
    await deliver(event);
    await deliver(
      server.stripe.refund(server.stripe.sell({ destination: "acct_Stranger", metadata: { producerId: "kaya" } }), 5),
    );
    expect((await kaya.finances()).total).toBe(total);
  });

  test("of the platform without a destination is the named producer's", async () => {
    const { event } = server.stripe.sell({ metadata: { producerId: "kaya" } });
    await deliver(event);
    expect(await amounts(kaya, [idOf(event)])).toHaveLength(1);
  });

  test("does not show the title of a track on which the producer is not credited", async () => {
    const { event } = server.stripe.sell({ on: accountOf.kaya, metadata: { trackId: "track-milo" } });
    await deliver(event);
    expect((await kaya.finances()).transactions.find(({ id }) => id === idOf(event))).not.toHaveProperty("track");
  });

  test("that names nobody is nobody's, and its event is kept", async () => {
    const { event } = server.stripe.sell({});
    expect((await deliver(event)).status).toBe(200);
    expect(await isKept(event.id)).toBe(1);
    const args = [idOf(event)];
    const { rows } = await server.db.$client.execute({ sql: "SELECT * FROM transactions WHERE id = ?", args });
    expect(rows).toEqual([]);
  });

  test("counts once though its event comes again, at once and later, and as another event", async () => {
    const { event } = server.stripe.sell({ on: accountOf.kaya });
    const { total } = await kaya.finances();
    const answers = await Promise.all([deliver(event), deliver(event), deliver(event)]);
    await deliver({ ...event, id: newId("evt") });
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await kaya.finances()).total).toBe(total + 1);
  });

  test("that comes before its account is known is there once it is", async () => {
    const early = await server.producer("hana");
    server.stripe.faults.add({ path: /^\/v1\/accounts$/, does: "reset-after", times: 2 });
    await early.ask("POST", "/v1/finances/connect");
    const { id } = [...server.stripe.accounts.values()].at(-1)!;
    const { event } = server.stripe.sell({ on: id });
    await deliver(event);
    expect(await early.finances()).toMatchObject({ status: "not-connected", total: 0 });
    await early.connect();
    expect(await amounts(early, [idOf(event)])).toHaveLength(1);
  });

  test("lists the newest first and no more than were asked for", async () => {
    const ida = await server.producer("ida");
    const id = await connected("ida", ida);
    const events = [300, 100, 200].map((created) => server.stripe.sell({ on: id, amount: created }, { created }).event);
    for (const event of events) await deliver(event);
    const { transactions, total } = await (await ida.ask("GET", "/v1/finances?limit=2")).json();
    expect(transactions.map(({ money }: { money: { amount: number } }) => money.amount)).toEqual([300, 200]);
    expect(total).toBe(3);
    expect((await ida.ask("GET", "/v1/finances?limit=0")).status).toBe(422);
  });
});

describe("a refund", () => {
  test("in parts and then in full counts each part once, however often its events come", async () => {
    const sale = server.stripe.sell({ on: accountOf.kaya, amount: 2000, metadata: { trackId: "track-kaya" } });
    const refunds = await newRefunds(kaya);
    await deliver(sale.event);
    const first = server.stripe.refund(sale, 500);
    await deliver(first);
    expect(await refunds()).toEqual([-500]);
    const second = server.stripe.refund(sale, 1500);
    for (const event of [second, { ...first, id: newId("evt") }]) await deliver(event);
    const asked = server.stripe.asked.length;
    for (const event of [first, second]) await deliver(event);
    expect(server.stripe.asked, "a known event is not looked into again").toHaveLength(asked);
    expect(await refunds()).toEqual([-1500, -500]);
    expect(callsOf("GET /v1/refunds").at(-1)?.account).toBe(accountOf.kaya);
    expect((await kaya.finances()).transactions.find(({ kind }) => kind === "refund")?.track?.id).toBe("track-kaya");
  });

  test("whose events come in the wrong order, and before the sale, counts the same", async () => {
    const sale = server.stripe.sell({ destination: accountOf.milo, amount: 900 });
    const refunds = await newRefunds(milo);
    const part = server.stripe.refund(sale, 300);
    const rest = server.stripe.refund(sale, 600);
    for (const event of [rest, part, sale.event]) expect((await deliver(event)).status).toBe(200);
    expect(await refunds()).toEqual([-600, -300]);
    expect(await amounts(milo, [idOf(sale.event)])).toEqual([{ amount: 900, currency: "usd" }]);
    expect(await amounts(kaya, [idOf(sale.event)])).toEqual([]);
  });

  test.each(["failed", "canceled"] as const)("that %s before it was done does not count", async (status) => {
    const sale = server.stripe.sell({ on: accountOf.kaya, amount: 1000 });
    const refunds = await newRefunds(kaya);
    await deliver(server.stripe.refund(sale, 400, "pending"));
    await deliver(server.stripe.settle(sale, status));
    expect(await refunds()).toEqual([]);
  });

  test.each(["pending", "requires_action"] as const)("that is %s counts once it is done", async (status) => {
    const sale = server.stripe.sell({ destination: accountOf.kaya, amount: 1000, metadata: { trackId: "track-kaya" } });
    const refunds = await newRefunds(kaya);
    await deliver(server.stripe.refund(sale, 600, status));
    expect(await refunds()).toEqual([]);
    const done = server.stripe.settle(sale, "succeeded");
    for (const event of [done, { ...done, id: newId("evt") }]) await deliver(event);
    expect(await refunds()).toEqual([-600]);
    expect((await kaya.finances()).transactions.find(({ kind }) => kind === "refund")?.track?.id).toBe("track-kaya");
  });

  test("that counted and fails afterwards is taken back once, and says so", async () => {
    const sale = server.stripe.sell({ on: accountOf.kaya, amount: 1000, currency: "nzd" });
    const refunds = await newRefunds(kaya);
    await deliver(sale.event);
    const made = server.stripe.refund(sale, 400);
    await deliver(made);
    expect(await refunds()).toEqual([-400]);
    const failed = server.stripe.settle(sale, "failed");
    for (const event of [failed, { ...failed, id: newId("evt") }, { ...made, id: newId("evt") }]) await deliver(event);
    expect(await refunds()).toEqual([-400, 400]);
    const { balances, transactions } = await kaya.finances();
    expect(balances!.find(({ currency }) => currency === "nzd")).toMatchObject({ lifetime: 1000 });
    expect(transactions.find(({ money }) => money.amount === 400)).toMatchObject({ detail: "refund-failed" });
  });

  test("is among all of a charge that has more of them than one page", async () => {
    const sale = server.stripe.sell({ on: accountOf.kaya, amount: 130 });
    const refunds = await newRefunds(kaya);
    const events = Array.from({ length: 130 }, () => server.stripe.refund(sale, 1));
    await deliver(events.at(-1)!);
    expect(await refunds()).toEqual(Array.from({ length: 130 }, () => -1));
  });

  test("about which Stripe does not answer is left for Stripe to send again", async () => {
    const sale = server.stripe.sell({ on: accountOf.kaya, amount: 700 });
    const refunds = await newRefunds(kaya);
    const event = server.stripe.refund(sale, 700);
    server.stripe.faults.add({ path: /refunds/, does: "status-before", status: 503, times: 2 });
    const answer = await deliver(event);
    expect(await problemOf(answer)).toMatchObject({ status: 502, code: "upstream_failed" });
    expect(await isKept(event.id)).toBe(0);
    expect((await deliver(event)).status).toBe(200);
    expect(await refunds()).toEqual([-700]);
  });
});

describe("a disputed payment", () => {
  test("lowers what was earned, and raises it again where the dispute is won, in whatever order and number", async () => {
    const sale = server.stripe.sell({ on: accountOf.kaya, amount: 1000, currency: "sek" });
    const refunds = await newRefunds(kaya);
    const lifetime = async () =>
      (await kaya.finances()).balances!.find(({ currency }) => currency === "sek")?.lifetime ?? 0;
    const { withdrawn, reinstated } = server.stripe.dispute(sale, 800);
    for (const event of [sale.event, withdrawn, { ...withdrawn, id: newId("evt") }]) await deliver(event);
    expect(await refunds()).toEqual([-800]);
    expect(await lifetime()).toBe(200);
    for (const event of [reinstated, { ...reinstated, id: newId("evt") }]) await deliver(event);
    expect(await lifetime()).toBe(1000);
    const { transactions } = await kaya.finances();
    expect(transactions.flatMap(({ detail }) => detail ?? [])).toEqual(
      expect.arrayContaining(["dispute", "dispute-won"]),
    );
    const other = server.stripe.dispute(sale, 100);
    for (const event of [other.reinstated, other.withdrawn]) await deliver(event);
    expect(await lifetime()).toBe(1000);
  });

  test("of a destination charge is the destination's, and of a stranger's nobody's", async () => {
    const sale = server.stripe.sell({ destination: accountOf.milo, amount: 900, metadata: { trackId: "track-milo" } });
    const refunds = await newRefunds(milo);
    await deliver(server.stripe.dispute(sale, 900).withdrawn);
    expect(await refunds()).toEqual([-900]);
    const { withdrawn } = server.stripe.dispute(server.stripe.sell({}), 5);
    expect((await deliver(withdrawn)).status).toBe(200);
    expect(await isKept(withdrawn.id)).toBe(1);
  });
});

describe("what goes to a producer and on to the bank", () => {
  const ofKind = async (person: Person, kind: string) => {
    const { transactions } = await (await person.ask("GET", `/v1/finances?kind=${kind}`)).json();
    return transactions.map(({ money, detail }: { money: { amount: number }; detail?: string }) => [
      money.amount,
      ...(detail ? [detail] : []),
    ]);
  };

  test("a subscription payout counts to what was earned, and what of it is taken back does not", async () => {
    const lea = await server.producer("lea");
    const id = await connected("lea", lea);
    const { transfer, event } = server.stripe.transfer(id, 5000);
    for (const one of [event, event, { ...event, id: newId("evt") }]) await deliver(one);
    const passedOn = eventObject("transfer.created", { ...transfer, id: "tr_Sale", source_transaction: "ch_1" });
    await deliver(passedOn);
    expect(await ofKind(lea, "subscription-payout")).toEqual([[5000]]);
    const part = server.stripe.reverse(transfer, 300);
    const rest = server.stripe.reverse(transfer, 200);
    for (const one of [rest, part, { ...part, id: newId("evt") }]) await deliver(one);
    const { balances, total } = await lea.finances();
    expect(balances).toMatchObject([{ currency: "usd", lifetime: 4500 }]);
    expect(total).toBe(3);
    expect(await ofKind(lea, "subscription-payout")).toEqual(
      expect.arrayContaining([[5000], [-300, "transfer-reversed"], [-200, "transfer-reversed"]]),
    );
  });

  test("a payout is listed once and followed, and is no loss of what was earned", async () => {
    const moe = await server.producer("moe");
    const id = await connected("moe", moe);
    const payout = payoutObject({ amount: 1200, currency: "usd" });
    const tell = (type: string, more = {}) => deliver(eventObject(type, { ...payout, ...more }, { account: id }));
    await deliver(server.stripe.sell({ on: id, amount: 2000 }).event);
    await tell("payout.created");
    expect(await ofKind(moe, "payout")).toEqual([[-1200, "payout-sent"]]);
    await tell("payout.failed", { status: "failed", failure_code: "no_account" });
    await tell("payout.paid", { status: "paid" });
    expect(await ofKind(moe, "payout")).toEqual([[-1200, "payout-failed"]]);
    expect((await moe.finances()).balances).toMatchObject([{ lifetime: 2000 }]);
  });
});

describe("the webhook", () => {
  const old = () => Math.floor(Date.now() / 1000) - 301;
  test.each([
    ["made with another secret", () => ({ secret: "whsec_somebodyElse" })],
    ["older than five minutes", () => ({ timestamp: old() })],
    ["missing", () => ({ header: null })],
    ["not Stripe's kind", () => ({ header: "t=1,v0=abc" })],
    ["over another body", () => ({ body: "{}" })],
  ])("refuses a signature that is %s, and keeps nothing", async (_what, forged) => {
    const { event } = server.stripe.sell({ on: accountOf.kaya });
    const { total } = await kaya.finances();
    const answer = await deliver(event, forged());
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await problemOf(answer)).toMatchObject({ status: 400, code: "bad_signature" });
    expect((await kaya.finances()).total).toBe(total);
    expect(await isKept(event.id)).toBe(0);
  });

  test("takes a signature that is nearly five minutes old", async () => {
    const { event } = server.stripe.sell({ on: accountOf.kaya });
    expect((await deliver(event, { timestamp: old() + 60 })).status).toBe(200);
    expect(await isKept(event.id)).toBe(1);
  });

  test("names what a signed event lacks, and keeps nothing", async () => {
    const event = eventObject("payment_intent.succeeded", { id: "pi_1", currency: "usd" }, { account: accountOf.kaya });
    const problem = await problemOf(await deliver(event));
    expect(problem).toMatchObject({ status: 422, code: "invalid" });
    expect(problem.detail).toContain("amount");
    expect(await isKept(event.id)).toBe(0);
  });

  test("keeps events of other kinds as seen and does nothing about them", async () => {
    const { total } = await kaya.finances();
    const event = eventObject("capability.updated", { id: "transfers" }, { account: accountOf.kaya });
    expect((await deliver(event)).status).toBe(200);
    expect(await isKept(event.id)).toBe(1);
    expect((await kaya.finances()).total).toBe(total);
  });

  test("ignores the other mode's events, and live mode does not see test money", async () => {
    const { event } = server.stripe.sell({ on: accountOf.kaya }, { livemode: true });
    const { total } = await kaya.finances();
    expect((await deliver(event)).status).toBe(200);
    expect((await kaya.finances()).total).toBe(total);
    expect(await isKept(event.id)).toBe(0);
    const { app } = server.variant({ secretKey: "sk_live_StandIn" });
    const live = await kaya.ask("GET", "/v1/finances", app);
    expect(await live.json()).toMatchObject({ status: "not-connected", transactions: [], total: 0 });
  });

  test("an account's late event does not undo what came after it", async () => {
    const jo = await server.producer("jo");
    const id = await connected("jo", jo);
    const before = server.stripe.change(id, { details_submitted: true });
    const late = eventObject("account.updated", before, { account: id, created: 1000 });
    const none = { currently_due: [], past_due: [], eventually_due: [] };
    const ready = server.stripe.change(id, { charges_enabled: true, payouts_enabled: true, requirements: none });
    await deliver(eventObject("account.updated", ready, { account: id, created: 2000 }));
    const asked = callsOf(`GET /v1/accounts/${id}`).length;
    expect(await jo.finances()).toMatchObject({ status: "ready" });
    expect(callsOf(`GET /v1/accounts/${id}`), "a ready account is kept current by its events").toHaveLength(asked);
    await deliver(late);
    expect(await jo.finances()).toMatchObject({ status: "ready", requirementsDue: 0 });
    server.stripe.change(id, { payouts_enabled: false });
    await deliver(eventObject("account.updated", before, { account: id }));
    expect(await jo.finances()).toMatchObject({ status: "pending" });
  });

  test("an account that is no producer's here is not asked about", async () => {
    const before = server.stripe.asked.length;
    const event = eventObject("account.updated", { id: "acct_Stranger" }, { account: "acct_Stranger" });
    expect((await deliver(event)).status).toBe(200);
    expect(server.stripe.asked).toHaveLength(before);
    expect(await isKept(event.id)).toBe(1);
  });
});
