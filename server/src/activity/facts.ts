import { readCountry, readPlatform } from "@beatpass/shared/platforms";
import { isbot } from "isbot";
import type { ArtistFact, OpeningFact, TrackFact } from "../catalog/index.ts";
import type { ActivityEvent } from "./read-event.ts";
import type { PlayFact } from "./record-plays.ts";

/** What the ledger keeps of an event that is not a play: one form for every source. */
export type LedgerFact =
  | { kind: "artist"; fact: ArtistFact }
  | { kind: "track"; fact: TrackFact }
  | { kind: "opening"; fact: OpeningFact }
  | { kind: "download"; fact: { trackId: string; userId: string; licenseId: string | null; at: number } }
  | { kind: "follow"; fact: { artistId: string; userId: string; following: boolean; at: number } };

type Other = Exclude<ActivityEvent, { type: "ca.beatpass.play" }>;

/**
 * What the ledger keeps of an event: absent fields stay absent (unchanged), null clears; of pictures and links only
 * the number, and the first picture.
 */
export function ledgerFact(event: Other): LedgerFact {
  const { at } = event;
  switch (event.type) {
    case "ca.beatpass.artist.updated": {
      const { artistId, pictures, links, createdAt, ...rest } = event.data;
      return {
        kind: "artist",
        fact: dropUndefined({
          artistId,
          at,
          ...rest,
          pictureCount: countOf(pictures),
          image: pictures === undefined ? undefined : (pictures?.[0] ?? null),
          linkCount: countOf(links),
          createdAt: createdAt === undefined ? undefined : Date.parse(createdAt),
        }),
      };
    }
    case "ca.beatpass.track.published":
    case "ca.beatpass.track.updated": {
      const { trackId, ...fields } = event.data;
      const kind = event.type === "ca.beatpass.track.published" ? "published" : "updated";
      return { kind: "track", fact: { trackId, at, kind, fields: dropUndefined(fields) } };
    }
    case "ca.beatpass.track.removed":
      return { kind: "track", fact: { trackId: event.data.trackId, at, kind: "removed", fields: {} } };
    case "ca.beatpass.download":
      return { kind: "download", fact: { ...event.data, licenseId: event.data.licenseId ?? null, at } };
    case "ca.beatpass.follow":
    case "ca.beatpass.unfollow":
      return { kind: "follow", fact: { ...event.data, following: event.type === "ca.beatpass.follow", at } };
  }
}

/** A play as the log takes it: device and platform by their known words, and whether its user agent is a bot's. */
export function playFact(event: Extract<ActivityEvent, { type: "ca.beatpass.play" }>): PlayFact {
  const { trackId, listenedMs, listenerId, country, userAgent, ...words } = event.data;
  const { platform, device } = readPlatform(words.platform, words.device);
  return {
    source: event.source,
    eventId: event.id,
    trackId,
    at: event.at,
    listenedMs: listenedMs ?? null,
    listenerId: listenerId ?? null,
    device: device ?? null,
    platform: platform ?? null,
    country: readCountry(country) ?? null,
    bot: userAgent !== null && userAgent !== undefined && isbot(userAgent),
  };
}

const countOf = (list: readonly unknown[] | null | undefined): number | null | undefined =>
  list === undefined || list === null ? list : list.length;

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const dropUndefined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;
