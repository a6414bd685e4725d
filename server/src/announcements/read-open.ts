import type { ChatPlatform } from "@beatpass/shared/contracts";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { announcements, communities, deliveries, identities } from "../db/schema/index.ts";

export type OpenDelivery = Awaited<ReturnType<typeof readOpen>>[number];

/** The oldest open delivery of each channel and person, as far as it is not out with a bot or put off. */
export async function readOpen(
  tx: Tx,
  { platform, limit, demo }: { platform: ChatPlatform; limit: number; demo: boolean },
  now: number,
) {
  const heads = await tx.all<{ seq: number }>(sql`
    SELECT d.seq FROM deliveries d LEFT JOIN communities c ON c.id = d.community_id
    WHERE d.seq IN (SELECT min(seq) FROM deliveries WHERE platform = ${platform} AND status IN ('waiting', 'leased') GROUP BY channel_id)
      AND coalesce(c.demo, 0) = ${demo ? 1 : 0} AND d.not_before <= ${now}
      AND (d.status = 'waiting' OR d.leased_until <= ${now})
    ORDER BY d.seq LIMIT ${limit}`);
  return tx
    .select({ delivery: deliveries, announcement: announcements, community: communities, person: identities })
    .from(deliveries)
    .innerJoin(announcements, eq(announcements.id, deliveries.announcementId))
    .leftJoin(communities, eq(communities.id, deliveries.communityId))
    .leftJoin(
      identities,
      and(
        eq(identities.platform, deliveries.platform),
        eq(identities.scope, deliveries.personScope),
        eq(identities.platformUserId, deliveries.channelId),
      ),
    )
    .where(
      inArray(
        deliveries.seq,
        heads.map(({ seq }) => seq),
      ),
    )
    .orderBy(asc(deliveries.seq));
}
