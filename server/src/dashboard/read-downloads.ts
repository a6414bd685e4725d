import type { Activity, DownloadRow } from "@beatpass/shared/contracts";
import { compareIds } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { readPseudonyms } from "../insights/index.ts";

type Wanted = {
  /** First instant (ms) of the range; undefined for all time. */
  since: number | undefined;
  limit: number;
  /** Instant and number of the last row that the reader has. */
  cursor: string | undefined;
};

type Downloads = Omit<Activity["downloads"], "range" | "from"> & { total: number; users: number };

/** Downloads of tracks: how many, by how many, of which most, and the newest ones page by page. */
export async function readDownloads(db: Reader, trackKeys: SQL, { since, limit, cursor }: Wanted): Promise<Downloads> {
  const within = sql`d.track_key IN ${trackKeys} AND d.at >= ${since ?? 0}`;
  const [totals, tracks, recent] = await Promise.all([
    db.all<{ total: number; users: number }>(sql`
      SELECT count(*) AS total, count(DISTINCT d.user_id) AS users FROM downloads d WHERE ${within}`),
    db.all<{ id: string; title: string; downloads: number }>(sql`
      SELECT t.id, t.title, count(*) AS downloads FROM downloads d JOIN tracks t ON t.key = d.track_key
      WHERE ${within} GROUP BY t.key`),
    readRecent(db, within, limit, cursor),
  ]);
  const [topTrack] = tracks.sort((a, b) => b.downloads - a.downloads || compareIds(a.id, b.id));
  return { ...totals[0]!, ...(topTrack && { topTrack }), ...recent };
}

type Row = { seq: number; at: number; user_id: string; producer: string | null; id: string; title: string };

async function readRecent(
  db: Reader,
  within: SQL,
  limit: number,
  cursor: string | undefined,
): Promise<Pick<Downloads, "recent" | "nextCursor">> {
  const [at, seq] = cursor?.split("-").map(Number) ?? [];
  const after = cursor === undefined ? sql`` : sql`AND (d.at, d.seq) < (${at}, ${seq})`;
  // One more than asked for tells whether there are more.
  const [rows, pseudonym] = await Promise.all([
    db.all<Row>(sql`
      SELECT d.seq, d.at, d.user_id, p.name AS producer, t.id, t.title
      FROM downloads d JOIN tracks t ON t.key = d.track_key LEFT JOIN producers p ON p.id = d.user_id
      WHERE ${within} ${after} ORDER BY d.at DESC, d.seq DESC LIMIT ${limit + 1}`),
    readPseudonyms(db),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    recent: shown.map((row) => downloadRow(row, pseudonym)),
    ...(last && { nextCursor: `${last.at}-${last.seq}` }),
  };
}

/** Who is a producer here has a public name; everybody else keeps a pseudonym. */
const downloadRow = ({ at, user_id, producer, id, title }: Row, pseudonym: (id: string) => string): DownloadRow => ({
  track: { id, title },
  at: new Date(at).toISOString(),
  by: producer === null ? { name: pseudonym(user_id) } : { id: user_id, name: producer },
});
