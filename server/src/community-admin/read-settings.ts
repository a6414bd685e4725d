import type { CommunityAdmin, CommunitySettings } from "@beatpass/shared/contracts";
import { desc, eq } from "drizzle-orm";
import { type CommunityRow, readLinked } from "../communities/index.ts";
import type { ReadContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { communities, communityChanges, producers } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Manager } from "./read-manager.ts";

const CHANGES_SHOWN = 10;

/** @throws AppError not_found */
export async function findCommunity(db: Reader, id: string): Promise<CommunityRow> {
  const [row] = await db.select().from(communities).where(eq(communities.id, id));
  if (!row) throw notFound();
  return row;
}

/** A community with its settings, for whoever administers it. */
export async function readSettings({ db }: ReadContext, id: string, by: Manager): Promise<CommunityAdmin> {
  const row = await findCommunity(db, id);
  const changes = await db
    .select()
    .from(communityChanges)
    .where(eq(communityChanges.communityId, row.id))
    .orderBy(desc(communityChanges.seq))
    .limit(CHANGES_SHOWN);
  const linked = (await readLinked(db, row.id)).length;
  return {
    community: { id: row.id, platform: row.platform, name: row.name, demo: row.demo },
    members: row.members === "all" ? await countProducers(db, row.demo) : linked,
    linked,
    settings: settingsOf(row),
    by: by.by,
    changes: changes.map(({ at, name, change }) => ({
      at: new Date(at).toISOString(),
      by: name,
      fields: Object.keys(change) as (keyof CommunitySettings)[],
    })),
  };
}

/** Of the demo, or of everybody else. */
const countProducers = (db: Reader, demo: boolean): Promise<number> => db.$count(producers, eq(producers.demo, demo));

export const settingsOf = (row: CommunityRow): CommunitySettings => ({
  channelId: row.channelId,
  topicChannels: row.topicChannels,
  topics: row.topics,
  boards: row.boards,
  levelUpFrom: row.levelUpFrom,
  unlocksFrom: row.unlocksFrom,
  rankNewsMembers: row.rankNewsMembers,
  topTenRanked: row.topTenRanked,
  dailyPosts: row.dailyPosts,
  timeZone: row.timeZone,
  quietHours: row.quietHours,
  digestDay: row.digestDay,
  locale: row.locale,
  members: row.members,
  mentions: row.mentions,
  levelRoles: row.levelRoles,
});
