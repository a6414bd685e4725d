import { randomBytes } from "node:crypto";
import type { KeyScope } from "@beatpass/shared/contracts";
import { and, eq, isNull } from "drizzle-orm";
import type { Database, Reader } from "../db/client.ts";
import { apiKeys } from "../db/schema/index.ts";
import type { Principal } from "../http/principal.ts";
import { randomId, sha256 } from "../ids.ts";

const PREFIX = "bpk_";

export type NewKey = {
  scope: KeyScope;
  /** Reads as this producer. */
  producerId?: string | undefined;
  /** Event sources an ingest key may speak for; "*" is any. */
  sources?: readonly string[];
  /** May set producerId and vouched in events. */
  trusted?: boolean;
  note?: string;
  /** The person whose own key it is. */
  userId?: string | undefined;
};

/** Makes an API key and returns it: the only time that it can be seen, since its hash alone is kept. */
export async function createApiKey(db: Reader, wanted: NewKey): Promise<string> {
  return (await addApiKey(db, wanted)).key;
}

/** The same, with the id by which it is listed and revoked. */
export async function addApiKey(
  db: Reader,
  { scope, producerId, sources = ["*"], trusted = false, note, userId }: NewKey,
): Promise<{ id: string; key: string }> {
  const id = randomId();
  const key = `${PREFIX}${randomBytes(24).toString("base64url")}`;
  await db.insert(apiKeys).values({
    id,
    hash: sha256(key),
    scope,
    producerId: producerId ?? null,
    sources: [...sources],
    trusted: trusted || scope === "admin",
    note: note ?? null,
    userId: userId ?? null,
    createdAt: new Date(),
  });
  return { id, key };
}

/**
 * Whether a bearer token is one of our keys by its beginning, rather than a session's; says nothing of its being
 * valid.
 */
export const isApiKey = (token: string): boolean => token.startsWith(PREFIX);

/** Who a key stands for; nobody for one that is unknown or revoked. */
export async function readApiKey(db: Database, key: string): Promise<Principal> {
  const [row] = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.hash, sha256(key)), isNull(apiKeys.revokedAt)));
  if (!row) return { kind: "nobody" };
  return {
    kind: "key",
    keyId: row.id,
    scope: row.scope,
    producerId: row.producerId ?? undefined,
    sources: row.sources,
    trusted: row.trusted,
  };
}
