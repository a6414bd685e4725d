import { eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "../db/client.ts";
import { erasedOwners, user } from "../db/schema/index.ts";
import { sha256 } from "../ids.ts";
import { ownerOf } from "./find-account.ts";

const hashOf = (what: "producer" | "account", id: string): string => sha256(`${what}\u0000${id}`);

/** Takes a producer out of all that is known of money. The amounts stay: they are part of what a track has earned. */
export async function eraseOwner(tx: Tx, producerId: string): Promise<void> {
  const own = await tx.all<{ id: string }>(sql`
    SELECT account_id AS id FROM stripe_accounts WHERE producer_id = ${producerId}
    UNION SELECT account_id FROM transactions WHERE producer_id = ${producerId} AND account_id IS NOT NULL`);
  const hashes = [hashOf("producer", producerId), ...own.map(({ id }) => hashOf("account", id))];
  await tx
    .insert(erasedOwners)
    .values(hashes.map((hash) => ({ hash })))
    .onConflictDoNothing();
  for (const { id } of own) {
    await tx.run(sql`UPDATE stripe_events SET account_id = NULL WHERE account_id = ${id}`);
    await tx.run(sql`UPDATE transactions SET producer_id = NULL, account_id = NULL WHERE account_id = ${id}`);
  }
  await tx.run(sql`UPDATE transactions SET producer_id = NULL WHERE producer_id = ${producerId}`);
  await tx.run(sql`DELETE FROM stripe_accounts WHERE producer_id = ${producerId}`);
}

/** Whether an account's producer was erased, and nobody has connected it since. */
export const isErasedAccount = async (db: Reader, accountId: string): Promise<boolean> =>
  (await isMarked(db, hashOf("account", accountId))) && (await ownerOf(db, accountId)) === undefined;

/** Whether a producer was erased, and nobody signs in as it again. */
export async function isErasedProducer(db: Reader, producerId: string): Promise<boolean> {
  if (!(await isMarked(db, hashOf("producer", producerId)))) return false;
  const people = await db.select({ id: user.id }).from(user).where(eq(user.producerId, producerId)).limit(1);
  return people.length === 0;
}

async function isMarked(db: Reader, hash: string): Promise<boolean> {
  const marks = await db.select().from(erasedOwners).where(eq(erasedOwners.hash, hash));
  return marks.length > 0;
}
