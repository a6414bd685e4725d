import { MS_PER_DAY } from "@beatpass/shared/metrics";
import {
  COUNTRIES,
  FIRST_NAMES,
  GENRES,
  HERO,
  KEYS,
  LAST_NAMES,
  PLATFORMS,
  TITLE_ENDS,
  TITLE_STARTS,
  UNUSUAL_NAMES,
} from "./people.ts";
import { seededRandom } from "./random.ts";

const PRODUCERS = 240;
const LISTENERS = 3000;
/** Far ahead of everybody: number one until somebody takes it. */
const STAR = 6;

export type DemoEvent = {
  specversion: "1.0";
  id: string;
  source: "demo";
  type: string;
  time: string;
  data: Record<string, unknown>;
};

type Artist = { index: number; artistId: string; producerId: string; name: string; since: number; reach: number };
/** The n-th track of an artist, from 0. */
type Slot = { artist: Artist; n: number; trackId: string };
type Track = { trackId: string; title: string; durationMs: number; publishedAt: number; reach: number; grip: number };

/** What all of it is made with. One row of random numbers: whoever asks for one more changes all that comes after. */
type Making = {
  now: number;
  random: () => number;
  pick: <T>(list: readonly T[]) => T;
  /** Early entries far more often than late ones. */
  pickSkewed: <T>(list: readonly T[]) => T;
  add: (type: string, at: number, data: Record<string, unknown>) => void;
};

/**
 * Made-up activity with the shape of real life: a few are heard much and most little, weekends are louder, songs
 * rise and fade, some listeners skip. Profiles and tracks come first, then followers, downloads and plays.
 * @param now ms; the same instant gives the same activity
 */
export function makeActivity(now: number): DemoEvent[] {
  const random = seededRandom(20_261_123);
  const events: DemoEvent[] = [];
  const making: Making = {
    now,
    random,
    pick: (list) => list[Math.floor(random() * list.length)]!,
    pickSkewed: (list) => list[Math.floor(random() ** 2.2 * list.length)]!,
    add: (type, at, data) =>
      events.push({
        specversion: "1.0",
        id: `demo-${events.length + 1}`,
        source: "demo",
        type: `ca.beatpass.${type}`,
        time: new Date(Math.min(at, now)).toISOString(),
        data,
      }),
  };
  const artists = makeArtists(making);
  for (const artist of artists) makeProfile(making, artist);
  const tracks = makeTracks(making, artists);
  for (const artist of artists) makeFollows(making, artist);
  for (const track of tracks) makeDownloads(making, track);
  for (const track of tracks) makePlays(making, track);
  return events;
}

function makeArtists({ now, random }: Making): Artist[] {
  return Array.from({ length: PRODUCERS }, (_, index): Artist => {
    const isHero = index === 0;
    const name = isHero
      ? HERO.name
      : (UNUSUAL_NAMES[index - 1] ??
        `${FIRST_NAMES[index % 30]!} ${LAST_NAMES[(index * 7 + Math.floor(index / 30)) % 16]!}`);
    const since = now - (40 + random() * 900) * MS_PER_DAY;
    return {
      index,
      artistId: String(9_000_000_001 + index),
      producerId: isHero ? HERO.producerId : `demo-${index + 1}`,
      name,
      since: isHero ? now - 520 * MS_PER_DAY : since,
      // Log-normal: the best are heard a hundred times more than the middle.
      reach: isHero ? 0.9 : index === STAR ? 60 : Math.exp(1.1 * gaussian(random)),
    };
  });
}

function makeProfile({ random, add }: Making, { index, artistId, producerId, name, since }: Artist): void {
  const finished = index > 0 && random() < 0.6;
  add("artist.updated", since, {
    artistId,
    name,
    producerId,
    vouched: true,
    createdAt: new Date(since).toISOString(),
    ...(finished && {
      bio: `${name} makes beats.`,
      pictures: Array.from(
        { length: 1 + Math.floor(random() * 6) },
        (_, n) => `https://images.example.com/${artistId}/${n}.jpg`,
      ),
      links: Array.from({ length: Math.floor(random() * 5) }, (_, n) => `https://links.example.com/${artistId}/${n}`),
    }),
  });
}

function makeTracks(making: Making, artists: readonly Artist[]): Track[] {
  const tracks: Track[] = [];
  for (const artist of artists) {
    const count = artist.index === 0 ? 6 : artist.index === STAR ? 8 : 1 + Math.floor(making.random() ** 2 * 18);
    for (let n = 0; n < count; n++) {
      const trackId = String(8_000_000_001 + tracks.length);
      tracks.push(makeTrack(making, artists, { artist, n, trackId }));
    }
  }
  return tracks;
}

