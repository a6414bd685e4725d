import { eq } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { linkTries } from "../db/schema/index.ts";

const WINDOW_MS = 10 * 60_000;

/** When somebody who tried too often within ten minutes may try again; undefined for whoever may now. @param now machine time */
export async function blockedUntil(tx: Tx, who: string, most: number, now: number): Promise<number | undefined> {
  const [row] = await tx.select().from(linkTries).where(eq(linkTries.who, who));
  if (!row || row.since + WINDOW_MS <= now || row.tries < most) return undefined;
  return row.since + WINDOW_MS;
}

/** Counts a try; the window begins with the first. */
export async function countTry(tx: Tx, who: string, now: number): Promise<void> {
  const [row] = await tx.select().from(linkTries).where(eq(linkTries.who, who));
  const isOpen = row !== undefined && row.since + WINDOW_MS > now;
  const next = { who, tries: isOpen ? row.tries + 1 : 1, since: isOpen ? row.since : now };
  await tx.insert(linkTries).values(next).onConflictDoUpdate({ target: linkTries.who, set: next });
}
