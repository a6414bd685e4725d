import { eq, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { downloads, follows, tracks } from "../db/schema/index.ts";

/** Counts a download. @param seq of its ledger row @param fact of a track that the ledger knows; `at` in ms */
export async function applyDownload(
  tx: Tx,
  seq: number,
  fact: { trackId: string; userId: string; at: number },
): Promise<void> {
  const [track] = await tx.select({ key: tracks.key }).from(tracks).where(eq(tracks.id, fact.trackId));
  await tx.insert(downloads).values({ seq, trackKey: track!.key, userId: fact.userId, at: fact.at });
}

/** Follows and unfollows may come in any order: the newest by its own time decides; at a tie the follow does. */
export async function applyFollow(
  tx: Tx,
  fact: { artistId: string; userId: string; following: boolean; at: number },
): Promise<void> {
  await tx
    .insert(follows)
    .values(fact)
    .onConflictDoUpdate({
      target: [follows.artistId, follows.userId],
      set: { following: sql`excluded.following`, at: sql`excluded.at` },
      setWhere: sql`excluded.at > follows.at OR (excluded.at = follows.at AND excluded.following > follows.following)`,
    });
}
