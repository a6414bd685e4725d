import { and, eq, isNotNull, lt } from "drizzle-orm";
import type { ReadContext, WriteContext } from "../context.ts";
import { memberRoles } from "../db/schema/index.ts";
import type { Writer } from "../writer/index.ts";

/** @param joinedAt when the member joined the community last, ms */
export type Rejoined = { communityId: string; platformUserId: string; joinedAt: number };

/** Whoever leaves a server loses every role there: what was given before they joined again does not hold. */
const stale = ({ communityId, platformUserId, joinedAt }: Rejoined) =>
  and(
    eq(memberRoles.communityId, communityId),
    eq(memberRoles.platformUserId, platformUserId),
    lt(memberRoles.askedAt, joinedAt),
    isNotNull(memberRoles.given),
  );

/** Asks for a member's roles anew where they were given before the member joined; written only then. */
export async function noticeRejoin(
  { db, writer }: Pick<ReadContext, "db"> & { writer: Writer },
  rejoined: Rejoined,
): Promise<void> {
  const rows = await db.select({ level: memberRoles.level }).from(memberRoles).where(stale(rejoined));
  if (rows.length > 0) await writer.run("memberRejoined", rejoined);
}

/** What `noticeRejoin` has written: the roles count as not given, so that they are asked for anew. */
export async function memberRejoined(context: WriteContext, rejoined: Rejoined): Promise<void> {
  await context.write((tx) => tx.update(memberRoles).set({ given: null }).where(stale(rejoined)));
}
