import type { Person } from "@beatpass/shared/contracts";
import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../db/client.ts";
import { account, producers, user } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";

/** All accounts, the oldest first, as an administrator sees them. */
export async function listPeople(db: Database): Promise<Person[]> {
  const rows = await db
    .select({
      id: user.id,
      email: user.email,
      admin: user.admin,
      createdAt: user.createdAt,
      producerId: producers.id,
      producerName: producers.name,
      hasPassword: sql<number>`EXISTS (SELECT 1 FROM ${account} WHERE ${account.userId} = ${user.id} AND ${account.password} IS NOT NULL)`,
    })
    .from(user)
    .leftJoin(producers, eq(producers.id, user.producerId))
    .orderBy(asc(user.createdAt));
  return rows.map(({ producerId, producerName, hasPassword, createdAt, ...row }) => ({
    ...row,
    ...(producerId !== null && producerName !== null && { producer: { id: producerId, name: producerName } }),
    hasPassword: hasPassword === 1,
    createdAt: createdAt.toISOString(),
  }));
}

/** @throws AppError not_found */
export async function emailOf(db: Database, userId: string): Promise<string> {
  const [row] = await db.select({ email: user.email }).from(user).where(eq(user.id, userId));
  if (!row) throw notFound();
  return row.email;
}
