import type { LinkCode } from "@beatpass/shared/contracts";
import type { WriteContext } from "../context.ts";
import { linkCodes } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";
import { blockedUntil, countTry } from "./limit-tries.ts";
import { CODE_MINUTES, hashCode, newCode } from "./link-code.ts";

const CODES_AT_MOST = 10;

/**
 * A code for the producer's own person to type in Discord or Slack; the one before is void.
 * @throws AppError rate_limited after ten within ten minutes
 */
export async function makeLinkCode(context: WriteContext, { producerId }: { producerId: string }): Promise<LinkCode> {
  const now = Date.now();
  const code = newCode();
  const row = { producerId, hash: hashCode(code), expiresAt: now + CODE_MINUTES * 60_000 };
  await context.write(async (tx) => {
    const who = `producer ${producerId}`;
    const until = await blockedUntil(tx, who, CODES_AT_MOST, now);
    if (until !== undefined)
      throw new AppError("rate_limited", `Too many codes. The next one from ${new Date(until).toISOString()} on.`);
    await countTry(tx, who, now);
    await tx.insert(linkCodes).values(row).onConflictDoUpdate({ target: linkCodes.producerId, set: row });
  });
  return { code, expiresAt: new Date(row.expiresAt).toISOString() };
}
