import type { Rulebook } from "@beatpass/shared/rules";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList, jsonRows } from "../db/json-rows.ts";
import { awards } from "../db/schema/index.ts";
import type { ArtistRow } from "./apply-artists.ts";
import type { SavedTrack } from "./apply-tracks.ts";
import { earnersOf } from "./pay-tracks.ts";

/** Notes on each track whom its counted plays pay from now on: eligibility is decided when a play arrives. */
export async function setAwards(
  tx: Tx,
  tracks: readonly SavedTrack[],
  artists: ReadonlyMap<string, ArtistRow>,
  rulebook: Rulebook,
): Promise<void> {
  const wanted = tracks.map((track) => {
    const earns = track.public && track.removedAt === null ? earnersOf(track.artistIds, artists).sort() : [];
    return {
      key: track.key,
      producers: earns,
      signature: earns.length === 0 ? "" : JSON.stringify([rulebook.play.xp, ...earns]),
    };
  });
  const ids = await internAwards(
    tx,
    new Map(wanted.map(({ signature, producers }) => [signature, producers])),
    rulebook,
  );
  const rows = wanted.map(({ key, signature }) => [key, ids.get(signature) ?? 0]);
  await tx.run(sql`
    UPDATE tracks SET award_id = j.value ->> 1 FROM ${jsonRows(rows)} AS j
    WHERE tracks.key = j.value ->> 0 AND tracks.award_id <> j.value ->> 1`);
}

async function internAwards(tx: Tx, wanted: Map<string, string[]>, rulebook: Rulebook): Promise<Map<string, number>> {
  wanted.delete("");
  if (wanted.size === 0) return new Map();
  await tx.run(sql`
    INSERT INTO awards (signature) SELECT value ->> 0 FROM ${jsonRows([...wanted.keys()].map((signature) => [signature]))}
    WHERE true ON CONFLICT (signature) DO NOTHING`);
  const rows = await tx
    .select()
    .from(awards)
    .where(inArray(awards.signature, idList(wanted.keys())));
  const members = rows.flatMap(({ id, signature }) =>
    wanted.get(signature)!.map((producerId) => [id, producerId, rulebook.play.xp]),
  );
  await tx.run(sql`
    INSERT INTO award_producers (award_id, producer_id, xp)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM ${jsonRows(members)} WHERE true ON CONFLICT DO NOTHING`);
  return new Map(rows.map(({ id, signature }) => [signature, id]));
}
