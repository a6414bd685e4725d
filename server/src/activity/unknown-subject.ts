import { and, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { artists, producers, tracks } from "../db/schema/index.ts";
import type { LedgerFact } from "./facts.ts";
import type { Rejection } from "./read-event.ts";

/**
 * The rejection of a fact that speaks of a track or artist nobody has heard of. Demo people and real ones live in worlds
 * of their own: to a fact of one, those of the other are not known.
 */
export async function unknownSubject(tx: Tx, entry: LedgerFact, demo: boolean): Promise<Rejection | undefined> {
  if (entry.kind === "artist") return foreignProfile(tx, entry.fact, demo);
  if (entry.kind === "follow") return unknownArtists(tx, [entry.fact.artistId], "data.artistId", demo);
  const credits = entry.kind === "track" ? entry.fact.fields.artistIds : undefined;
  if (credits) {
    const unknown = await unknownArtists(tx, credits, "data.artistIds", demo);
    if (unknown) return unknown;
  }
  const { trackId } = entry.fact;
  const [track] = await tx.select({ demo: tracks.demo }).from(tracks).where(eq(tracks.id, trackId));
  if (track)
    return track.demo === demo ? undefined : { code: "unknown_track", message: foreign("trackId", trackId, demo) };
  const isNew = entry.kind === "track" && entry.fact.kind === "published";
  return isNew ? undefined : { code: "unknown_track", message: `data.trackId: no track "${trackId}" is known` };
}

async function unknownArtists(
  tx: Tx,
  ids: readonly string[],
  path: string,
  demo: boolean,
): Promise<Rejection | undefined> {
  const rows = await tx
    .select({ id: artists.id })
    .from(artists)
    .where(and(inArray(artists.id, idList(ids)), eq(artists.demo, demo)));
  const known = new Set(rows.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  return missing === undefined
    ? undefined
    : { code: "unknown_artist", message: `${path}: no artist "${missing}" is known` };
}

type Profile = { artistId: string; producerId?: string | null; vouched?: boolean };

/** A profile, or whoever claims it, that is of the other world. */
async function foreignProfile(tx: Tx, fact: Profile, demo: boolean): Promise<Rejection | undefined> {
  const { artistId, producerId } = fact;
  const [artist] = await tx.select({ demo: artists.demo }).from(artists).where(eq(artists.id, artistId));
  if (artist && artist.demo !== demo) return { code: "unknown_artist", message: foreign("artistId", artistId, demo) };
  const claimant = producerId ?? (fact.vouched ? artistId : undefined);
  if (claimant === undefined) return undefined;
  const others = await tx
    .select({ id: producers.id })
    .from(producers)
    .where(and(eq(producers.id, claimant), ne(producers.demo, demo)));
  return others.length > 0 ? { code: "invalid", message: foreign("producerId", claimant, demo) } : undefined;
}

const foreign = (field: string, id: string, demo: boolean): string =>
  `data.${field}: "${id}" ${demo ? "does not belong" : "belongs"} to the demo`;
