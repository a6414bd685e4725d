import { and, eq, inArray, lte } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { stripeAccounts, stripeEvents, transactions } from "../db/schema/index.ts";
import type { AccountState } from "./account-state.ts";
import { announceMoney, announcePayout } from "./announce-money.ts";
import type { Owner } from "./charge.ts";
import { isErasedAccount, isErasedProducer } from "./erased-owners.ts";
import { ownerOf } from "./find-account.ts";
import { forgetAccount } from "./forget-account.ts";
import type { NewPayout, NewTransaction, PayoutDetail } from "./new-transaction.ts";

export type EventToRecord = {
  event: { id: string; type: string; accountId: string | null; receivedAt: number };
  livemode: boolean;
  account?: AccountState;
  goneAccount?: string;
  transactions?: readonly NewTransaction[];
  payout?: NewPayout;
};

/** Keeps an event as seen, together with what came of it. A repeat changes nothing. */
export async function recordStripeEvent(
  context: WriteContext,
  { event, livemode, account, goneAccount, transactions = [], payout }: EventToRecord,
): Promise<"recorded" | "duplicate"> {
  return context.write(async (tx) => {
    // Only a producer's here: what is left of an erased one's is not kept again.
    const isOurs = event.accountId !== null && (await ownerOf(tx, event.accountId)) !== undefined;
    const accountId = isOurs ? event.accountId : null;
    const fresh = await tx
      .insert(stripeEvents)
      .values({ ...event, accountId })
      .onConflictDoNothing()
      .returning({ id: stripeEvents.id });
    if (fresh.length === 0) return "duplicate";
    if (account) await updateAccount(tx, account);
    if (goneAccount !== undefined) await forgetAccount(tx, goneAccount);
    for (const transaction of transactions) await addTransaction(tx, transaction, livemode, context.clock.now());
    if (payout) await followPayout(tx, payout, livemode, context.clock.now());
    return "recorded";
  });
}

/** What was asked of Stripe earlier than what is kept changes nothing. */
async function updateAccount(tx: Tx, { accountId, ...state }: AccountState): Promise<void> {
  await tx
    .update(stripeAccounts)
    .set(state)
    .where(and(eq(stripeAccounts.accountId, accountId), lte(stripeAccounts.asOf, state.asOf)));
}

/** Once by Stripe's id, and told its producer. Money of an account nobody here has yet waits for its producer. */
async function addTransaction(tx: Tx, transaction: NewTransaction, livemode: boolean, now: number): Promise<void> {
  const { partOf, undoes } = transaction;
  const whole = await ownerOfRecorded(tx, undoes ?? partOf);
  if (undoes !== undefined && !whole) return;
  const owner = whole ?? (await ownerNow(tx, transaction));
  const isNew = await insert(tx, transaction, livemode, owner);
  if (isNew && owner.producerId !== null) await announceMoney(tx, transaction, owner.producerId, now);
}

/** One transaction for all events of a payout, which come in any order: it goes on and never back. */
async function followPayout(tx: Tx, payout: NewPayout, livemode: boolean, now: number): Promise<void> {
  const owner = await ownerNow(tx, payout);
  const isNew = await insert(tx, payout, livemode, owner);
  const { detail } = payout;
  if (!isNew) {
    const before = PAYOUT_DETAILS.filter((one) => STEPS[one] < STEPS[detail]);
    const gone = await tx
      .update(transactions)
      .set({ detail })
      .where(and(eq(transactions.id, payout.id), inArray(transactions.detail, before)))
      .returning({ id: transactions.id });
    if (gone.length === 0) return;
  }
  if (owner.producerId !== null) await announcePayout(tx, payout, owner.producerId, now);
}

/** A bank may still send back what counted as paid. */
const STEPS: Record<PayoutDetail, number> = {
  "payout-sent": 0,
  "payout-paid": 1,
  "payout-failed": 2,
  "payout-canceled": 2,
};
const PAYOUT_DETAILS = Object.keys(STEPS) as PayoutDetail[];

type RecordedOwner = { accountId: string | null; producerId: string | null };

/** @returns whether it was not there yet */
async function insert(
  tx: Tx,
  { id, kind, detail, amount, currency, trackId, at }: NewTransaction,
  livemode: boolean,
  owner: RecordedOwner,
): Promise<boolean> {
  const added = await tx
    .insert(transactions)
    .values({ id, livemode, ...owner, kind, detail, amount, currency, trackId: trackId ?? null, at })
    .onConflictDoNothing()
    .returning({ id: transactions.id });
  return added.length > 0;
}

async function ownerNow(tx: Tx, { accountId, namedProducer }: Owner): Promise<RecordedOwner> {
  if (accountId !== undefined) {
    if (await isErasedAccount(tx, accountId)) return NOBODY;
    return { accountId, producerId: (await ownerOf(tx, accountId)) ?? null };
  }
  if (namedProducer === undefined || (await isErasedProducer(tx, namedProducer))) return NOBODY;
  return { accountId: null, producerId: namedProducer };
}

const NOBODY: RecordedOwner = { accountId: null, producerId: null };

async function ownerOfRecorded(tx: Tx, id: string | undefined): Promise<RecordedOwner | undefined> {
  if (id === undefined) return undefined;
  const [recorded] = await tx
    .select({ accountId: transactions.accountId, producerId: transactions.producerId })
    .from(transactions)
    .where(eq(transactions.id, id));
  return recorded;
}
