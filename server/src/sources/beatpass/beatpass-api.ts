import ky, { HTTPError, TimeoutError } from "ky";
import pThrottle from "p-throttle";
import type { Log } from "../../log.ts";
import { type ArtistProfile, Page, type ReadTrack, readProfile, readTrack } from "./api-answers.ts";
import { BeatPassFailure, type FailureKind } from "./failure.ts";

export const BEATPASS_API = "https://open.beatpass.ca/api/v1";

/** BeatPass takes 300 requests a minute of everybody together (spec §9); this process stays well below. */
const PER_MINUTE = 200;
const TIMEOUT_MS = 15_000;
const PAGE_SIZE = 50;
/** A catalog that goes on for ever is none. */
const MOST_PAGES = 2000;

export type ApiOptions = {
  apiUrl: string;
  log: Log;
  /** For somebody who waits at a page: one more attempt, soon. Else several, as late as BeatPass asks for. */
  patience: "short" | "long";
  signal?: AbortSignal | undefined;
};

/** What is read with a producer's token. Every method fails with a BeatPassFailure and nothing else. */
export type BeatPassApi = {
  profile(): Promise<ArtistProfile>;
  /** The artist's tracks, page by page, with how many there are where BeatPass says so. */
  tracks(artistId: string): AsyncGenerator<{ tracks: ReadTrack[]; total: number | undefined }>;
};

const throttle = pThrottle({ limit: PER_MINUTE, interval: 60_000 });
/** Each attempt counts, repeated ones too. */
const politeFetch = throttle((input: string | URL | Request, init?: RequestInit) => fetch(input, init));

/** Reads the documented endpoints of the BeatPass API, politely: few at a time, and again later where it asks for that. */
export function createBeatPassApi(token: string, { apiUrl, log, patience, signal }: ApiOptions): BeatPassApi {
  const http = ky.create({
    prefix: apiUrl,
    headers: { authorization: `Bearer ${token}`, accept: "application/json" },
    // The token goes to this address and to no other.
    redirect: "error",
    timeout: TIMEOUT_MS,
    totalTimeout: patience === "short" ? 20_000 : false,
    retry: {
      limit: patience === "short" ? 1 : 4,
      backoffLimit: 20_000,
      maxRetryAfter: patience === "short" ? 2000 : 180_000,
      jitter: true,
      retryOnTimeout: patience === "long",
    },
    fetch: politeFetch,
    ...(signal && { signal }),
  });
  const get = async (endpoint: string, path: string, query: Record<string, number> = {}): Promise<unknown> => {
    const start = performance.now();
    const line = (outcome: string, more: object = {}) => ({
      event: "beatpass-call",
      endpoint,
      outcome,
      ms: Math.round(performance.now() - start),
      ...more,
    });
    try {
      const body: unknown = await http.get(path, { searchParams: query }).json();
      log.info(line("ok"));
      return body;
    } catch (error) {
      if (signal?.aborted) throw new BeatPassFailure("unavailable", "The reading was stopped.");
      const failure = failureOf(error);
      log.warn(line(failure.kind, { status: failure.status }));
      throw failure;
    }
  };
  const report = (endpoint: string, odd: ReadonlySet<string>) => {
    if (odd.size > 0) log.info({ event: "beatpass-answer", endpoint, outcome: "not-understood", fields: [...odd] });
  };
  return {
    profile: async () => {
      const endpoint = "artist/profile";
      const body = await get(endpoint, endpoint);
      const read = readProfile((body as { data?: unknown } | null)?.data);
      if (!read) throw new BeatPassFailure("unreadable", "BeatPass answered with no profile.");
      report(endpoint, new Set(read.odd));
      if (!read.profile.uploadAccess) throw new BeatPassFailure("no-upload", "The account has no upload access.");
      return read.profile;
    },
    tracks: async function* (artistId) {
      const endpoint = "artists/{id}/tracks";
      const odd = new Set<string>();
      const seen = new Set<string>();
      for (let page = 1; page <= MOST_PAGES; page++) {
        const query = { perPage: PAGE_SIZE, page };
        const parsed = Page.safeParse(await get(endpoint, `artists/${encodeURIComponent(artistId)}/tracks`, query));
        if (!parsed.success) throw new BeatPassFailure("unreadable", "BeatPass answered with no page of tracks.");
        const { data, per_page, last_page, total } = parsed.data.pagination;
        const reads = data.map((item) => readTrack(item));
        for (const read of reads) for (const field of read?.odd ?? ["(a track without id or name)"]) odd.add(field);
        // A track that was uploaded meanwhile moves the others on: one of them comes twice.
        const tracks = reads.flatMap((read) => (read && !seen.has(read.track.id) ? [read.track] : []));
        for (const { id } of tracks) seen.add(id);
        yield { tracks, total: total ?? undefined };
        const isLast = last_page == null ? data.length < (per_page ?? PAGE_SIZE) : page >= last_page;
        if (data.length === 0 || isLast) break;
      }
      report(endpoint, odd);
    },
  };
}

/** The library's errors hold the request with the token in it: nothing of them goes on. */
function failureOf(error: unknown): BeatPassFailure {
  if (error instanceof HTTPError) {
    const { status } = error.response;
    return new BeatPassFailure(KINDS[status] ?? "unavailable", `BeatPass answered ${status}.`, status);
  }
  if (error instanceof SyntaxError) return new BeatPassFailure("unreadable", "BeatPass answered with no JSON.");
  const isLate = error instanceof TimeoutError;
  return new BeatPassFailure(
    "unavailable",
    isLate ? "BeatPass took too long to answer." : "BeatPass cannot be reached.",
  );
}

/** Everything else may pass: a rate limit, a fault, something between us and BeatPass. */
const KINDS: Record<number, FailureKind> = { 401: "refused", 403: "no-upload", 404: "not-found", 422: "unreadable" };
