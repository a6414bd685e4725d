import type { StatsAnswer } from "@beatpass/shared/contracts";
import { standingForXp } from "@beatpass/shared/rules";
import { eq } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import { readCounts } from "../dashboard/index.ts";
import { communities, producers } from "../db/schema/index.ts";
import { bestRank } from "../leaderboards/index.ts";
import { linkedProducer, producerCalled } from "./find-producer.ts";
import { type CommunityRef, communityId } from "./save-community.ts";

export type StatsQuery = CommunityRef & { user?: string | undefined; producer?: string | undefined };

/** What `/beatpass stats` answers in a community: the named producer's figures, or those of whoever asks. */
export async function readStats({ db, clock }: ReadContext, query: StatsQuery): Promise<StatsAnswer> {
  const [community] = await db
    .select()
    .from(communities)
    .where(eq(communities.id, communityId(query)));
  const named = query.producer?.trim();
  const producerId =
    community &&
    (named ? await producerCalled(db, community, named) : await linkedProducer(db, community, query.user ?? ""));
  if (producerId === undefined) return named ? { status: "unknown", query: named } : { status: "unlinked" };
  const [producer] = await db.select().from(producers).where(eq(producers.id, producerId));
  const [{ tracks, plays, followers }, rank] = await Promise.all([
    readCounts(db, producerId),
    bestRank(db, producerId),
  ]);
  const { title, xpToNext, progress } = standingForXp(producer!.xp);
  return {
    status: "found",
    producer: { id: producerId, name: producer!.name, demo: producer!.demo },
    basis: "computed",
    level: producer!.level,
    title,
    xp: producer!.xp,
    xpToNext,
    progress,
    tracks,
    plays,
    followers,
    ...(rank && { rank: { category: rank.category, period: rank.period, rank: rank.rank, total: rank.total } }),
    asOf: new Date(clock.now()).toISOString(),
  };
}
