import { and, eq } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { identities } from "../db/schema/index.ts";
import { quietWhereGone } from "./keep-quiet.ts";
import { leaveCommunities } from "./leave-communities.ts";
import type { Person } from "./person.ts";

export type UnlinkInput = Pick<Person, "platform" | "platformUserId"> & {
  /** Absent: in whatever workspace. */
  scope?: string;
  /** Only where they are linked to this producer. */
  producerId?: string;
};

/**
 * Undoes a link, everywhere at once. With the last one of a producer on a platform nothing more is announced there, also
 * where a community hears of everybody.
 * @returns whether there was one
 */
export async function unlinkIdentity(context: WriteContext, input: UnlinkInput): Promise<boolean> {
  const { platform, platformUserId, scope, producerId } = input;
  return context.write(async (tx) => {
    const gone = await tx
      .delete(identities)
      .where(
        and(
          eq(identities.platform, platform),
          eq(identities.platformUserId, platformUserId),
          ...(scope === undefined ? [] : [eq(identities.scope, scope)]),
          ...(producerId === undefined ? [] : [eq(identities.producerId, producerId)]),
        ),
      )
      .returning();
    for (const person of gone) {
      await leaveCommunities(tx, person);
      await quietWhereGone(tx, person.producerId, person.platform);
    }
    return gone.length > 0;
  });
}
