import { sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { DEMO_EMAIL } from "./people.ts";

/** Whether any made-up people are in this database. */
export async function hasDemo({ db }: Pick<WriteContext, "db">): Promise<boolean> {
  const rows = await db.all(sql`SELECT 1 FROM producers WHERE demo LIMIT 1`);
  return rows.length > 0;
}

/** How many made-up producers there are. */
export async function countDemo({ db }: Pick<WriteContext, "db">): Promise<number> {
  const [row] = await db.all<{ count: number }>(sql`SELECT count(*) AS count FROM producers WHERE demo`);
  return row!.count;
}

/**
 * Removes the demo community and everything of it. Made-up facts are the one thing that ever leaves the ledger.
 * @returns how many made-up producers there were
 */
export async function removeDemo(context: WriteContext): Promise<number> {
  return context.write(async (tx) => {
    const [{ count } = { count: 0 }] = await tx.all<{ count: number }>(
      sql`SELECT count(*) AS count FROM producers WHERE demo`,
    );
    const source = sql`(SELECT key FROM sources WHERE name = 'demo')`;
    const producers = sql`(SELECT id FROM producers WHERE demo)`;
    const tracks = sql`(SELECT key FROM tracks WHERE demo)`;
    // What the demo's account did itself, such as claiming one of the artists, is a fact of another source.
    const ofArtists = sql`type IN ('ca.beatpass.artist.updated', 'ca.beatpass.follow', 'ca.beatpass.unfollow')`;
    const communities = sql`(SELECT id FROM communities WHERE demo)`;
    const statements = [
      sql`DELETE FROM deliveries WHERE community_id IN ${communities}`,
      sql`DELETE FROM announcements WHERE producer_id IN ${producers}`,
      sql`DELETE FROM community_members WHERE community_id IN ${communities}`,
      sql`DELETE FROM member_roles WHERE community_id IN ${communities}`,
      sql`DELETE FROM community_changes WHERE community_id IN ${communities}`,
      sql`DELETE FROM communities WHERE demo`,
      sql`DELETE FROM standings WHERE board_key IN (SELECT key FROM boards WHERE demo)`,
      sql`DELETE FROM boards WHERE demo`,
      sql`DELETE FROM past_seasons WHERE demo`,
      sql`DELETE FROM producer_places WHERE producer_id IN ${producers}`,
      sql`DELETE FROM place_fields WHERE demo`,
      sql`DELETE FROM track_days WHERE track_key IN ${tracks}`,
      sql`DELETE FROM track_day_audience WHERE track_key IN ${tracks}`,
      sql`DELETE FROM stale_tracks WHERE track_key IN ${tracks}`,
      sql`DELETE FROM downloads WHERE track_key IN ${tracks}`,
      sql`DELETE FROM follows WHERE artist_id IN (SELECT id FROM artists WHERE demo)`,
      sql`DELETE FROM albums WHERE artist_id IN (SELECT id FROM artists WHERE demo)
        OR id IN (SELECT data ->> '$.fact.fields.album.id' FROM activity WHERE source_key = ${source})`,
      sql`DELETE FROM track_artists WHERE track_key IN ${tracks}`,
      sql`DELETE FROM plays WHERE source_key = ${source} OR track_key IN ${tracks}`,
      sql`DELETE FROM activity WHERE source_key = ${source} OR CASE WHEN ${ofArtists}
        THEN subject IN (SELECT id FROM artists WHERE demo) ELSE subject IN (SELECT id FROM tracks WHERE demo) END`,
      sql`DELETE FROM awards WHERE id IN (SELECT award_id FROM award_producers WHERE producer_id IN ${producers})`,
      sql`DELETE FROM award_producers WHERE producer_id IN ${producers}`,
      sql`DELETE FROM xp_entries WHERE producer_id IN ${producers}`,
      sql`DELETE FROM achievement_holders WHERE demo`,
      sql`DELETE FROM transactions WHERE producer_id IN ${producers}`,
      sql`DELETE FROM identities WHERE producer_id IN ${producers}`,
      sql`DELETE FROM link_codes WHERE producer_id IN ${producers}`,
      sql`DELETE FROM privacy WHERE producer_id IN ${producers}`,
      sql`DELETE FROM stripe_accounts WHERE producer_id IN ${producers}`,
      sql`DELETE FROM beatpass_connections WHERE producer_id IN ${producers}`,
      sql`DELETE FROM tracks WHERE demo`,
      sql`DELETE FROM claims WHERE artist_id IN (SELECT id FROM artists WHERE demo)`,
      sql`DELETE FROM artists WHERE demo`,
      sql`DELETE FROM user WHERE email = ${DEMO_EMAIL}`,
      // Whoever was invited as a made-up producer stays, as nobody's.
      sql`UPDATE user SET producer_id = NULL WHERE producer_id IN ${producers}`,
      sql`DELETE FROM api_keys WHERE producer_id IN ${producers}`,
      sql`DELETE FROM producers WHERE demo`,
      sql`DELETE FROM sources WHERE name = 'demo'`,
      sql`DELETE FROM listeners WHERE id LIKE 'demo-l%' AND key NOT IN (SELECT listener_key FROM plays WHERE listener_key IS NOT NULL)`,
    ];
    for (const statement of statements) await tx.run(statement);
    return count;
  });
}
