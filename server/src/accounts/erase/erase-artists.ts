import { inArray, sql } from "drizzle-orm";
import { sourceKeys, takeFact } from "../../activity/index.ts";
import { type ArtistFact, applyArtists } from "../../catalog/index.ts";
import type { WriteContext } from "../../context.ts";
import type { Tx } from "../../db/client.ts";
import { idList } from "../../db/json-rows.ts";
import { artists } from "../../db/schema/index.ts";
import { randomId } from "../../ids.ts";
import { noEarnings } from "../../progress/index.ts";
import { formerArtist } from "./pseudonym.ts";

/**
 * Unlinks artists by a fact each, erases what is personal of them from every fact of the ledger, and brings their rows
 * to what these facts give: just what a rebuild gives.
 */
export async function eraseArtists(
  tx: Tx,
  context: Pick<WriteContext, "clock" | "rulebook">,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await unlink(tx, context, ids);
  const facts = await rewriteFacts(tx, ids);
  await tx.delete(artists).where(inArray(artists.id, idList(ids)));
  await applyArtists(tx, facts, false);
}

async function unlink(
  tx: Tx,
  { clock, rulebook }: Pick<WriteContext, "clock" | "rulebook">,
  ids: readonly string[],
): Promise<void> {
  const now = clock.now();
  const sourceKey = (await sourceKeys(tx, ["accounts"])).get("accounts")!;
  const rows = await tx
    .select()
    .from(artists)
    .where(inArray(artists.id, idList(ids)));
  const due = noEarnings();
  for (const { id, fieldTimes } of rows) {
    // An older fact would not overwrite the claim.
    const at = Math.max(now, fieldTimes.producerId ?? 0, fieldTimes.vouched ?? 0);
    const fact: ArtistFact = { artistId: id, at, producerId: null, vouched: false };
    const envelope = {
      sourceKey,
      eventId: `erased-${randomId()}`,
      type: "ca.beatpass.artist.updated",
      receivedAt: now,
    };
    const options = { rulebook, demo: false, checkAchievements: false };
    await takeFact(tx, envelope, { kind: "artist", fact }, due, options);
  }
}

/** @returns the facts as they are now, in the ledger's order */
async function rewriteFacts(tx: Tx, ids: readonly string[]): Promise<ArtistFact[]> {
  const rows = await tx.all<{ seq: number; data: string }>(sql`
    SELECT seq, data FROM activity WHERE type = 'ca.beatpass.artist.updated' AND subject IN ${idList(ids)} ORDER BY seq`);
  const facts: ArtistFact[] = [];
  for (const { seq, data } of rows) {
    const entry = JSON.parse(data) as { kind: "artist"; fact: ArtistFact };
    const fact = withoutPerson(entry.fact);
    await tx.run(sql`UPDATE activity SET data = ${JSON.stringify({ ...entry, fact })} WHERE seq = ${seq}`);
    facts.push(fact);
  }
  return facts;
}

/** The same fields, so that their times stay; when the profile was made stays too: others' milestones count by it. */
function withoutPerson(fact: ArtistFact): ArtistFact {
  const cleared = { ...fact };
  if (fact.name !== undefined) cleared.name = formerArtist(fact.artistId);
  if (fact.bio !== undefined) cleared.bio = null;
  if (fact.image !== undefined) cleared.image = null;
  if (fact.pictureCount !== undefined) cleared.pictureCount = null;
  if (fact.linkCount !== undefined) cleared.linkCount = null;
  return cleared;
}
