import { and, eq } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { stripeAccounts } from "../db/schema/index.ts";
import type { AccountState } from "./account-state.ts";

type Account = AccountState & { producerId: string };

/** The producer's account in this mode, as it was last described. */
export async function findAccount(db: Reader, producerId: string, livemode: boolean): Promise<Account | undefined> {
  const [row] = await db
    .select()
    .from(stripeAccounts)
    .where(and(eq(stripeAccounts.producerId, producerId), eq(stripeAccounts.livemode, livemode)));
  return row;
}

/** Whose account this is. */
export async function ownerOf(db: Reader, accountId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ producerId: stripeAccounts.producerId })
    .from(stripeAccounts)
    .where(eq(stripeAccounts.accountId, accountId));
  return row?.producerId;
}
