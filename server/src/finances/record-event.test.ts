import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listOwn } from "../announcements/index.ts";
import { removeDemo } from "../demo/remove-demo.ts";
import { announcedTo, community } from "../testing/communities.ts";
import { artist, createTestContext, record, rowsOf, type TestContext, track } from "../testing/index.ts";
import type { AccountState } from "./account-state.ts";
import type { NewPayout, NewTransaction, PayoutDetail } from "./new-transaction.ts";
import { recordStripeEvent } from "./record-event.ts";
import { saveStripeAccount } from "./save-account.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(() => context.close());

const account = (asOf: number, chargesEnabled: boolean, accountId = "acct_1"): AccountState => ({
  accountId,
  detailsSubmitted: true,
  chargesEnabled,
  payoutsEnabled: false,
  requirementsDue: 0,
  asOf,
});
const sale = (more: Partial<NewTransaction> = {}): NewTransaction => ({
  id: "pi_1",
  kind: "track-sale",
  amount: 100,
  currency: "usd",
  trackId: undefined,
  at: 1000,
  accountId: "acct_1",
  namedProducer: undefined,
  ...more,
});
const event = (id: string) => ({ id, type: "test", accountId: null, receivedAt: 1 });
const keep = (id: string, found: { account?: AccountState; transactions?: NewTransaction[] }) =>
  recordStripeEvent(context, { event: event(id), livemode: false, ...found });
const save = (state: AccountState, producerId = "p1") =>
  saveStripeAccount(context, { producerId, livemode: false, account: state });
const accounts = () =>
  rowsOf(context.db, "SELECT producer_id, account_id, charges_enabled, as_of FROM stripe_accounts");
const money = () => rowsOf(context.db, "SELECT id, producer_id, amount FROM transactions ORDER BY id");

describe("what Stripe said of an account", () => {
  test("is never replaced by what it said earlier", async () => {
    await save(account(2000, true));
    expect(await keep("evt_1", { account: account(1000, false) })).toBe("recorded");
    await save(account(1500, false));
    expect(await accounts()).toMatchObject([{ charges_enabled: 1, as_of: 2000 }]);
    await keep("evt_2", { account: account(3000, false) });
    expect(await accounts()).toMatchObject([{ charges_enabled: 0, as_of: 3000 }]);
  });

  test("a producer keeps the first account, though a second one was made at the same time", async () => {
    expect(await save(account(1000, true, "acct_1"))).toBe("acct_1");
    expect(await save(account(2000, false, "acct_2"))).toBe("acct_1");
    expect(await accounts()).toMatchObject([{ account_id: "acct_1", charges_enabled: 1 }]);
  });

  test("test and live accounts of a producer stand beside each other", async () => {
    await save(account(1000, true, "acct_1"));
    await saveStripeAccount(context, { producerId: "p1", livemode: true, account: account(1, false, "acct_live") });
    expect(await accounts()).toHaveLength(2);
  });
});

