import type { PairedBrowser } from "@beatpass/shared/contracts";
import { and, desc, eq, gt, isNotNull } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Database } from "../db/client.ts";
import { session } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";

/** Browsers that are paired with an account and still let in, the last seen first. */
export async function listBrowsers(
  db: Database,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<PairedBrowser[]> {
  const rows = await db
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), isNotNull(session.browser), gt(session.expiresAt, new Date())))
    .orderBy(desc(session.updatedAt), desc(session.createdAt));
  return rows.map(({ id, browser, createdAt, updatedAt }) => ({
    id,
    browser: browser!,
    pairedAt: createdAt.toISOString(),
    lastSeenAt: updatedAt.toISOString(),
    current: id === sessionId,
  }));
}

/** Lets a paired browser in no longer. @throws AppError not_found for none of one's own */
export async function revokeBrowser(
  context: WriteContext,
  { userId, id }: { userId: string; id: string },
): Promise<void> {
  const revoked = await context.write((tx) =>
    tx
      .delete(session)
      .where(and(eq(session.id, id), eq(session.userId, userId), isNotNull(session.browser)))
      .returning({ id: session.id }),
  );
  if (revoked.length === 0) throw notFound();
}
