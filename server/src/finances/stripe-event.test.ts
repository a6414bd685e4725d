import { describe, expect, test } from "vitest";
import { AppError } from "../errors.ts";
import { readEnvelope, type StripeEvent, subjectOf } from "./stripe-event.ts";

const event = (type: string, object: unknown, account?: string): StripeEvent => ({
  id: "evt_1",
  type,
  created: 1_700_000_000,
  livemode: false,
  ...(account !== undefined && { account }),
  data: { object },
});
const payment = (more: object = {}) => ({
  id: "pi_1",
  amount: 2500,
  amount_received: 2500,
  currency: "jpy",
  metadata: { trackId: "t1", producerId: "p1" },
  transfer_data: null,
  ...more,
});
const sold = (more: object, account?: string) => subjectOf(event("payment_intent.succeeded", payment(more), account));

describe("whose a sale is", () => {
  test("a direct charge's metadata are not asked: the account may have written them itself", () => {
    expect(sold({}, "acct_1")).toEqual({
      kind: "sale",
      sale: {
        id: "pi_1",
        kind: "track-sale",
        amount: 2500,
        share: 2500,
        currency: "jpy",
        trackId: "t1",
        at: 1_700_000_000_000,
        accountId: "acct_1",
        namedProducer: undefined,
      },
    });
  });

  test("the producer's share is what the platform's fee leaves, or what is transferred", () => {
    expect(sold({ application_fee_amount: 400 }, "acct_1")).toMatchObject({ sale: { amount: 2500, share: 2100 } });
    const transfer_data = { destination: "acct_2", amount: 2000 };
    expect(sold({ transfer_data })).toMatchObject({ sale: { amount: 2500, share: 2000 } });
  });

  test.each([["acct_2"], [{ id: "acct_2", object: "account" }]])(
    "a destination charge's is the destination %j, expanded or not",
    (destination) => {
      const sale = { accountId: "acct_2", namedProducer: undefined };
      expect(sold({ transfer_data: { destination } })).toMatchObject({ sale });
    },
  );

  test("the platform's other charges name the producer", () => {
    expect(sold({})).toMatchObject({ sale: { accountId: undefined, namedProducer: "p1" } });
    expect(sold({ metadata: {} })).toEqual({ kind: "other" });
    expect(sold({ metadata: null })).toEqual({ kind: "other" });
  });
});

test("a sale is worth what was received, which may be less than was asked", () => {
  expect(sold({ amount_received: 2000 }, "acct_1")).toMatchObject({ sale: { amount: 2000 } });
  expect(sold({ amount_received: undefined }, "acct_1")).toMatchObject({ sale: { amount: 2500 } });
});

test("a refund is looked up on the account that was charged", () => {
  const charge = { id: "ch_1", payment_intent: "pi_1", metadata: { trackId: "t1" } };
  const destined = { ...charge, transfer_data: { destination: "acct_2" } };
  expect(subjectOf(event("charge.refunded", destined))).toEqual({
    kind: "refund",
    chargeId: "ch_1",
    chargedOn: undefined,
    at: 1_700_000_000_000,
    sold: { accountId: "acct_2", namedProducer: undefined, trackId: "t1", partOf: "pi_1" },
  });
  expect(subjectOf(event("charge.refunded", destined, "acct_1"))).toMatchObject({
    chargedOn: "acct_1",
    sold: { accountId: "acct_1" },
  });
  expect(subjectOf(event("charge.refunded", { id: "ch_1" }))).toEqual({ kind: "other" });
});

test.each(["refund.updated", "refund.failed", "charge.refund.updated"])("%s has a refund of a charge", (type) => {
  const ofCharge = (charge: unknown) => subjectOf(event(type, { id: "re_1", charge }, "acct_1"));
  const subject = { kind: "refund", chargeId: "ch_1", chargedOn: "acct_1", at: 1_700_000_000_000 };
  expect(ofCharge("ch_1")).toEqual(subject);
  expect(ofCharge({ id: "ch_1", object: "charge" })).toEqual(subject);
  expect(ofCharge(null)).toEqual({ kind: "other" });
});

