import { and, eq, ne, sql } from "drizzle-orm";
import type { WriteContext } from "../../context.ts";
import type { Tx } from "../../db/client.ts";
import { producers, user } from "../../db/schema/index.ts";
import { AppError, notFound } from "../../errors.ts";
import { eraseProducer } from "./erase-producer.ts";

/**
 * Deletes an account and what is personal of it everywhere, the ledger's facts included (architecture: "The four
 * ideas"). What others' figures need stays, without a name: tracks and plays, XP by a producer's id.
 * @throws AppError conflict for the only administrator, and for the demo's account
 */
export async function eraseAccount(context: WriteContext, { userId }: { userId: string }): Promise<void> {
  await context.write(async (tx) => {
    const [person] = await tx.select().from(user).where(eq(user.id, userId));
    if (!person) throw notFound();
    await requireErasable(tx, person);
    const { producerId } = person;
    if (producerId !== null && !(await isShared(tx, producerId, userId)))
      await eraseProducer(tx, context, { producerId, personName: person.name });
    await eraseOwnRows(tx, person);
  });
}

async function requireErasable(tx: Tx, person: typeof user.$inferSelect): Promise<void> {
  if (person.admin) {
    const others = await tx
      .select({ id: user.id })
      .from(user)
      .where(and(eq(user.admin, true), ne(user.id, person.id)));
    if (others.length === 0)
      throw new AppError("conflict", "You are the only administrator. Make somebody else one first.");
  }
  if (person.producerId === null) return;
  const [producer] = await tx.select().from(producers).where(eq(producers.id, person.producerId));
  if (producer?.demo) throw new AppError("conflict", "The demo’s account goes with the demo.");
}

/** Whether somebody else signs in as the same producer: its profiles are not claimed by this account alone. */
async function isShared(tx: Tx, producerId: string, userId: string): Promise<boolean> {
  const others = await tx
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.producerId, producerId), ne(user.id, userId)));
  return others.length > 0;
}

async function eraseOwnRows(tx: Tx, { id, email }: typeof user.$inferSelect): Promise<void> {
  const statements = [
    sql`DELETE FROM session WHERE user_id = ${id}`,
    sql`DELETE FROM account WHERE user_id = ${id}`,
    sql`DELETE FROM verification WHERE value = ${id} OR instr(value, ${email}) > 0`,
    sql`DELETE FROM device_code WHERE user_id = ${id}`,
    sql`DELETE FROM claims WHERE user_id = ${id}`,
    sql`DELETE FROM visits WHERE user_id = ${id}`,
    sql`DELETE FROM api_keys WHERE user_id = ${id}`,
    sql`DELETE FROM beatpass_connections WHERE user_id = ${id}`,
    sql`UPDATE community_changes SET who = 'user:erased', name = '–' WHERE who = ${`user:${id}`}`,
    sql`DELETE FROM user WHERE id = ${id}`,
  ];
  for (const statement of statements) await tx.run(statement);
}
