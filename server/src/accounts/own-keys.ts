import type { NewKey, OwnKey } from "@beatpass/shared/contracts";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { apiKeys } from "../db/schema/index.ts";
import { AppError, notFound } from "../errors.ts";
import { addApiKey } from "./api-keys.ts";

const MOST_KEYS = 10;

/** The keys a person made and did not revoke, newest first. */
export async function listOwnKeys(db: Reader, userId: string): Promise<OwnKey[]> {
  const rows = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return rows.map(({ id, note, createdAt }) => ({ id, note: note ?? "", createdAt: createdAt.toISOString() }));
}

/** A key that reads as one's own producer. @throws AppError conflict once there are ten */
export async function createOwnKey(
  context: WriteContext,
  { userId, producerId, note }: { userId: string; producerId: string; note: string },
): Promise<NewKey> {
  return context.write(async (tx) => {
    if ((await listOwnKeys(tx, userId)).length >= MOST_KEYS)
      throw new AppError("conflict", `There are ${MOST_KEYS} keys already. Revoke one that is no longer used.`);
    return addApiKey(tx, { scope: "read", producerId, note, userId });
  });
}

/** From now on the key opens nothing. @param userId whose key it must be; anybody's where absent */
export async function revokeKey(
  context: WriteContext,
  { id, userId }: { id: string; userId?: string | undefined },
): Promise<void> {
  const owned = userId === undefined ? undefined : eq(apiKeys.userId, userId);
  const revoked = await context.write((tx) =>
    tx
      .update(apiKeys)
      .set({ revokedAt: new Date() })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt), owned))
      .returning({ id: apiKeys.id }),
  );
  if (revoked.length === 0) throw notFound();
}
