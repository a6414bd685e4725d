import { eq, inArray } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { artists, tracks } from "../db/schema/index.ts";
import type { LedgerFact } from "./facts.ts";
import type { Rejection } from "./read-event.ts";

/** The rejection of a fact that speaks of a track or artist nobody has heard of. */
export async function unknownSubject(tx: Tx, entry: LedgerFact): Promise<Rejection | undefined> {
  if (entry.kind === "artist") return undefined;
  if (entry.kind === "follow") return unknownArtists(tx, [entry.fact.artistId], "data.artistId");
  const credits = entry.kind === "track" ? entry.fact.fields.artistIds : undefined;
  if (credits) {
    const unknown = await unknownArtists(tx, credits, "data.artistIds");
    if (unknown) return unknown;
  }
  if (entry.kind === "track" && entry.fact.kind === "published") return undefined;
  const { trackId } = entry.fact;
  const rows = await tx.select({ id: tracks.id }).from(tracks).where(eq(tracks.id, trackId));
  return rows.length > 0
    ? undefined
    : { code: "unknown_track", message: `data.trackId: no track "${trackId}" is known` };
}

async function unknownArtists(tx: Tx, ids: readonly string[], path: string): Promise<Rejection | undefined> {
  const rows = await tx
    .select({ id: artists.id })
    .from(artists)
    .where(inArray(artists.id, idList(ids)));
  const known = new Set(rows.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  return missing === undefined
    ? undefined
    : { code: "unknown_artist", message: `${path}: no artist "${missing}" is known` };
}
