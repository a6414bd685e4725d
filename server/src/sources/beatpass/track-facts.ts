import type { SavedTrack, TrackFact, TrackFields } from "../../catalog/index.ts";
import type { ReadTrack } from "./api-answers.ts";

/** What BeatPass says of a track, in the ledger's words; what it does not say is absent. */
export function fieldsOf(track: ReadTrack, ownArtist: string): TrackFields {
  const artistIds = track.artists?.map(({ id }) => id) ?? [];
  const licensing = licensingOf(track);
  return {
    title: track.name,
    artistIds: artistIds.length > 0 ? [...new Set(artistIds)] : [ownArtist],
    public: true,
    ...(track.image !== undefined && { image: track.image }),
    ...(track.duration !== undefined && { durationMs: Math.round(track.duration) || null }),
    ...(track.description !== undefined && { description: track.description.trim() || null }),
    ...(track.bpm !== undefined && { bpm: track.bpm || null }),
    ...(track.key !== undefined && { key: track.key.trim() || null }),
    ...(track.scale !== undefined && { scale: track.scale.trim() || null }),
    ...(track.tags !== undefined && { tags: track.tags.length > 0 ? track.tags : null }),
    ...(licensing !== undefined && { licensing }),
  };
}

/** BeatPass does not list its words: "non" makes it non-exclusive, "exclusive" without it exclusive only. */
function licensingOf({ licensing_type }: ReadTrack): "non-exclusive" | "exclusive-only" | undefined {
  const word = licensing_type?.toLowerCase() ?? "";
  if (!word.includes("exclusive")) return undefined;
  return word.includes("non") ? "non-exclusive" : "exclusive-only";
}

/**
 * The fact by which a track becomes what BeatPass says of it; undefined where it is that already.
 * @param at product time of the reading
 */
export function trackFact(
  id: string,
  fields: TrackFields,
  createdAt: number | undefined,
  known: SavedTrack | undefined,
  at: number,
): TrackFact | undefined {
  if (!known) {
    const publishedAt = Math.min(createdAt ?? at, at);
    return { trackId: id, at: publishedAt, kind: "published", fields };
  }
  const { key: musicalKey, ...plain } = fields;
  const state: Record<string, unknown> = { ...known };
  const changed = Object.entries(plain).filter(([name, value]) => !isEqual(state[name] ?? null, value ?? null));
  if (musicalKey !== undefined && musicalKey !== known.musicalKey) changed.push(["key", musicalKey]);
  if (changed.length === 0) return undefined;
  return { trackId: id, at, kind: "updated", fields: Object.fromEntries(changed) };
}

const isEqual = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
