export { applyArtists } from "./apply-artists.ts";
export { applyTracks, readTracks } from "./apply-tracks.ts";
export { artistsOf, type ChangeOptions, changeArtists } from "./change-artists.ts";
export { changeTracks } from "./change-tracks.ts";
export { creditsOf } from "./credits.ts";
export type { ArtistFact, TrackFact, TrackFields } from "./facts.ts";
export { setAwards } from "./set-awards.ts";
