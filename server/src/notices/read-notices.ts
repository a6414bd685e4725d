import type { AnnouncementView, ChatPlatform, ListedDelivery, NoticeKind, Notices } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import type { Reader } from "../db/client.ts";

const SHOWN = 200;
/** What was given up is told for so long. */
const UNSENT_SHOWN_MS = 30 * MS_PER_DAY;

type NoticeRow = {
  id: string;
  kind: NoticeKind;
  platform: ChatPlatform;
  community_id: string | null;
  name: string | null;
  channel_id: string | null;
  detail: string | null;
  deliveries: number;
  since: number;
  last_at: number;
};
type ListedRow = {
  id: string;
  platform: ChatPlatform;
  community_id: string;
  name: string | null;
  channel_id: string;
  person_scope: string | null;
  view: string;
  done_at: number;
  detail: string | null;
};

/**
 * Where someone must act, which deliveries nobody can tell the fate of, and which were given up; the newest first.
 * @param communityId those of one community alone
 */
export async function readNotices({ db }: Pick<ReadContext, "db">, communityId?: string): Promise<Notices> {
  const [rows, unknown, unsent] = await Promise.all([
    // A channel that its community no longer uses is nobody's trouble any more, nor are roles that it gives no more.
    db.all<NoticeRow>(sql`
      SELECT n.*, c.name FROM notices n LEFT JOIN communities c ON c.id = n.community_id
      WHERE n.resolved_at IS NULL AND ${ofCommunity(sql`n.community_id`, communityId)}
        AND (n.kind <> 'roles-missing' OR c.level_roles IS NOT NULL)
        AND (n.channel_id IS NULL OR n.channel_id = c.channel_id
          OR n.channel_id IN (SELECT value FROM json_each(c.topic_channels)))
      ORDER BY n.last_at DESC, n.id`),
    readListed(db, sql`d.status = 'unknown'`, communityId),
    readListed(
      db,
      sql`d.status = 'rejected' AND d.edits IS NULL AND d.done_at > ${Date.now() - UNSENT_SHOWN_MS}`,
      communityId,
    ),
  ]);
  return { notices: rows.map(asNotice), unknown: unknown.map(asListed), unsent: unsent.map(asListed) };
}

const readListed = (db: Reader, which: SQL, communityId: string | undefined): Promise<ListedRow[]> =>
  db.all(sql`
    SELECT d.id, d.platform, d.community_id, c.name, d.channel_id, d.person_scope, coalesce(d.view, a.view) AS view,
      d.done_at, d.detail
    FROM deliveries d JOIN announcements a ON a.id = d.announcement_id LEFT JOIN communities c ON c.id = d.community_id
    WHERE d.platform IN ('discord', 'slack') AND ${which} AND NOT coalesce(c.demo, 0) AND ${ofCommunity(sql`d.community_id`, communityId)}
    ORDER BY d.seq DESC LIMIT ${SHOWN}`);

const ofCommunity = (column: SQL, communityId: string | undefined): SQL =>
  communityId === undefined ? sql`true` : sql`${column} = ${communityId}`;

const asNotice = ({ id, kind, platform, deliveries, detail, ...row }: NoticeRow): Notices["notices"][number] => ({
  id,
  kind,
  platform,
  ...(row.community_id !== null && { community: { id: row.community_id, name: row.name ?? "" } }),
  ...(row.channel_id !== null && { channelId: row.channel_id }),
  ...(detail !== null && { detail }),
  deliveries,
  since: new Date(row.since).toISOString(),
  lastAt: new Date(row.last_at).toISOString(),
});

function asListed(row: ListedRow): ListedDelivery {
  const view = JSON.parse(row.view) as AnnouncementView;
  const isPublic = row.person_scope === null;
  return {
    deliveryId: row.id,
    platform: row.platform,
    kind: view.kind,
    ...(isPublic && { community: { id: row.community_id, name: row.name ?? "" }, channelId: row.channel_id }),
    // What is told to a producer alone is theirs.
    ...(isPublic && "producer" in view && { producer: view.producer }),
    at: new Date(row.done_at).toISOString(),
    ...(row.detail !== null && { detail: row.detail }),
  };
}
