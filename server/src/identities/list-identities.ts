import type { ChatPlatform, Identities } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";

/** Who on Discord and Slack is linked to a producer, the newest first. */
export async function listIdentities(db: Reader, producerId: string): Promise<Identities> {
  const rows = await db.all<{
    platform: ChatPlatform;
    platform_user_id: string;
    display_name: string;
    workspace: string | null;
    linked_at: number;
    unreachable_since: number | null;
  }>(sql`
    SELECT i.platform, i.platform_user_id, i.display_name, c.name AS workspace, i.linked_at,
      i.unreachable_since
    FROM identities i
    LEFT JOIN communities c ON c.platform = 'slack' AND i.platform = 'slack' AND c.guild_id = i.scope
    WHERE i.producer_id = ${producerId} ORDER BY i.linked_at DESC, i.platform_user_id`);
  return {
    identities: rows.map(({ platform, platform_user_id, display_name, workspace, linked_at, unreachable_since }) => ({
      platform,
      id: platform_user_id,
      name: display_name,
      ...(workspace !== null && { workspace }),
      linkedAt: new Date(linked_at).toISOString(),
      ...(unreachable_since !== null && { unreachableSince: new Date(unreachable_since).toISOString() }),
    })),
  };
}
