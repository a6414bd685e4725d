import { expect, test } from "vitest";
import { createStripe, requireStripe } from "./connection.ts";

const settings = (secretKey: string | undefined, webhookSecret?: string) => ({
  secretKey,
  webhookSecret,
  apiUrl: undefined,
});

test.each([
  ["sk_live_abc", true],
  ["rk_live_abc", true],
  ["sk_org_live_abc", true],
  ["sk_test_abc", false],
  ["rk_test_abc", false],
])("the key %s tells the mode", (key, livemode) => {
  expect(createStripe(settings(key)).livemode).toBe(livemode);
});

test("several webhook secrets are told apart by commas, blanks aside", () => {
  expect(createStripe(settings("sk_test_a", "whsec_a, whsec_b,")).webhookSecrets).toEqual(["whsec_a", "whsec_b"]);
  expect(createStripe(settings("sk_test_a")).webhookSecrets).toEqual([]);
});

test("without a key there is nothing to call", () => {
  expect(() => requireStripe(createStripe(settings(undefined)))).toThrow(
    expect.objectContaining({ code: "not_configured" }),
  );
});
