import { and, eq, lte } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { stripeAccounts, stripeEvents, transactions } from "../db/schema/index.ts";
import type { AccountState } from "./account-state.ts";
import { announceMoney } from "./announce-money.ts";
import { ownerOf } from "./find-account.ts";
import { forgetAccount } from "./forget-account.ts";
import type { NewTransaction } from "./stripe-event.ts";

export type EventToRecord = {
  event: { id: string; type: string; accountId: string | null; receivedAt: number };
  livemode: boolean;
  account?: AccountState;
  goneAccount?: string;
  transactions?: readonly NewTransaction[];
};

/** Keeps an event as seen, together with what came of it. A repeat changes nothing. */
export async function recordStripeEvent(
  context: WriteContext,
  { event, livemode, account, goneAccount, transactions = [] }: EventToRecord,
): Promise<"recorded" | "duplicate"> {
  return context.write(async (tx) => {
    const fresh = await tx.insert(stripeEvents).values(event).onConflictDoNothing().returning({ id: stripeEvents.id });
    if (fresh.length === 0) return "duplicate";
    if (account) await updateAccount(tx, account);
    if (goneAccount !== undefined) await forgetAccount(tx, goneAccount);
    for (const transaction of transactions) await addTransaction(tx, transaction, livemode, context.clock.now());
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
  const { accountId, namedProducer, trackId, share: _, partOf, undoes, ...money } = transaction;
  const whole = await ownerOfRecorded(tx, undoes ?? partOf);
  if (undoes !== undefined && !whole) return;
  const owner = whole ?? {
    accountId: accountId ?? null,
    producerId: (accountId === undefined ? namedProducer : await ownerOf(tx, accountId)) ?? null,
  };
  const added = await tx
    .insert(transactions)
    .values({ ...money, livemode, ...owner, trackId: trackId ?? null })
    .onConflictDoNothing()
    .returning({ id: transactions.id });
  if (added.length > 0 && owner.producerId !== null) await announceMoney(tx, transaction, owner.producerId, now);
}

async function ownerOfRecorded(tx: Tx, id: string | undefined) {
  if (id === undefined) return undefined;
  const [recorded] = await tx
    .select({ accountId: transactions.accountId, producerId: transactions.producerId })
    .from(transactions)
    .where(eq(transactions.id, id));
  return recorded;
}
