import type { BoardName } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { boardNews, type Category, type NewsBoard, seasonOf } from "@beatpass/shared/rules";
import { desc, lte, sql } from "drizzle-orm";
import { shownProducers } from "../accounts/index.ts";
import { announce, channelFor, type ProducerAnnouncement } from "../announcements/index.ts";
import { type CommunityRow, isKnown, readLinked } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { communities, refreshes } from "../db/schema/index.ts";
import { quietProducers } from "../progress/index.ts";
import type { BoardOf } from "./board.ts";
import { memberBoard } from "./member-board.ts";
import { readMemberHistory } from "./member-history.ts";
import { newsView } from "./news-view.ts";
import { worldBoard } from "./world-board.ts";
import { worldNewsBoards } from "./world-news-boards.ts";

type Refresh = typeof refreshes.$inferSelect;
/** Three refreshes, oldest first: news was not there at the first and held at the two after it. */
type Course = readonly [start: Refresh, first: Refresh, second: Refresh];

/** Communities that look at the same people: those of everybody together, every other by itself. */
type Scope = {
  communities: CommunityRow[];
  demo: boolean;
  /** Absent for everybody. */
  producerIds?: readonly string[];
};

/**
 * Announces what the boards of each community have to tell after a refresh (spec §13): gains that held for two
 * refreshes, among the community's members as they are now. What an import or a first refresh brought is no news, then
 * or later; neither is what happened before a community or a member was there.
 * @returns what was announced, a line each
 */
export async function announceBoardNews(tx: Tx, refreshId: number): Promise<string[]> {
  const course = await readCourse(tx, refreshId);
  if (!course) return [];
  const told: string[] = [];
  for (const scope of await readScopes(tx, course[0].id)) {
    const boards = new Set(scope.communities.flatMap(boardsOf));
    for (const name of boards) told.push(...(await announceBoard(tx, scope, name, course)));
  }
  return told;
}

/** Points are the same in every period, and are told once: of all time, which they are of. */
const boardsOf = ({ boards }: CommunityRow): BoardName[] => [
  ...new Set(boards.map((name): BoardName => (name.startsWith("points:") ? "points:all-time" : name))),
];

/** The last three refreshes, where the two that news must hold for may announce. */
async function readCourse(tx: Tx, refreshId: number): Promise<Course | undefined> {
  const last = await tx
    .select()
    .from(refreshes)
    .where(lte(refreshes.id, refreshId))
    .orderBy(desc(refreshes.id))
    .limit(3);
  const [second, first, start] = last;
  return start && first?.announces && second?.announces ? [start, first, second] : undefined;
}

async function readScopes(tx: Tx, start: number): Promise<Scope[]> {
  const listening = (await tx.select().from(communities)).filter(
    (community) =>
      channelFor(community, "climb") !== undefined &&
      community.topics.includes("leaderboard") &&
      community.boards.length > 0 &&
      isKnown(community, start),
  );
  const scopes: Scope[] = [];
  for (const demo of [false, true]) {
    const everybody = listening.filter((community) => community.members === "all" && community.demo === demo);
    const [field] = await tx.all<{ count: number }>(
      sql`SELECT count(*) AS count FROM producers WHERE demo = ${demo ? 1 : 0}`,
    );
    const enough = everybody.filter(({ rankNewsMembers }) => field!.count >= rankNewsMembers);
    if (enough.length > 0) scopes.push({ communities: enough, demo });
  }
  for (const community of listening.filter(({ members }) => members === "linked")) {
    const linked = (await readLinked(tx, community.id)).filter(([, sinceRefresh]) => isKnown({ sinceRefresh }, start));
    // Who asked not to be shown counts as a member, as the settings count them.
    if (linked.length < community.rankNewsMembers) continue;
    const producerIds = await shownProducers(
      tx,
      linked.map(([producerId]) => producerId),
    );
    scopes.push({ communities: [community], demo: community.demo, producerIds });
  }
  return scopes;
}

async function announceBoard(tx: Tx, scope: Scope, name: BoardName, course: Course): Promise<string[]> {
  const [category, given] = name.split(":") as [Category, string];
  const [, , { id: refreshId, at }] = course;
  const period = given === "season" ? seasonOf(at) : given;
  const of: BoardOf = { category, period };
  const boards = await readNewsBoards(tx, scope, of, course);
  const listeners = scope.communities.filter((community) => boardsOf(community).includes(name));
  const ranked = scope.producerIds
    ? boards[2].size
    : await worldBoard(tx, { ...of, demo: scope.demo }, refreshId).total();
  const rules = { topTenRanked: Math.min(...listeners.map(({ topTenRanked }) => topTenRanked)), ranked };
  const quiet = await quietProducers(tx, course[0].id);
  const news = boardNews(boards, { ...rules, tiers: period === "all-time" }).filter(
    ({ producerId }) => !quiet.has(producerId),
  );
  if (news.length === 0) return [];
  const board = scope.producerIds
    ? await memberBoard(tx, of, scope.producerIds, refreshId)
    : worldBoard(tx, { ...of, demo: scope.demo }, refreshId);
  const among = scope.producerIds && scope.communities[0];
  const total = await board.total();
  const told: string[] = [];
  for (const piece of news) {
    // Communities with a higher threshold for places in the top ten hear of everything else.
    const needsMany = piece.kind === "top-ten" || piece.kind === "climb";
    const only = listeners.filter(({ topTenRanked }) => !needsMany || total >= topTenRanked).map(({ id }) => id);
    const scopeId = among?.id ?? "everybody";
    const view = await newsView(tx, {
      piece,
      board,
      of,
      total,
      scope: scopeId,
      start: course[0].id,
      before: boards[0],
      at,
      demo: scope.demo,
      among,
    });
    if (view && only.length > 0 && (await tell(tx, view, causeOf(view, scopeId, at), new Set(only))))
      told.push(`${view.producer.name}: ${view.kind}, ${category} ${period}`);
  }
  return told;
}

async function tell(tx: Tx, view: ProducerAnnouncement, cause: string, only: ReadonlySet<string>): Promise<boolean> {
  return (await announce(tx, view, cause, { only })).size > 0;
}

/** At most once per producer, board, kind and week; a tier once for ever. */
function causeOf(
  view: ProducerAnnouncement & { category: Category; period: string },
  scope: string,
  at: number,
): string {
  const { producer, kind, category, period } = view;
  if (kind === "tier-reached") return `tier:${scope}:${category}:${view.tier}:${producer.id}`;
  return `${kind}:${scope}:${category}:${period}:${producer.id}:${Math.floor(at / (7 * MS_PER_DAY))}`;
}

async function readNewsBoards(
  tx: Tx,
  { producerIds, demo }: Scope,
  of: BoardOf,
  course: Course,
): Promise<readonly [NewsBoard, NewsBoard, NewsBoard]> {
  const ids = course.map(({ id }) => id) as [number, number, number];
  if (!producerIds) return worldNewsBoards(tx, { ...of, demo }, ids);
  const history = await readMemberHistory(tx, { producerIds, period: of.period, first: ids[0] });
  const at = (id: number): NewsBoard =>
    new Map(history.at(of.category, id).map(({ producerId, rank, tier }) => [producerId, { rank, tier }]));
  return [at(ids[0]), at(ids[1]), at(ids[2])];
}