function makeTrack(making: Making, artists: readonly Artist[], slot: Slot): Track {
  const { artist, n, trackId } = slot;
  const { now, random, pick, add } = making;
  const isHeroTrack = artist.index === 0 && n === 0;
  const publishedAt = isHeroTrack
    ? now - 60 * MS_PER_DAY
    : artist.since + random() ** 0.7 * (now - 2 * MS_PER_DAY - artist.since);
  const withOthers =
    !isHeroTrack && random() < 0.18
      ? [pick(artists).artistId, ...(random() < 0.3 ? [pick(artists).artistId] : [])]
      : [];
  const track: Track = {
    trackId,
    title: isHeroTrack ? HERO.trackTitle : `${pick(TITLE_STARTS)} ${pick(TITLE_ENDS)}`,
    durationMs: isHeroTrack ? HERO.durationMs : Math.round(95_000 + random() * 130_000),
    publishedAt,
    reach: artist.reach * Math.exp(0.6 * gaussian(random)) * (isHeroTrack ? 2 : 1),
    grip: isHeroTrack ? 0.72 : 0.25 + random() * 0.65,
  };
  const complete = isHeroTrack || random() < 0.55;
  add("track.published", publishedAt, {
    trackId,
    title: track.title,
    artistIds: [...new Set([artist.artistId, ...withOthers])],
    durationMs: track.durationMs,
    ...makeMetadata(making, slot, complete),
  });
  return track;
}

function makeMetadata(
  { random, pick, pickSkewed }: Making,
  { artist, n, trackId }: Slot,
  complete: boolean,
): Record<string, unknown> {
  return {
    genre: pickSkewed(GENRES),
    public: true,
    licensing: random() < 0.1 ? "exclusive-only" : "non-exclusive",
    ...(n % 5 !== 0 && {
      album: {
        id: String(7_000_000_001 + artist.index * 10 + (n % 3)),
        title: `${pick(TITLE_STARTS)} Tapes ${(n % 3) + 1}`,
      },
    }),
    ...(random() < 0.8 && {
      bpm: Math.round(70 + random() * 90),
      key: pick(KEYS),
      scale: random() < 0.6 ? "minor" : "major",
    }),
    ...(complete && { tags: [pickSkewed(GENRES).toLowerCase(), "beat"], description: "Made late, mixed early." }),
    ...(random() < 0.7 && { image: `https://images.example.com/${trackId}.jpg` }),
  };
}

function makeFollows({ now, random, add }: Making, { artistId, since, reach }: Artist): void {
  const followers = Math.min(Math.round(reach * 9), 400);
  for (let n = 0; n < followers; n++) {
    add("follow", since + random() * (now - since), { artistId, userId: `demo-l${Math.floor(random() * LISTENERS)}` });
  }
}

function makeDownloads({ now, random, add }: Making, { trackId, publishedAt, reach }: Track): void {
  const downloads = Math.floor(reach * random() * 2.5);
  for (let n = 0; n < downloads; n++) {
    const at = publishedAt + random() * (now - publishedAt);
    add("download", at, { trackId, userId: `demo-l${Math.floor(random() * LISTENERS)}` });
  }
}

function makePlays({ now, random, pickSkewed, add }: Making, track: Track): void {
  for (const at of playTimes(track, now, random)) {
    const listened = random() < track.grip ? 0.8 + random() * 0.22 : random() ** 1.4 * 0.85;
    add("play", at, {
      trackId: track.trackId,
      listenedMs: Math.round(track.durationMs * listened),
      platform: pickSkewed(PLATFORMS),
      country: pickSkewed(COUNTRIES),
      ...(random() < 0.7 && { listenerId: `demo-l${Math.floor(random() ** 1.8 * LISTENERS)}` }),
    });
  }
}

/** When a track was played: a first wave that fades, a floor that stays, louder evenings and weekends. */
function playTimes(track: Track, now: number, random: () => number): number[] {
  const times: number[] = [];
  const age = (now - track.publishedAt) / MS_PER_DAY;
  for (let day = Math.max(0, Math.floor(age - 400)); day < age; day++) {
    const start = track.publishedAt + day * MS_PER_DAY;
    const weekday = new Date(start).getUTCDay();
    const expected = track.reach * (0.55 * Math.exp(-day / 25) + 0.045) * (weekday === 0 || weekday > 4 ? 1.4 : 0.9);
    for (let left = expected; left > 0; left--) {
      if (random() >= left) continue;
      const at = start + random() * MS_PER_DAY;
      if (at < now) times.push(at);
    }
  }
  return times;
}

/** Normally distributed (Box–Muller). */
const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
