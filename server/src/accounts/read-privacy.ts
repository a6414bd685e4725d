import { DEFAULT_PRIVACY, type Privacy } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { privacy } from "../db/schema/index.ts";

/** What a producer agreed to; the defaults until they chose. */
export async function readPrivacy(db: Reader, producerId: string): Promise<Privacy> {
  const [row] = await db.select().from(privacy).where(eq(privacy.producerId, producerId));
  return row?.choices ?? DEFAULT_PRIVACY;
}
