import {
  type AnnouncementView,
  NEWS_PERIODS,
  type NewsTopic,
  type ProducerView,
  TOPIC_OF,
} from "@beatpass/shared/contracts";
import { type Category, MAX_LEVEL, RARITIES, type Rarity } from "@beatpass/shared/rules";
import { and, eq, lt } from "drizzle-orm";
import { readPrivacy } from "../accounts/index.ts";
import type { Reader } from "../db/client.ts";
import { type communities, communityMembers } from "../db/schema/index.ts";

export type CommunityRow = typeof communities.$inferSelect;
type Unlock = Extract<AnnouncementView, { kind: "achievement-unlock" }>;

/**
 * Whether a community hears of this: what its producer agreed to, the community's members, its topics and thresholds,
 * calm by default (spec §13). Whether a
 * change on a board is news among its members is decided where the board is looked at.
 * @param knownBefore a community or member that no refresh before this one saw hears nothing; its id
 */
export async function wants(
  reader: Reader,
  community: CommunityRow,
  view: ProducerView,
  knownBefore?: number,
): Promise<boolean> {
  // Its person asked for it, here.
  if (view.kind === "joined") return isMemberOf(reader, community, view.producer.id, knownBefore);
  const topic = TOPIC_OF[view.kind];
  if (!isKnown(community, knownBefore) || !topic || !community.topics.includes(topic)) return false;
  if (!isLoud(community, view) || !hearsOfBoard(community, view)) return false;
  return (
    (await isMemberOf(reader, community, view.producer.id, knownBefore)) &&
    (await agreed(reader, community, view.producer.id, topic))
  );
}

async function agreed(
  reader: Reader,
  { platform }: CommunityRow,
  producerId: string,
  topic: NewsTopic,
): Promise<boolean> {
  const { onBoards, announced } = await readPrivacy(reader, producerId);
  return announced[platform][topic] && (onBoards || topic !== "leaderboard");
}

function isLoud(community: CommunityRow, view: AnnouncementView): boolean {
  if (view.kind === "level-up") return isLoudLevel(community, view.level, view.newTitle);
  if (view.kind !== "achievement-unlock") return true;
  return view.achievements.some((achievement) => isRareEnough(community, achievement));
}

const isLoudLevel = ({ levelUpFrom }: CommunityRow, level: number, isNewTitle: boolean): boolean =>
  level >= levelUpFrom || isNewTitle || level === MAX_LEVEL;

/** Whether its board is one that the community chose; points are the same in every period. */
function hearsOfBoard({ boards }: CommunityRow, view: AnnouncementView): boolean {
  if (!("period" in view)) return true;
  const period = NEWS_PERIODS.find((one) => one === view.period) ?? "season";
  return boards.some((name) => name === `${view.category}:${period}` || isOfPoints(name, view.category));
}

const isOfPoints = (name: string, category: Category): boolean => category === "points" && name.startsWith("points:");

/**
 * What a community hears of it: of several unlocks those that are as rare as it chose (spec §13), and the level that they
 * raised where it would hear of that by itself.
 */
export async function asHeardBy<View extends AnnouncementView>(
  reader: Reader,
  community: CommunityRow,
  view: View,
): Promise<View> {
  return view.kind === "achievement-unlock" ? ((await unlockAsHeardBy(reader, community, view)) as View) : view;
}

async function unlockAsHeardBy(reader: Reader, community: CommunityRow, view: Unlock): Promise<Unlock> {
  const { nowLevel, nowTitle, ...unlock } = view;
  const achievements = unlock.achievements.filter((achievement) => isRareEnough(community, achievement));
  const hearsOfLevel =
    nowLevel !== undefined &&
    community.topics.includes("level-up") &&
    isLoudLevel(community, nowLevel, nowTitle !== undefined) &&
    (await agreed(reader, community, view.producer.id, "level-up"));
  return hearsOfLevel ? { ...view, achievements } : { ...unlock, achievements };
}

const isRareEnough = ({ unlocksFrom }: CommunityRow, { rarity }: { rarity: Rarity }): boolean =>
  RARITIES.indexOf(rarity) >= RARITIES.indexOf(unlocksFrom);

/** Whether a community, or a member, was there before a refresh, so that its first one is past; always without one. */
export const isKnown = ({ sinceRefresh }: { sinceRefresh: number }, before: number | undefined): boolean =>
  before === undefined || sinceRefresh < before;

/** Whether a producer belongs to a community, and did so before a refresh. */
export async function isMemberOf(
  reader: Reader,
  community: CommunityRow,
  producerId: string,
  knownBefore?: number,
): Promise<boolean> {
  if (community.members === "all") return true;
  const rows = await reader
    .select({ id: communityMembers.producerId })
    .from(communityMembers)
    .where(
      and(
        eq(communityMembers.communityId, community.id),
        eq(communityMembers.producerId, producerId),
        ...(knownBefore === undefined ? [] : [lt(communityMembers.sinceRefresh, knownBefore)]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
