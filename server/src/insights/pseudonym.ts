import { createHmac } from "node:crypto";
import type { Reader } from "../db/client.ts";
import { pseudonymKey } from "../db/schema/index.ts";

/**
 * Gives accounts their pseudonyms: the same for the same account wherever this server shows it, and nobody's name. Ids
 * are few: without the key, whoever tries them all would find whose it is.
 */
export async function readPseudonyms(db: Reader): Promise<(userId: string) => string> {
  const [secret] = await db.select().from(pseudonymKey);
  return (userId) =>
    `Listener ${createHmac("sha256", secret!.key).update(userId).digest("hex").slice(0, 6).toUpperCase()}`;
}
