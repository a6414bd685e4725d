import { expect, test } from "vitest";
import { accountStatus } from "./account-state.ts";

const account = (submitted: boolean, charges: boolean, payouts: boolean, due: number) => ({
  detailsSubmitted: submitted,
  chargesEnabled: charges,
  payoutsEnabled: payouts,
  requirementsDue: due,
});

test.each([
  ["nothing was filled in", account(false, false, false, 0), "onboarding"],
  ["something is still asked of the producer", account(true, true, false, 2), "onboarding"],
  ["Stripe is checking", account(true, false, false, 0), "pending"],
  ["charges are enabled but payouts are not", account(true, true, false, 0), "pending"],
  ["payouts are enabled but charges are not", account(true, false, true, 0), "pending"],
  ["both are enabled", account(true, true, true, 0), "ready"],
  ["both are enabled and Stripe will ask for more", account(true, true, true, 1), "ready"],
])("where %s the account is as it should be called", (_what, state, status) => {
  expect(accountStatus(state)).toBe(status);
});
