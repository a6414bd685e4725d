import type { ApiKey } from "@beatpass/shared/contracts";
import { desc, eq } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { apiKeys, producers, user } from "../db/schema/index.ts";

/** Every API key there is or was, those in use first. */
export async function listKeys(db: Reader): Promise<ApiKey[]> {
  const rows = await db
    .select({ key: apiKeys, producer: producers.name, owner: user.email })
    .from(apiKeys)
    .leftJoin(producers, eq(producers.id, apiKeys.producerId))
    .leftJoin(user, eq(user.id, apiKeys.userId))
    .orderBy(apiKeys.revokedAt, desc(apiKeys.createdAt));
  return rows.map(({ key, producer, owner }) => ({
    id: key.id,
    scope: key.scope,
    ...(key.producerId !== null && { producer: { id: key.producerId, name: producer ?? key.producerId } }),
    ...(owner !== null && { owner }),
    sources: key.sources,
    trusted: key.trusted,
    ...(key.note && { note: key.note }),
    createdAt: key.createdAt.toISOString(),
    ...(key.revokedAt && { revokedAt: key.revokedAt.toISOString() }),
  }));
}