test("a dispute takes its amount, and gives it back where it is won", () => {
  const dispute = { id: "du_1", charge: "ch_1", amount: 700, currency: "usd" };
  const happened = (what: string) => subjectOf(event(`charge.dispute.funds_${what}`, dispute));
  const lost = { id: "du_1", detail: "dispute", amount: -700, currency: "usd" };
  const won = { id: "du_1:won", detail: "dispute-won", amount: 700, currency: "usd" };
  expect(happened("withdrawn")).toMatchObject({ kind: "dispute", chargeId: "ch_1", dispute: lost });
  expect(happened("reinstated")).toMatchObject({ kind: "dispute", chargeId: "ch_1", dispute: won });
});

describe("a payout", () => {
  const payout = { id: "po_1", amount: 1100, currency: "usd", created: 1000, arrival_date: 1_700_006_400 };

  test.each([
    ["payout.created", {}, "payout-sent", "bank-refused"],
    ["payout.paid", {}, "payout-paid", "bank-refused"],
    ["payout.failed", { failure_code: "account_closed" }, "payout-failed", "account-closed"],
    ["payout.failed", { failure_code: "a_new_one" }, "payout-failed", "bank-refused"],
    ["payout.canceled", { failure_code: null }, "payout-canceled", "bank-refused"],
  ])("of a connected account leaves it: %s %j", (type, more, detail, failure) => {
    expect(subjectOf(event(type, { ...payout, ...more }, "acct_1"))).toEqual({
      kind: "payout",
      payout: {
        id: "po_1",
        kind: "payout",
        detail,
        amount: -1100,
        currency: "usd",
        trackId: undefined,
        at: 1_000_000,
        accountId: "acct_1",
        namedProducer: undefined,
        expectedOn: "2023-11-15",
        failure,
      },
    });
  });

  test("of the platform is no producer's", () => {
    expect(subjectOf(event("payout.created", payout))).toEqual({ kind: "other" });
  });
});

describe("a transfer of the platform", () => {
  const transfer = { id: "tr_1", amount: 900, currency: "eur", created: 1000, destination: "acct_1" };

  test("is a subscription payout of the account that it goes to", () => {
    const subject = { id: "tr_1", kind: "subscription-payout", amount: 900, accountId: "acct_1", at: 1_000_000 };
    expect(subjectOf(event("transfer.created", transfer))).toMatchObject({
      kind: "subscription-payout",
      transfer: subject,
    });
    expect(subjectOf(event("transfer.reversed", transfer))).toMatchObject({ kind: "reversal", transfer: subject });
  });

  test("that passes a charge's money on is none: the sale counts already", () => {
    for (const type of ["transfer.created", "transfer.reversed"]) {
      expect(subjectOf(event(type, { ...transfer, source_transaction: "ch_1" }))).toEqual({ kind: "other" });
    }
    expect(subjectOf(event("transfer.created", transfer, "acct_1"))).toEqual({ kind: "other" });
  });
});

test("an account that takes its access back is gone; the platform's own event of that kind is about nobody", () => {
  const application = { id: "ca_1", object: "application" };
  const taken = (account?: string) => subjectOf(event("account.application.deauthorized", application, account));
  expect(taken("acct_1")).toEqual({ kind: "account-gone", accountId: "acct_1" });
  expect(taken()).toEqual({ kind: "other" });
});

test("an event of another kind is about nothing here, whatever it holds", () => {
  expect(subjectOf(event("payout.updated", "anything"))).toEqual({ kind: "other" });
});

test.each([
  ["amount", { amount: "2500" }],
  ["amount_received", { amount_received: 12.5 }],
  ["currency", { currency: "dollars" }],
  ["transfer_data.destination", { transfer_data: { destination: 7 } }],
])("a sale whose %s is not as documented is refused by name", (path, wrong) => {
  const refusal = () => sold(wrong, "acct_1");
  expect(refusal).toThrow(AppError);
  expect(refusal).toThrow(expect.objectContaining({ code: "invalid", errors: [expect.objectContaining({ path })] }));
});

test("what is no event is refused", () => {
  for (const value of [null, [], {}, { ...event("a", {}), livemode: "no" }]) {
    expect(() => readEnvelope(value)).toThrow(expect.objectContaining({ code: "invalid" }));
  }
});
