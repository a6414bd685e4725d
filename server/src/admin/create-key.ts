import type { ApiKeyWanted, NewKey } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import { addApiKey } from "../accounts/index.ts";
import { RESERVED_SOURCES } from "../activity/index.ts";
import type { WriteContext } from "../context.ts";
import { producers } from "../db/schema/index.ts";
import { invalidField } from "../errors.ts";

/** A key of any scope, as `beatpass key create` makes it. @throws AppError invalid for a source of the server's own, or a producer nobody knows */
export async function createKey(context: WriteContext, wanted: ApiKeyWanted): Promise<NewKey> {
  const reserved = wanted.sources.find((name) => RESERVED_SOURCES.has(name));
  if (reserved) throw invalidField("sources", `No key may speak for "${reserved}": that is the server's own.`);
  return context.write(async (tx) => {
    const { producerId } = wanted;
    if (producerId !== undefined) {
      const known = await tx.select({ id: producers.id }).from(producers).where(eq(producers.id, producerId));
      if (known.length === 0) throw invalidField("producerId", `No producer "${producerId}" is known.`);
    }
    return addApiKey(tx, wanted);
  });
}
