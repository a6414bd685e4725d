import type { PayoutFailure } from "@beatpass/shared/contracts";

/** Stripe's words for why a payout failed; new ones come up. https://docs.stripe.com/api/payouts/failures (2026-08) */
const REASONS: Record<string, PayoutFailure> = {
  account_closed: "account-closed",
  account_frozen: "account-blocked",
  bank_account_restricted: "account-blocked",
  bank_ownership_changed: "branch-changed",
  invalid_account_number: "account-unknown",
  incorrect_account_type: "account-unknown",
  no_account: "account-unknown",
  incorrect_account_holder_name: "holder-differs",
  incorrect_account_holder_address: "holder-differs",
  incorrect_account_holder_tax_id: "holder-differs",
  invalid_currency: "currency-refused",
  unsupported_card: "card-refused",
  insufficient_funds: "balance-short",
};

/** What a failure code comes to for the producer: where nothing is known of it, that the bank did not take the money. */
export const payoutFailure = (code: string | null | undefined): PayoutFailure => REASONS[code ?? ""] ?? "bank-refused";
