export { type ArtistRow, applyArtists } from "./apply-artists.ts";
export { applyOpenings } from "./apply-openings.ts";
export { applyTracks, readTracks, type SavedTrack } from "./apply-tracks.ts";
export { artistsOf, type ChangeOptions, changeArtists } from "./change-artists.ts";
export { changeTracks } from "./change-tracks.ts";
export { creditsOf } from "./credits.ts";
export type { ArtistFact, OpeningFact, TrackFact, TrackFields } from "./facts.ts";
export { historyStartOf, readHistoryStart } from "./history-start.ts";
export { setAwards } from "./set-awards.ts";
