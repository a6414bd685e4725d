import { createHmac } from "node:crypto";
import type { Reader } from "../db/client.ts";
import { readPseudonymKey } from "../db/pseudonym-key.ts";

/**
 * Gives accounts their pseudonyms: the same for the same account wherever this server shows it, and nobody's name. Ids
 * are few: without the key, whoever tries them all would find whose it is.
 */
export async function readPseudonyms(db: Reader): Promise<(userId: string) => string> {
  const key = await readPseudonymKey(db);
  return (userId) => `Listener ${createHmac("sha256", key).update(userId).digest("hex").slice(0, 6).toUpperCase()}`;
}
