import type { PayoutFailure, TransactionDetail, TransactionKind } from "@beatpass/shared/contracts";
import type { Owner } from "./charge.ts";

export type NewTransaction = Owner & {
  id: string;
  kind: TransactionKind;
  detail?: TransactionDetail;
  /** In the currency's minor unit; negative where money left. */
  amount: number;
  /** Of a sale: what is left of it for the producer, after the platform's share and before Stripe's own fees. */
  share?: number;
  currency: string;
  trackId: string | undefined;
  at: number;
  /** What it is a part of: whose that is by now, where it is known. */
  partOf?: string | undefined;
  /** What it takes back: there is nothing to take back where that was never recorded. */
  undoes?: string;
};
/** Money on its way from a connected account to its bank, as far as the event tells. */
export type NewPayout = NewTransaction & {
  kind: "payout";
  detail: PayoutDetail;
  expectedOn: string;
  failure: PayoutFailure;
};
export type PayoutDetail = Extract<TransactionDetail, `payout-${string}`>;
