export { applyArtists } from "./apply-artists.ts";
export { applyTracks } from "./apply-tracks.ts";
export { type ChangeOptions, changeArtists } from "./change-artists.ts";
export { changeTracks } from "./change-tracks.ts";
export { creditsOf } from "./credits.ts";
export type { ArtistFact, TrackFact, TrackFields } from "./facts.ts";
