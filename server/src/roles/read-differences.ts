import type { LevelRoles, Locale } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";

/** A member whose roles are not what they should be: another level, other roles to give, or no longer linked. */
export type Difference = {
  communityId: string;
  guildId: string;
  locale: Locale;
  userId: string;
  /** 0 for one who is not linked here any more, or where no roles are given any more. */
  level: number;
  roles: LevelRoles | undefined;
  managed: string[];
};

type Row = {
  community_id: string;
  guild_id: string;
  locale: Locale;
  user_id: string;
  level: number;
  roles: string | null;
  managed: string | null;
};

/** What the bot was not allowed to do is tried again after this. */
const AGAIN_MS = 3_600_000;
/** What a moderator took away, or a member lost who left and came back, is given again after this, a few at a time. */
const SWEEP_MS = 24 * 3_600_000;
const SWEPT_AT_ONCE = 10;
const AT_ONCE = 200;

/** @param now machine time, ms */
export async function readDifferences(db: Reader, now: number, limit = AT_ONCE): Promise<Difference[]> {
  const rows = await db.all<Row>(sql`
    WITH wanted AS (
      SELECT c.id AS community_id, m.platform_user_id AS user_id, max(p.level) AS level, c.level_roles AS roles
      FROM communities c JOIN community_members m ON m.community_id = c.id
      JOIN identities i ON i.platform = c.platform AND i.platform_user_id = m.platform_user_id AND i.producer_id = m.producer_id
      JOIN producers p ON p.id = m.producer_id
      WHERE c.platform = 'discord' AND NOT c.demo AND c.left_at IS NULL AND c.level_roles IS NOT NULL
      GROUP BY c.id, m.platform_user_id)
    SELECT w.community_id, c.guild_id, c.locale, w.user_id, w.level, w.roles, k.managed
      FROM wanted w JOIN communities c ON c.id = w.community_id
      LEFT JOIN member_roles k ON k.community_id = w.community_id AND k.platform_user_id = w.user_id
      WHERE k.level IS NULL OR k.level <> w.level OR k.given IS NOT w.roles
        OR (k.outcome = 'not-allowed' AND k.asked_at < ${now - AGAIN_MS})
    UNION ALL
    SELECT k.community_id, c.guild_id, c.locale, k.platform_user_id, 0, NULL, k.managed
      FROM member_roles k JOIN communities c ON c.id = k.community_id AND c.left_at IS NULL
      WHERE NOT EXISTS (SELECT 1 FROM wanted w WHERE w.community_id = k.community_id AND w.user_id = k.platform_user_id)
        AND (k.level <> 0 OR (k.outcome = 'not-allowed' AND k.asked_at < ${now - AGAIN_MS}))
    UNION ALL
    SELECT * FROM (SELECT w.community_id, c.guild_id, c.locale, w.user_id, w.level, w.roles, k.managed
      FROM wanted w JOIN communities c ON c.id = w.community_id
      JOIN member_roles k ON k.community_id = w.community_id AND k.platform_user_id = w.user_id
      WHERE k.level = w.level AND k.given IS w.roles AND k.outcome <> 'not-allowed' AND k.asked_at < ${now - SWEEP_MS}
      ORDER BY k.asked_at LIMIT ${SWEPT_AT_ONCE})
    LIMIT ${limit}`);
  return rows.map((row) => ({
    communityId: row.community_id,
    guildId: row.guild_id,
    locale: row.locale,
    userId: row.user_id,
    level: row.level,
    roles: row.roles === null ? undefined : (JSON.parse(row.roles) as LevelRoles),
    managed: row.managed === null ? [] : (JSON.parse(row.managed) as string[]),
  }));
}
