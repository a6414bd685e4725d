import type { AnnouncementView } from "@beatpass/shared/contracts";
import { levelTitle, MAX_LEVEL } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import type { ProducerAnnouncement } from "./announce.ts";
import { foldedLine } from "./folded-view.ts";

/** For so long a message is changed rather than followed by another about the same. */
export const CHANGED_FOR_MS = 600_000;

/** A delivery that changes the message of another one. */
export type Change = { edits: string; view?: AnnouncementView; foldedInto?: string };

type Where = { communityId: string; channelId: string };
type Earlier = { id: string; view: string };

/**
 * The message of the last minutes that a new fact changes, and what it is to say: a level that rose on, or a folded
 * message that has one line more. Undefined where the fact is news of its own.
 */
export async function changeOf(
  tx: Tx,
  where: Where,
  view: ProducerAnnouncement,
  now: number,
): Promise<Change | undefined> {
  const earlier = await lastAbout(tx, where, view.producer.id, now);
  const merged = earlier && mergeLevels(JSON.parse(earlier.view) as AnnouncementView, view);
  if (earlier && merged) return { edits: earlier.id, view: merged };
  return growFolded(tx, where, view, now);
}

/** What a producer's last message of these minutes says by now; the id is that of the delivery that posted it. */
async function lastAbout(tx: Tx, where: Where, producerId: string, now: number): Promise<Earlier | undefined> {
  const [row] = await tx.all<Earlier>(sql`
    SELECT first.id, coalesce(d.view, a.view) AS view
    FROM deliveries d JOIN announcements a ON a.id = d.announcement_id
      JOIN deliveries first ON first.id = coalesce(d.edits, d.id)
    WHERE d.channel_id = ${where.channelId} AND d.created_at > ${now - CHANGED_FOR_MS}
      AND d.community_id = ${where.communityId} AND a.producer_id = ${producerId} AND d.folded_into IS NULL
      AND d.status IN ('waiting', 'leased', 'delivered') AND first.status IN ('waiting', 'leased', 'delivered')
      AND first.created_at > ${now - CHANGED_FOR_MS} AND a.kind IN ('level-up', 'achievement-unlock')
    ORDER BY d.seq DESC LIMIT 1`);
  return row;
}

/** The last level there is, and a new title that another cause brought after an unlock, are messages of their own. */
function mergeLevels(earlier: AnnouncementView, view: ProducerAnnouncement): AnnouncementView | undefined {
  if (view.kind === "level-up" && view.level < MAX_LEVEL) {
    if (earlier.kind === "level-up")
      return { ...view, fromLevel: earlier.fromLevel, newTitle: earlier.newTitle || view.newTitle };
    if (earlier.kind === "achievement-unlock" && earlier.nowLevel !== undefined && !view.newTitle)
      return { ...earlier, nowLevel: view.level };
  }
  if (view.kind !== "achievement-unlock" || earlier.kind !== "level-up") return undefined;
  const [achievement, ...others] = view.achievements;
  const { nowLevel } = view;
  if (!achievement || others.length > 0 || nowLevel === undefined || nowLevel >= MAX_LEVEL) return undefined;
  const title = levelTitle(nowLevel);
  return {
    ...earlier,
    occurredAt: view.occurredAt,
    level: nowLevel,
    title,
    newTitle: earlier.newTitle || title !== earlier.title,
    cause: { reason: "achievement", achievement: { slug: achievement.slug, name: achievement.name } },
  };
}

/** A folded message of these minutes takes what goes on of the same; its words are put together when it is sent. */
async function growFolded(tx: Tx, where: Where, view: ProducerAnnouncement, now: number): Promise<Change | undefined> {
  const [line] = foldedLine(view);
  const [folded] = await tx.all<Earlier>(sql`
    SELECT d.id, a.view FROM deliveries d JOIN announcements a ON a.id = d.announcement_id
    WHERE d.channel_id = ${where.channelId} AND d.created_at > ${now - CHANGED_FOR_MS}
      AND d.community_id = ${where.communityId} AND a.kind = 'folded' AND d.status IN ('waiting', 'leased', 'delivered')
    ORDER BY d.seq DESC LIMIT 1`);
  const said = folded && (JSON.parse(folded.view) as AnnouncementView);
  if (!folded || !line || said?.kind !== "folded" || !said.lines.some(({ about }) => about === line.about))
    return undefined;
  return { edits: folded.id, foldedInto: folded.id };
}
