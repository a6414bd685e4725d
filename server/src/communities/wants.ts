import type { AnnouncementView } from "@beatpass/shared/contracts";
import { MAX_LEVEL, RARITIES } from "@beatpass/shared/rules";
import { and, eq, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { type communities, communityMembers, producers } from "../db/schema/index.ts";

export type CommunityRow = typeof communities.$inferSelect;

/** Rank news starts at this many members (spec §13). */
const RANK_NEWS_NEEDS_MEMBERS = 10;

/** Whether a community hears of this: its members, its thresholds, calm by default (spec §13). */
export async function wants(reader: Reader, community: CommunityRow, view: AnnouncementView): Promise<boolean> {
  switch (view.kind) {
    case "level-up": {
      const loud = view.level >= community.levelUpFrom || view.newTitle || view.level === MAX_LEVEL;
      return loud && isMember(reader, community, view.producer.id);
    }
    case "achievement-unlock": {
      const floor = RARITIES.indexOf(community.unlocksFrom);
      const loud = view.achievements.some(({ rarity }) => RARITIES.indexOf(rarity) >= floor);
      return loud && isMember(reader, community, view.producer.id);
    }
    case "new-number-one":
      return (
        (await isMember(reader, community, view.producer.id)) &&
        (await countMembers(reader, community)) >= RANK_NEWS_NEEDS_MEMBERS
      );
  }
}

async function isMember(reader: Reader, community: CommunityRow, producerId: string): Promise<boolean> {
  if (community.members === "all") return true;
  const rows = await reader
    .select({ id: communityMembers.producerId })
    .from(communityMembers)
    .where(and(eq(communityMembers.communityId, community.id), eq(communityMembers.producerId, producerId)))
    .limit(1);
  return rows.length > 0;
}

async function countMembers(reader: Reader, community: CommunityRow): Promise<number> {
  const count = sql<number>`count(*)`;
  const [row] =
    community.members === "all"
      ? await reader.select({ count }).from(producers).where(eq(producers.demo, community.demo))
      : await reader
          .select({ count: sql<number>`count(DISTINCT producer_id)` })
          .from(communityMembers)
          .where(eq(communityMembers.communityId, community.id));
  return row!.count;
}
