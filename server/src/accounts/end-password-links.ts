import { and, eq, like } from "drizzle-orm";
import type { Database } from "../db/client.ts";
import { verification } from "../db/schema/index.ts";

/** From now on no link that was given out sets this person's password. */
export async function endPasswordLinks(db: Database, userId: string): Promise<void> {
  await db
    .delete(verification)
    .where(and(eq(verification.value, userId), like(verification.identifier, "reset-password:%")));
}
