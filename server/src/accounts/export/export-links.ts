import type { AccountExport, ChatPlatform } from "@beatpass/shared/contracts";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Reader } from "../../db/client.ts";
import { session, stripeAccounts } from "../../db/schema/index.ts";

/** The person's sessions that are no paired browser's, without their tokens. */
export async function exportSessions(db: Reader, userId: string): Promise<AccountExport["sessions"]> {
  const rows = await db
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), isNull(session.browser)))
    .orderBy(asc(session.createdAt));
  return rows.map(({ createdAt, updatedAt, expiresAt, userAgent }) => ({
    signedInAt: createdAt.toISOString(),
    lastSeenAt: updatedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(userAgent && { userAgent }),
  }));
}

/** A producer's accounts at Stripe, in test and in live mode. */
export async function exportStripeAccounts(db: Reader, producerId: string): Promise<AccountExport["stripeAccounts"]> {
  const rows = await db.select().from(stripeAccounts).where(eq(stripeAccounts.producerId, producerId));
  return rows.map(({ accountId, producerId: _, asOf, ...state }) => ({
    id: accountId,
    ...state,
    ...(asOf > 0 && { asOf: new Date(asOf).toISOString() }),
  }));
}

/** The communities to which a producer's person belongs. */
export async function exportCommunities(db: Reader, producerId: string): Promise<AccountExport["communities"]> {
  const rows = await db.all<{ platform: ChatPlatform; name: string; at: number }>(sql`
    SELECT c.platform, c.name, m.linked_at AS at FROM community_members m JOIN communities c ON c.id = m.community_id
    WHERE m.producer_id = ${producerId} ORDER BY m.linked_at, c.id`);
  return rows.map(({ at, ...community }) => ({ ...community, linkedAt: new Date(at).toISOString() }));
}
