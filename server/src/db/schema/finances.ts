import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A producer's Stripe Connect account, as Stripe last described it. */
export const stripeAccounts = sqliteTable("stripe_accounts", {
  producerId: text().primaryKey(),
  accountId: text().notNull().unique(),
  detailsSubmitted: integer({ mode: "boolean" }).notNull().default(false),
  chargesEnabled: integer({ mode: "boolean" }).notNull().default(false),
  payoutsEnabled: integer({ mode: "boolean" }).notNull().default(false),
  requirementsDue: integer().notNull().default(0),
  /** `created` of the newest account event applied, in seconds: events come late and out of order. */
  asOf: integer().notNull().default(0),
});

/** Webhook events by Stripe's own id: each is worked on once. */
export const stripeEvents = sqliteTable("stripe_events", {
  id: text().primaryKey(),
  type: text().notNull(),
  accountId: text(),
  receivedAt: integer().notNull(),
});

/** Money is in the currency's minor unit. The id is the Stripe object's. */
export const transactions = sqliteTable(
  "transactions",
  {
    id: text().primaryKey(),
    producerId: text().notNull(),
    kind: text({ enum: ["track-sale", "subscription-payout", "payout", "refund"] }).notNull(),
    amount: integer().notNull(),
    currency: text().notNull(),
    trackId: text(),
    at: integer().notNull(),
  },
  (table) => [index("transactions_producer").on(table.producerId, table.at)],
);
