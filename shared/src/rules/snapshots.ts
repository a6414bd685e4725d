import type { CatalogSnapshot, FieldsSnapshot, MilestoneSnapshot, ProducerSnapshot } from "./achievements/index.ts";
import { type CatalogIndex, type CatalogTrack, isOnBoards, type OwnTrack } from "./catalog.ts";
import { excellenceScores } from "./excellence.ts";
import { type FieldPlace, isInTop, makeField, placeIn } from "./fields.ts";
import { genreDiversity } from "./genre.ts";
import { topBilledTracks } from "./top-biller.ts";
import { type UploadSeason, uploadSeason } from "./upload-seasons.ts";
import { isCollaborative } from "./xp.ts";

/** Places a figure in one of the fields of spec §4 "Top p". */
type Place = (value: number) => FieldPlace;

type Fields = {
  uploads: Place;
  diversity: Place;
  plays: Place;
  genre: ReadonlyMap<string, Place>;
  excellence: Place;
  /** Per track: its composite score; NaN for a track without a play, which is in no field. */
  excellenceOf: Float64Array;
};

/** Everything the achievements look at but the overall place, per producer index, in one pass over the catalog. */
export function producerSnapshots(index: CatalogIndex, now: number): ProducerSnapshot[] {
  const summaries = index.own.map((own, producer) => summarize(index, producer, own));
  const fields = makeFields(index, summaries);
  const billed = topBilledTracks(index.catalog.tracks, index.catalog.sales);
  return index.catalog.producers.map(({ profile }, producer) => ({
    profile,
    catalog: summaries[producer]!.catalog,
    milestones: milestonesOf(index, producer, billed, now),
    fields: placesOf(index, producer, summaries[producer]!, fields),
  }));
}

type Summary = { catalog: CatalogSnapshot; diversity: number };

function summarize({ catalog, credits }: CatalogIndex, producer: number, own: readonly OwnTrack[]): Summary {
  const { timeZone } = catalog.producers[producer]!;
  const genres = new Map<string, number>();
  const seasons = new Set<UploadSeason>();
  let filledFields = 0;
  let collaborativeTracks = 0;
  for (const { index } of own) {
    const track = catalog.tracks[index]!;
    filledFields += track.filledFields;
    if (isCollaborative(credits[index]!.length)) collaborativeTracks++;
    if (track.genre !== null) genres.set(track.genre, (genres.get(track.genre) ?? 0) + 1);
    const season = uploadSeason(track.publishedAt, timeZone);
    if (season) seasons.add(season);
  }
  return {
    catalog: { tracks: own.length, filledFields, collaborativeTracks, genres: genres.size, seasons: [...seasons] },
    diversity: genreDiversity(genres.values()),
  };
}

function makeFields(index: CatalogIndex, summaries: readonly Summary[]): Fields {
  const onBoards = summaries.filter((_, producer) => isOnBoards(index, producer));
  const played = index.catalog.tracks.filter(({ plays }) => plays > 0);
  const excellenceOf = excellenceScores(index.catalog.tracks);
  const withGenre = Map.groupBy(
    played.filter(({ genre }) => genre !== null),
    ({ genre }) => genre!,
  );
  const placeByPlays = (tracks: readonly CatalogTrack[]) => placeIn(makeField(tracks.map(({ plays }) => plays)));
  return {
    uploads: placeIn(makeField(onBoards.map(({ catalog }) => catalog.tracks))),
    diversity: placeIn(makeField(onBoards.map(({ diversity }) => diversity).filter((diversity) => diversity > 0))),
    plays: placeByPlays(played),
    genre: new Map([...withGenre].map(([genre, tracks]) => [genre, placeByPlays(tracks)])),
    excellence: placeIn(makeField(excellenceOf.filter((score) => !Number.isNaN(score)))),
    excellenceOf,
  };
}

function milestonesOf(
  { catalog, own, oldestProfile, earlyAdopter }: CatalogIndex,
  producer: number,
  billed: ReadonlySet<string>,
  asOf: number,
): MilestoneSnapshot {
  const createdAt = oldestProfile[producer]!;
  const topBiller = billed.size > 0 && own[producer]!.some(({ index }) => billed.has(catalog.tracks[index]!.id));
  const age = createdAt === Number.POSITIVE_INFINITY ? {} : { createdAt };
  return { ...age, asOf, earlyAdopter: earlyAdopter[producer]!, topBiller };
}

function placesOf(index: CatalogIndex, producer: number, summary: Summary, fields: Fields): FieldsSnapshot {
  const places: FieldsSnapshot = {};
  if (isOnBoards(index, producer)) {
    places.uploads = fields.uploads(summary.catalog.tracks);
    if (summary.diversity > 0) places.diversity = fields.diversity(summary.diversity);
  }
  let mostPlays = 0;
  let excellence = Number.NEGATIVE_INFINITY;
  for (const { index: at } of index.own[producer]!) {
    const { plays, genre } = index.catalog.tracks[at]!;
    if (plays === 0) continue;
    mostPlays = Math.max(mostPlays, plays);
    excellence = Math.max(excellence, fields.excellenceOf[at]!);
    if (genre !== null) places.genre = closerToTop(places.genre, { ...fields.genre.get(genre)!(plays), genre });
  }
  if (mostPlays > 0) {
    places.plays = fields.plays(mostPlays);
    places.excellence = fields.excellence(excellence);
  }
  return places;
}

/** Of two tracks in fields of their own, the one that is in its top 10 % or has the fewest plays to go. */
function closerToTop<Place extends FieldPlace>(best: Place | undefined, other: Place): Place {
  return best && playsToTop(best) <= playsToTop(other) ? best : other;
}

function playsToTop(place: FieldPlace): number {
  if (isInTop(place, 10)) return 0;
  return (place.cutoffs[10] ?? Number.POSITIVE_INFINITY) + 1 - place.value;
}
