import type { PublicArtist } from "@beatpass/shared/contracts";
import { standingForXp } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { readPrivacy } from "../accounts/index.ts";
import type { ReadContext } from "../context.ts";

/**
 * Level and title of the producer behind an artist profile who appears on boards (spec §6: a claimed profile, a public
 * track, no administrator) and agreed to be seen there; nothing for anybody else, so that it tells nobody apart.
 */
export async function readPublicArtist({ db }: ReadContext, artistId: string): Promise<PublicArtist> {
  const [producer] = await db.all<{ id: string; xp: number; level: number }>(sql`
    SELECT p.id, p.xp, p.level FROM artists a JOIN producers p ON p.id = a.producer_id
    WHERE a.id = ${artistId}
      AND NOT EXISTS (SELECT 1 FROM user u WHERE u.producer_id = p.id AND u.admin)
      AND EXISTS (
        SELECT 1 FROM artists own JOIN track_artists c ON c.artist_id = own.id JOIN tracks t ON t.key = c.track_key
        WHERE own.producer_id = p.id AND t.public AND t.removed_at IS NULL)`);
  if (!producer || !(await readPrivacy(db, producer.id)).onBoards) return {};
  return { level: producer.level, title: standingForXp(producer.xp).title };
}
