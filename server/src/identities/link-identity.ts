import type { Locale } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import { addMember, type CommunityRef, communityId, identityScope } from "../communities/index.ts";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { communities, identities, linkCodes, producers } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import { isLinkedOn, keepQuiet, quietWhereGone } from "./keep-quiet.ts";
import { leaveCommunities } from "./leave-communities.ts";
import { blockedUntil, countTry } from "./limit-tries.ts";
import { hashCode } from "./link-code.ts";
import { isPerson, type Person } from "./person.ts";

const TRIES_AT_MOST = 5;

export type LinkInput = CommunityRef & { user: string; name: string; code: string; replace: boolean; locale?: Locale };
export type LinkOutcome =
  | { is: "linked"; producerId: string; isFirst: boolean }
  | { is: "already"; producerId: string }
  | { is: "other"; producerId: string; wantedId: string }
  | { is: "wrong-code" }
  | { is: "expired-code" }
  | { is: "too-many-tries"; until: string };

/**
 * Links a platform's user to the producer whose code they typed, who belongs to the community from then on. The code is
 * used up by it. Nothing is sent to them until they say what may be; nor announced on this platform, where they are the
 * first of this producer on it: what another account of theirs agreed to holds.
 * @throws AppError not_found for a community that no bot has reported
 */
export async function linkIdentity(context: WriteContext, input: LinkInput): Promise<LinkOutcome> {
  const { platform, guildId, user, name, code, replace, locale = "en" } = input;
  const now = Date.now();
  const person: Person = { platform, scope: identityScope({ platform, guildId }), platformUserId: user };
  const community = communityId({ platform, guildId });
  return context.write(async (tx) => {
    const [known] = await tx
      .select({ id: communities.id, demo: communities.demo })
      .from(communities)
      .where(eq(communities.id, community));
    if (!known) throw notFound();
    const who = `${platform} ${person.scope} ${user}`;
    const until = await blockedUntil(tx, who, TRIES_AT_MOST, now);
    if (until !== undefined) return { is: "too-many-tries", until: new Date(until).toISOString() };
    const [found] = await tx
      .select()
      .from(linkCodes)
      .where(eq(linkCodes.hash, hashCode(code)));
    const isOurs = found && (await isDemo(tx, found.producerId)) === known.demo;
    if (!found || !isOurs) {
      await countTry(tx, who, now);
      return { is: "wrong-code" };
    }
    if (found.expiresAt <= now) return { is: "expired-code" };
    const [before] = await tx.select().from(identities).where(isPerson(person));
    if (before && before.producerId !== found.producerId && !replace)
      return { is: "other", producerId: before.producerId, wantedId: found.producerId };
    await tx.delete(linkCodes).where(eq(linkCodes.producerId, found.producerId));
    const linkedAt = context.clock.now();
    const member = { communityId: community, platformUserId: user, producerId: found.producerId };
    if (before?.producerId === found.producerId) {
      await addMember(tx, member, linkedAt);
      return { is: "already", producerId: found.producerId };
    }
    if (before) await leaveCommunities(tx, person);
    const isFirst = !(await isLinkedOn(tx, found.producerId, platform));
    const row = { ...person, producerId: found.producerId, displayName: name, linkedAt, locale, hasChosen: false };
    await tx
      .insert(identities)
      .values(row)
      .onConflictDoUpdate({ target: [identities.platform, identities.scope, identities.platformUserId], set: row });
    await addMember(tx, member, linkedAt);
    if (before) await quietWhereGone(tx, before.producerId, platform);
    if (isFirst) await keepQuiet(tx, found.producerId, platform);
    return { is: "linked", producerId: found.producerId, isFirst };
  });
}

async function isDemo(tx: Tx, producerId: string): Promise<boolean> {
  const [row] = await tx.select({ demo: producers.demo }).from(producers).where(eq(producers.id, producerId));
  return row?.demo ?? false;
}