describe("money", () => {
  test("of an event that comes again is not added again", async () => {
    await save(account(1000, true));
    expect(await keep("evt_1", { transactions: [sale()] })).toBe("recorded");
    expect(await keep("evt_1", { transactions: [sale({ id: "pi_2" })] })).toBe("duplicate");
    expect(await keep("evt_2", { transactions: [sale({ amount: 999 })] })).toBe("recorded");
    expect(await money()).toEqual([{ id: "pi_1", producer_id: "p1", amount: 100 }]);
  });

  test("of an account that nobody has yet waits for its producer, and for nobody else", async () => {
    await keep("evt_1", { transactions: [sale(), sale({ id: "pi_2", accountId: "acct_2" })] });
    await save(account(1000, true));
    expect(await money()).toMatchObject([{ producer_id: "p1" }, { producer_id: null }]);
  });

  test("goes to the account's producer, and to one that is named only where there is no account", async () => {
    await save(account(1000, true));
    await keep("evt_1", {
      transactions: [
        sale({ namedProducer: "p2" }),
        sale({ id: "pi_2", accountId: "acct_9", namedProducer: "p2" }),
        sale({ id: "pi_3", accountId: undefined, namedProducer: "p2" }),
      ],
    });
    expect(await money()).toMatchObject([{ producer_id: "p1" }, { producer_id: null }, { producer_id: "p2" }]);
  });

  test("is told its producer in the transaction that keeps it, once, and no community", async () => {
    await record(context, artist("p1", { name: "Kaya Noir" }), artist("p2"));
    await record(context, track("t1", ["p1"], { title: "Night bus" }), track("t2", ["p2"]));
    const before = (await listOwn(context, { producerId: "p1", limit: 10 })).announcements.length;
    await community(context, "lab");
    await save(account(1000, true));
    const found = {
      transactions: [
        sale({ trackId: "t1", amount: 1000, share: 850 }),
        sale({ id: "re_1", kind: "refund", amount: -300, trackId: "t2" }),
      ],
    };
    await keep("evt_1", found);
    await keep("evt_2", found);
    const { announcements } = await listOwn(context, { producerId: "p1", limit: 10 });
    expect(announcements.slice(0, announcements.length - before).map(({ view }) => view)).toMatchObject([
      { kind: "refund", amount: 300, currency: "usd" },
      { kind: "sale", amount: 850, currency: "usd", track: { id: "t1", name: "Night bus" } },
    ]);
    // A track of somebody else's is not named.
    expect(announcements[0]!.view).not.toHaveProperty("track");
    expect(await announcedTo(context)).toEqual([]);
  });

  describe("on its way to the bank", () => {
    const payout = (detail: PayoutDetail, more: Partial<NewPayout> = {}): NewPayout => ({
      ...sale({ id: "po_1", amount: -1100 }),
      kind: "payout",
      detail,
      expectedOn: "2026-11-26",
      failure: "account-closed",
      ...more,
    });
    const sent = payout("payout-sent");
    const paid = payout("payout-paid");
    const failed = payout("payout-failed");
    const rows = () => rowsOf(context.db, "SELECT id, producer_id, amount, detail FROM transactions");
    const told = async () =>
      (await listOwn(context, { producerId: "p1", limit: 10 })).announcements
        .map(({ view }) => view)
        .filter(({ kind }) => kind.startsWith("payout"))
        .reverse();
    const come = async (...payouts: NewPayout[]) => {
      for (const [n, one] of payouts.entries()) {
        await recordStripeEvent(context, { event: event(`evt_${n}`), livemode: false, payout: one });
      }
    };
    beforeEach(async () => {
      await record(context, artist("p1", { name: "Kaya Noir" }));
      await community(context, "lab");
      await save(account(1000, true));
    });

    test.each([
      ["in order", [sent, sent, paid], "payout-paid", ["payout-sent"]],
      ["late", [paid, sent], "payout-paid", []],
      ["and sent back", [sent, paid, failed, paid, failed], "payout-failed", ["payout-sent", "payout-failed"]],
      ["with the failure first", [failed, sent, paid], "payout-failed", ["payout-failed"]],
      ["canceled", [sent, payout("payout-canceled"), sent], "payout-canceled", ["payout-sent"]],
    ])(
      "is one transaction that goes on and never back, told as it happens: %s",
      async (_how, events, detail, kinds) => {
        await come(...events);
        expect(await rows()).toEqual([{ id: "po_1", producer_id: "p1", amount: -1100, detail }]);
        expect((await told()).map(({ kind }) => kind)).toEqual(kinds);
        expect(await announcedTo(context), "nobody else is told").toEqual([]);
      },
    );

    test("is told with when it is expected, and why it failed", async () => {
      await come(sent, failed);
      expect(await told()).toMatchObject([
        { kind: "payout-sent", amount: 1100, currency: "usd", expectedOn: "2026-11-26" },
        { kind: "payout-failed", amount: 1100, currency: "usd", reason: "account-closed" },
      ]);
    });

    test("is not told where the bank is debited for what the balance lacks", async () => {
      await come(payout("payout-sent", { amount: 300 }), payout("payout-failed", { amount: 300 }));
      expect(await told()).toEqual([]);
      expect(await rows()).toMatchObject([{ amount: 300 }]);
    });
  });

  test("of the demo goes with the demo, and no other does", async () => {
    await context.db.$client.execute(
      "INSERT INTO producers (id, name, demo) VALUES ('p1', 'Demo', 1), ('p2', 'Kaya', 0)",
    );
    await save(account(1000, true));
    await keep("evt_1", { transactions: [sale(), sale({ id: "pi_2", accountId: undefined, namedProducer: "p2" })] });
    expect(await removeDemo(context)).toBe(1);
    expect(await money()).toMatchObject([{ id: "pi_2" }]);
    expect(await accounts()).toEqual([]);
  });
});
