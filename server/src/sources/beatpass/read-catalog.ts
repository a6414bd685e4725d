import type { ReadTrack } from "./api-answers.ts";
import type { BeatPassApi } from "./beatpass-api.ts";
import type { Reading } from "./record-reading.ts";

/** Reads profile and all tracks of the producer whose token the API has. @param onProgress tracks read, of how many */
export async function readCatalog(
  api: BeatPassApi,
  onProgress: (done: number, total: number | undefined) => Promise<void>,
): Promise<Pick<Reading, "profile" | "tracks">> {
  const profile = await api.profile();
  const tracks: ReadTrack[] = [];
  await onProgress(0, profile.totalTracks);
  for await (const page of api.tracks(profile.id)) {
    tracks.push(...page.tracks);
    await onProgress(tracks.length, page.total ?? profile.totalTracks);
  }
  return { profile, tracks };
}
