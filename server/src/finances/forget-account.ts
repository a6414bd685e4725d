import { eq } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { stripeAccounts, stripeEvents } from "../db/schema/index.ts";

/** An account that is gone at Stripe is nobody's here: its producer can connect anew. What it earned stays theirs. */
export async function forgetStripeAccount(context: WriteContext, { accountId }: { accountId: string }): Promise<void> {
  await context.write((tx) => forgetAccount(tx, accountId));
}

export async function forgetAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.delete(stripeAccounts).where(eq(stripeAccounts.accountId, accountId));
  await tx.update(stripeEvents).set({ accountId: null }).where(eq(stripeEvents.accountId, accountId));
}
