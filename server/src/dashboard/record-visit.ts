import type { Visit } from "@beatpass/shared/contracts";
import { eq, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { user, visits } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";

/** Looking again within this time is the same visit, on whichever device: its news stays news. */
const SAME_VISIT_MS = 30 * 60_000;

/**
 * Notes that an account looks at its figures and tells since when there is news for it: since the visit before, or since
 * the account was made. @throws AppError not_found
 */
export async function recordVisit(context: WriteContext, { userId }: { userId: string }): Promise<Visit> {
  const now = context.clock.now();
  return context.write(async (tx) => {
    const [account] = await tx.select({ createdAt: user.createdAt }).from(user).where(eq(user.id, userId));
    if (!account) throw notFound();
    const first = Math.min(account.createdAt.getTime(), now);
    const [visit] = await tx
      .insert(visits)
      .values({ userId, newsSince: first, seenAt: now })
      .onConflictDoUpdate({
        target: visits.userId,
        set: {
          newsSince: sql`CASE WHEN ${visits.seenAt} < ${now - SAME_VISIT_MS} THEN ${visits.seenAt} ELSE ${visits.newsSince} END`,
          seenAt: sql`max(${visits.seenAt}, excluded.seen_at)`,
        },
      })
      .returning({ newsSince: visits.newsSince });
    return { since: new Date(visit!.newsSince).toISOString() };
  });
}
