import type { ChatPlatform, Errand } from "@beatpass/shared/contracts";
import { eq, lt, or } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { errands } from "../db/schema/index.ts";
import { randomId } from "../ids.ts";

export type NewErrand = {
  platform: ChatPlatform;
  guildId: string;
  errand: Errand;
  /** Replaces an open errand of the same subject. */
  subject?: string;
  /** For how long somebody wants it done, ms. */
  forMs: number;
};

/** Puts an errand where the platform's bot finds it. @returns its id */
export const sendErrand = (context: WriteContext, wanted: NewErrand): Promise<string> =>
  context.write((tx) => addErrand(tx, wanted));

/** As {@link sendErrand}, in the caller's transaction; clears away what nobody waits for any longer. */
export async function addErrand(tx: Tx, { subject, forMs, ...wanted }: NewErrand): Promise<string> {
  const now = Date.now();
  const id = randomId();
  const replaced = subject === undefined ? undefined : eq(errands.subject, subject);
  await tx.delete(errands).where(or(lt(errands.expiresAt, now), replaced));
  await tx.insert(errands).values({ ...wanted, id, subject: subject ?? null, expiresAt: now + forMs });
  return id;
}
