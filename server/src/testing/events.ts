import type { EVENT_DATA, EventType } from "@beatpass/shared/contracts";
import type { z } from "zod";

type Data<T extends EventType> = z.input<(typeof EVENT_DATA)[T]>;

export type TestEvent<T extends EventType = EventType> = {
  specversion: "1.0";
  id: string;
  source: string;
  type: T;
  time: string;
  data: Data<T>;
};

type Envelope = { id?: string; source?: string; time?: string };

const SOURCE = "https://beatpass.example/tests";
/** Before the clock of tests, so that whatever happens then is in the past. */
const EARLIER = "2026-11-20T08:00:00Z";
let made = 0;

function event<T extends EventType>(
  type: T,
  data: Data<T>,
  { id = `e${++made}`, source = SOURCE, time = EARLIER }: Envelope,
): TestEvent<T> {
  return { specversion: "1.0", id, source, type, time, data };
}

/** A profile that earns: claimed by the producer (its own id unless told), vouched for. */
export const artist = (
  artistId: string,
  {
    name = `Artist ${artistId}`,
    producerId = artistId,
    vouched = true,
    ...rest
  }: Partial<Data<"ca.beatpass.artist.updated">> = {},
  envelope: Envelope = {},
) => event("ca.beatpass.artist.updated", { artistId, name, producerId, vouched, ...rest }, envelope);

/** A profile edit with nothing but what is given. */
export const profile = (
  artistId: string,
  data: Omit<Data<"ca.beatpass.artist.updated">, "artistId" | "name"> & { name?: string },
  envelope: Envelope = {},
) => event("ca.beatpass.artist.updated", { artistId, name: `Artist ${artistId}`, ...data }, envelope);

export const track = (
  trackId: string,
  artistIds: string[],
  data: Partial<Data<"ca.beatpass.track.published">> = {},
  envelope: Envelope = {},
) => event("ca.beatpass.track.published", { trackId, title: `Track ${trackId}`, artistIds, ...data }, envelope);

export const trackUpdate = (
  trackId: string,
  data: Omit<Data<"ca.beatpass.track.updated">, "trackId">,
  envelope: Envelope = {},
) => event("ca.beatpass.track.updated", { trackId, ...data }, envelope);

export const removal = (trackId: string, envelope: Envelope = {}) =>
  event("ca.beatpass.track.removed", { trackId }, envelope);

export const play = (trackId: string, data: Partial<Data<"ca.beatpass.play">> = {}, envelope: Envelope = {}) =>
  event("ca.beatpass.play", { trackId, ...data }, envelope);

export const plays = (trackId: string, count: number, data: Partial<Data<"ca.beatpass.play">> = {}) =>
  Array.from({ length: count }, () => play(trackId, data));

export const download = (trackId: string, userId: string, envelope: Envelope = {}) =>
  event("ca.beatpass.download", { trackId, userId }, envelope);

export const follow = (artistId: string, userId: string, envelope: Envelope = {}) =>
  event("ca.beatpass.follow", { artistId, userId }, envelope);

export const unfollow = (artistId: string, userId: string, envelope: Envelope = {}) =>
  event("ca.beatpass.unfollow", { artistId, userId }, envelope);

/** Everything that makes a track's metadata complete. */
export const FULL_METADATA = { bpm: 140, key: "A", scale: "minor", tags: ["trap"], description: "Dark and slow." };
