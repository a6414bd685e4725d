import Stripe from "stripe";
import { expect, test } from "vitest";
import { createLog } from "../log.ts";
import { askStripe } from "./ask-stripe.ts";

const { errors } = Stripe;
const SECRET = "sk_test_51SecretSecret";
const raw = { message: `about ${SECRET}`, type: "invalid_request_error" } as const;

test.each([
  [new errors.StripeAuthenticationError(raw), "STRIPE_SECRET_KEY"],
  [new errors.StripePermissionError(raw), "check the key and its account"],
  [new errors.StripeRateLimitError(raw), "no more requests"],
  [new errors.StripeConnectionError(raw), "could not be reached"],
  [new errors.StripeAPIError(raw), "has a fault"],
  [new errors.StripeInvalidRequestError({ ...raw, code: "account_invalid" }), "(account_invalid)"],
  [new errors.StripeInvalidRequestError({ ...raw, code: SECRET }), "did not take the request."],
  [new errors.StripeIdempotencyError(raw), "did not take the request."],
])("what fails at Stripe is told in our own words (%#)", async (error, words) => {
  const lines: string[] = [];
  const log = createLog("debug", { write: (line) => void lines.push(line) });
  const failure = askStripe(log, "accounts.create", () => Promise.reject(error));
  await expect(failure).rejects.toMatchObject({ code: "upstream_failed", cause: undefined });
  await expect(failure).rejects.toThrow(words);
  await expect(failure).rejects.not.toThrow(SECRET);
  expect(lines.join("")).not.toContain(SECRET);
  expect(JSON.parse(lines[0]!)).toMatchObject({ event: "stripe-call", outcome: "failed", call: "accounts.create" });
});

test.each([
  ["accounts.retrieve", "account_invalid", true],
  ["accounts.retrieve", "resource_missing", true],
  ["accountLinks.create", "resource_missing", true],
  ["refunds.list", "account_invalid", true],
  ["refunds.list", "resource_missing", false],
])("%s that fails with %s says that the account is gone: %s", async (call, code, isGone) => {
  const refuse = () => Promise.reject(new errors.StripeInvalidRequestError({ ...raw, code }));
  await expect(askStripe(createLog("silent"), call, refuse, "acct_1")).rejects.toMatchObject(
    isGone ? { name: "AccountGone", accountId: "acct_1" } : { code: "upstream_failed" },
  );
  await expect(askStripe(createLog("silent"), call, refuse)).rejects.toMatchObject({ code: "upstream_failed" });
});

test("a fault of our own stays one", async () => {
  const fault = new TypeError("ours");
  await expect(askStripe(createLog("silent"), "x", () => Promise.reject(fault))).rejects.toBe(fault);
});
