import type { AnnouncementView, ChatPlatform, NoticeKind, Notices } from "@beatpass/shared/contracts";
import { type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";

const UNKNOWN_SHOWN = 200;

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
type UnknownRow = {
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
 * Where someone must act, and which deliveries nobody can tell the fate of; the newest first.
 * @param communityId those of one community alone
 */
export async function readNotices({ db }: Pick<ReadContext, "db">, communityId?: string): Promise<Notices> {
  const [rows, unknown] = await Promise.all([
    // A channel that its community no longer uses is nobody's trouble any more, nor are roles that it gives no more.
    db.all<NoticeRow>(sql`
      SELECT n.*, c.name FROM notices n LEFT JOIN communities c ON c.id = n.community_id
      WHERE n.resolved_at IS NULL AND ${ofCommunity(sql`n.community_id`, communityId)}
        AND (n.kind <> 'roles-missing' OR c.level_roles IS NOT NULL)
        AND (n.channel_id IS NULL OR n.channel_id = c.channel_id
          OR n.channel_id IN (SELECT value FROM json_each(c.topic_channels)))
      ORDER BY n.last_at DESC, n.id`),
    db.all<UnknownRow>(sql`
      SELECT d.id, d.platform, d.community_id, c.name, d.channel_id, d.person_scope, coalesce(d.view, a.view) AS view,
        d.done_at, d.detail
      FROM deliveries d JOIN announcements a ON a.id = d.announcement_id LEFT JOIN communities c ON c.id = d.community_id
      WHERE d.platform IN ('discord', 'slack') AND d.status = 'unknown' AND ${ofCommunity(sql`d.community_id`, communityId)}
      ORDER BY d.seq DESC LIMIT ${UNKNOWN_SHOWN}`),
  ]);
  return { notices: rows.map(asNotice), unknown: unknown.map(asUnknown) };
}

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

function asUnknown(row: UnknownRow): Notices["unknown"][number] {
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
