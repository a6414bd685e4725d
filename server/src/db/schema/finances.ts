import { TRANSACTION_DETAILS } from "@beatpass/shared/contracts";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A producer's Stripe Connect account, as Stripe last described it; test and live mode never mix. */
export const stripeAccounts = sqliteTable(
  "stripe_accounts",
  {
    producerId: text().notNull(),
    livemode: integer({ mode: "boolean" }).notNull(),
    accountId: text().notNull().unique(),
    detailsSubmitted: integer({ mode: "boolean" }).notNull().default(false),
    chargesEnabled: integer({ mode: "boolean" }).notNull().default(false),
    payoutsEnabled: integer({ mode: "boolean" }).notNull().default(false),
    requirementsDue: integer().notNull().default(0),
    /** When Stripe was asked for this, in ms of the machine's clock: answers may be stored in another order. */
    asOf: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.producerId, table.livemode] })],
);

/** Webhook events by Stripe's own id: each is worked on once. */
export const stripeEvents = sqliteTable("stripe_events", {
  id: text().primaryKey(),
  type: text().notNull(),
  /** A producer's of ours; else null. */
  accountId: text(),
  receivedAt: integer().notNull(),
});

/** Hashes of erased producers' ids and of their accounts': what Stripe still tells of their money is nobody's. */
export const erasedOwners = sqliteTable("erased_owners", { hash: text().primaryKey() });

/**
 * Append-only, save how far a payout is. Money is in the currency's minor unit, negative where it left. The id is the
 * Stripe object's, or begins with it.
 */
export const transactions = sqliteTable(
  "transactions",
  {
    id: text().primaryKey(),
    livemode: integer({ mode: "boolean" }).notNull().default(false),
    /** The connected account whose money it is. */
    accountId: text(),
    /** Null until the account is known to be a producer's. */
    producerId: text(),
    kind: text({ enum: ["track-sale", "subscription-payout", "payout", "refund"] }).notNull(),
    detail: text({ enum: TRANSACTION_DETAILS }),
    amount: integer().notNull(),
    currency: text().notNull(),
    trackId: text(),
    at: integer().notNull(),
  },
  (table) => [
    index("transactions_producer").on(table.producerId, table.at),
    index("transactions_account").on(table.accountId),
  ],
);
