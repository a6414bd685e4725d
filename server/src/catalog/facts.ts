/** What the ledger keeps of a catalog event, in one form for every source. Absent = unchanged, null = cleared. */
export type ArtistFact = {
  artistId: string;
  /** Product time of the fact, ms: an older one never overwrites a newer one. */
  at: number;
  name?: string;
  producerId?: string | null;
  pictureCount?: number | null;
  image?: string | null;
  bio?: string | null;
  linkCount?: number | null;
  createdAt?: number;
  vouched?: boolean;
};

export type TrackFields = {
  title?: string;
  artistIds?: string[];
  album?: string | { id: string; title: string } | null;
  durationMs?: number | null;
  bpm?: number | null;
  key?: string | null;
  scale?: string | null;
  tags?: string[] | null;
  genre?: string | null;
  description?: string | null;
  image?: string | null;
  public?: boolean;
  licensing?: string | null;
  /** When it came out, where a source corrects what it said before; else that is the time of its publication. */
  publishedAt?: number;
};

export type TrackFact = { trackId: string; at: number; kind: "published" | "updated" | "removed"; fields: TrackFields };

/** Plays that a source counted before it was first read: undated, in the totals alone (spec §9). */
export type OpeningFact = { trackId: string; plays: number; at: number };

/**
 * The fields of a fact that are not older than what is known, with their times merged in.
 * @param times when each field was last set; not changed
 */
export function newerFields<Fields extends Record<string, unknown>>(
  fields: Fields,
  at: number,
  times: Record<string, number>,
): { newer: Partial<Fields>; times: Record<string, number> } {
  const merged = { ...times };
  const newer: Partial<Fields> = {};
  for (const name of Object.keys(fields) as (keyof Fields & string)[]) {
    if (fields[name] === undefined || at < (times[name] ?? Number.NEGATIVE_INFINITY)) continue;
    merged[name] = at;
    newer[name] = fields[name];
  }
  return { newer, times: merged };
}
