export const salesEn = {
  "notify.sale.title_unnamed": "You made a sale",
  "notify.refund.title_unnamed": "One of your sales was refunded",
  "notify.sale.button": "Open finances",
  "payout.failed.account-closed": "Your bank account is closed.",
  "payout.failed.account-blocked": "Your bank account takes no payouts at the moment.",
  "payout.failed.account-unknown": "Your bank finds no account with these details.",
  "payout.failed.branch-changed": "Your bank’s branch changed hands, so the account is no longer valid.",
  "payout.failed.holder-differs": "Your bank has other details of the account’s holder.",
  "payout.failed.currency-refused": "Your bank account does not take this currency.",
  "payout.failed.card-refused": "Your bank takes no payouts on this card.",
  "payout.failed.balance-short": "Your balance at Stripe was not enough.",
  "payout.failed.bank-refused": "Your bank did not take it.",
} as const;
