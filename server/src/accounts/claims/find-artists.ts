import type { FoundArtist } from "@beatpass/shared/contracts";
import { readBeatPassLink } from "@beatpass/shared/links";
import { sql } from "drizzle-orm";
import type { Reader } from "../../db/client.ts";

const MOST = 10;

type Row = { id: string; name: string; image: string | null; tracks: number; owner: FoundArtist["owner"] };

/** Artists of the ledger by id, by address on BeatPass or by a part of their name; those with most tracks first. */
export async function findArtists(
  db: Reader,
  { q, userId, demo }: { q: string; userId: string; demo: boolean },
): Promise<FoundArtist[]> {
  const id = artistIdOf(q) ?? q.trim();
  const part = `%${q.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db.all<Row>(sql`
    SELECT a.id, a.name, a.image, (SELECT count(*) FROM track_artists ta WHERE ta.artist_id = a.id) AS tracks,
      CASE WHEN a.producer_id = (SELECT u.producer_id FROM user u WHERE u.id = ${userId}) THEN 'me'
        WHEN EXISTS (SELECT 1 FROM user u WHERE u.producer_id = a.producer_id) THEN 'other' ELSE 'nobody' END AS owner
    FROM artists a WHERE a.demo = ${demo ? 1 : 0} AND (a.id = ${id} OR a.name LIKE ${part} ESCAPE '\\')
    ORDER BY a.id = ${id} DESC, tracks DESC, a.name, a.id LIMIT ${MOST}`);
  return rows.map(({ image, ...row }) => ({ ...row, ...(image && { image }) }));
}

/** The artist that an address on BeatPass speaks of. */
export function artistIdOf(address: string): string | undefined {
  const subject = /^https?:\/\//i.test(address.trim()) ? readBeatPassLink(address.trim()) : undefined;
  return subject?.kind === "artist" ? subject.id : undefined;
}
