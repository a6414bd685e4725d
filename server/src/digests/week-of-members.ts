import type { AnnouncementView, ChatPlatform, CommunityDigestLine, Privacy } from "@beatpass/shared/contracts";
import { RARITIES } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { readPrivacy } from "../accounts/index.ts";
import { type CommunityRow, membersOf } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { bestClimb } from "./best-climb.ts";
import { firstWho } from "./first-who.ts";
import type { Week } from "./local-day.ts";

/** With fewer members who had plays a digest would be about one or two people. */
const ACTIVE_AT_LEAST = 3;

/**
 * What a community's week was, a line a fact; undefined where fewer than three members had plays. Nobody is named who
 * asked not to be.
 */
export async function weekOfMembers(
  tx: Tx,
  community: CommunityRow,
  week: Week,
): Promise<CommunityDigestLine[] | undefined> {
  const players = await playsByMember(tx, community, week);
  if (players.length < ACTIVE_AT_LEAST) return undefined;
  const agrees = agreement(tx, community.platform);
  const top = await firstWho(players, ({ id }) => agrees(id, (privacy) => privacy.onBoards));
  const [plays, climb, rarest, newcomers] = [
    await playsTogether(tx, community, week),
    await bestClimb(tx, community, week, (id) =>
      agrees(id, (one, platform) => one.onBoards && one.announced[platform].leaderboard),
    ),
    await rarestUnlock(tx, community, week, (id) => agrees(id, (one, platform) => one.announced[platform].achievement)),
    await whoSaidHello(tx, community, week),
  ];
  return [
    plays,
    ...(top ? [{ about: "top" as const, name: top.name, plays: top.plays }] : []),
    ...(climb ? [climb] : []),
    ...(rarest ? [rarest] : []),
    ...(newcomers.length > 0 ? [{ about: "new" as const, names: newcomers }] : []),
  ];
}

type Player = { id: string; name: string; plays: number };

/** Plays of each member's tracks, a track that is made together counting for each of them; most first. */
const playsByMember = (tx: Tx, community: CommunityRow, { fromDay, toDay }: Week): Promise<Player[]> =>
  tx.all<Player>(sql`
    SELECT p.id, p.name, sum(d.plays) AS plays FROM producers p
    JOIN (SELECT DISTINCT a.producer_id, ta.track_key FROM artists a JOIN track_artists ta ON ta.artist_id = a.id
      WHERE a.producer_id IN ${membersOf(community)}) own ON own.producer_id = p.id
    JOIN tracks t ON t.key = own.track_key AND t.public AND t.removed_at IS NULL
    JOIN track_days d ON d.track_key = t.key AND d.day BETWEEN ${fromDay} AND ${toDay}
    GROUP BY p.id HAVING sum(d.plays) > 0 ORDER BY plays DESC, p.id`);

/** Each track counts once, whoever made it together. */
async function playsTogether(tx: Tx, community: CommunityRow, week: Week): Promise<CommunityDigestLine> {
  const sum = async (from: number, to: number) => {
    const [row] = await tx.all<{ plays: number }>(sql`
      SELECT coalesce(sum(d.plays), 0) AS plays FROM track_days d WHERE d.day BETWEEN ${from} AND ${to} AND d.track_key IN (
        SELECT t.key FROM artists a JOIN track_artists ta ON ta.artist_id = a.id JOIN tracks t ON t.key = ta.track_key
        WHERE a.producer_id IN ${membersOf(community)} AND t.public AND t.removed_at IS NULL)`);
    return row!.plays;
  };
  const plays = await sum(week.fromDay, week.toDay);
  const before = await sum(week.fromDay - 7, week.fromDay - 1);
  return { about: "plays", plays, ...(before > 0 && { change: plays / before - 1 }) };
}

type Unlock = Extract<AnnouncementView, { kind: "achievement-unlock" }>;

async function rarestUnlock(
  tx: Tx,
  community: CommunityRow,
  { start, end }: Week,
  agrees: (producerId: string) => Promise<boolean>,
): Promise<CommunityDigestLine | undefined> {
  const rows = await tx.all<{ view: string }>(sql`
    SELECT view FROM announcements WHERE kind = 'achievement-unlock' AND occurred_at >= ${start} AND occurred_at < ${end}
      AND producer_id IN ${membersOf(community)} ORDER BY occurred_at DESC, id`);
  const unlocks = rows
    .map(({ view }) => JSON.parse(view) as Unlock)
    .flatMap(({ producer, achievements: [first] }) => (first ? [{ producer, ...first }] : []))
    .sort((a, b) => RARITIES.indexOf(b.rarity) - RARITIES.indexOf(a.rarity) || b.xp - a.xp);
  const rarest = await firstWho(unlocks, ({ producer }) => agrees(producer.id));
  if (!rarest) return undefined;
  const { producer, slug, name, rarity } = rarest;
  return { about: "rarest", name: producer.name, achievement: { slug, name }, rarity };
}

/** Who asked here for a hello in the week, and is linked still; in that order. */
async function whoSaidHello(tx: Tx, { id }: CommunityRow, { start, end }: Week): Promise<string[]> {
  const rows = await tx.all<{ name: string }>(sql`
    SELECT p.name FROM community_members m JOIN producers p ON p.id = m.producer_id
      JOIN announcements a ON a.cause = 'joined:' || m.community_id || ':' || m.producer_id
    WHERE m.community_id = ${id} AND a.occurred_at >= ${start} AND a.occurred_at < ${end}
    GROUP BY p.id ORDER BY a.occurred_at, p.id`);
  return rows.map(({ name }) => name);
}

/** Asks each producer's privacy once. */
function agreement(tx: Tx, platform: ChatPlatform) {
  const known = new Map<string, Promise<Privacy>>();
  return async (producerId: string, to: (privacy: Privacy, platform: ChatPlatform) => boolean): Promise<boolean> => {
    const privacy = known.get(producerId) ?? readPrivacy(tx, producerId);
    known.set(producerId, privacy);
    return to(await privacy, platform);
  };
}
