import { and, eq, isNull, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { stripeAccounts, transactions } from "../db/schema/index.ts";
import type { AccountState } from "./account-state.ts";

export type AccountToSave = { producerId: string; livemode: boolean; account: AccountState };

/**
 * Keeps a producer's Stripe account as described; a description older than the one that is kept changes nothing,
 * nor does another account. Money that arrived before the account was known becomes the producer's.
 * @returns the id of the account that the producer has
 */
export async function saveStripeAccount(
  context: WriteContext,
  { producerId, livemode, account }: AccountToSave,
): Promise<string> {
  return context.write(async (tx) => {
    await tx
      .insert(stripeAccounts)
      .values({ producerId, livemode, ...account })
      .onConflictDoUpdate({
        target: [stripeAccounts.producerId, stripeAccounts.livemode],
        set: account,
        setWhere: sql`${stripeAccounts.accountId} = excluded.account_id AND ${stripeAccounts.asOf} <= excluded.as_of`,
      });
    const [kept] = await tx
      .select({ accountId: stripeAccounts.accountId })
      .from(stripeAccounts)
      .where(and(eq(stripeAccounts.producerId, producerId), eq(stripeAccounts.livemode, livemode)));
    const { accountId } = kept!;
    await tx
      .update(transactions)
      .set({ producerId })
      .where(and(eq(transactions.accountId, accountId), isNull(transactions.producerId)));
    return accountId;
  });
}
