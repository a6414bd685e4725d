import { randomBytes } from "node:crypto";
import type { Faults } from "./faults.ts";
import { type Reply, type Request, startLoopbackServer } from "./loopback-server.ts";

/** A track as BeatPass answers with it to whoever has a token. */
export type ApiTrack = {
  id: number;
  name: string;
  image: string | null;
  duration: number | null;
  description: string | null;
  bpm: number | null;
  key: string | null;
  scale: string | null;
  tags: { id: number; name: string }[];
  plays: number;
  likes_count: number;
  reposts_count: number;
  price: number | null;
  currency: string;
  licensing_type: string | null;
  exclusive_status: string | null;
  created_at: string;
  artists: { id: number; name: string }[];
};

export type ApiProducer = {
  id: number;
  name: string;
  token: string;
  uploadAccess: boolean;
  memberSince: string;
  bio: string | null;
  website: string | null;
  socialLinks: Record<string, string | null>;
  /** Newest first, as BeatPass lists them. */
  tracks: ApiTrack[];
};

type Query = Record<string, "count">;
/** Everything that may be asked (spec §9); whatever else is asked is refused, and noted. */
const ENDPOINTS: { method: string; path: RegExp; query: Query; needs: "token" | "producer" | "nothing" }[] = [
  { method: "GET", path: /^artist\/profile$/, query: {}, needs: "producer" },
  { method: "GET", path: /^artist\/dashboard-stats$/, query: {}, needs: "producer" },
  { method: "GET", path: /^artists\/\d+\/tracks$/, query: { perPage: "count", page: "count" }, needs: "nothing" },
  { method: "GET", path: /^producer-intelligence\/progress-data$/, query: {}, needs: "producer" },
];
const BASE = "/api/v1/";
const PER_MINUTE = 300;

/** The BeatPass API's far end on loopback, as strict as its documentation: bearer tokens, limits, both paginations. */
export class BeatPassApiStandIn {
  faults!: Faults;
  /** What was refused, and why: empty where only documented things were asked. */
  readonly refused: string[] = [];
  readonly asked: string[] = [];
  /** Simple pagination tells neither how many there are nor which page is the last. */
  pagination: "simple" | "full" = "full";
  /** More than this is not listed on a page, whatever is asked for. */
  perPageMost = 50;
  /** Answers wait for it. */
  gate: Promise<void> = Promise.resolve();
  /** What progress-data answers with; its inner shape is not documented. */
  progress: unknown = { success: true, data: {} };
  #pause: { until: number; told: boolean } | undefined;
  #producers: ApiProducer[] = [];
  #window = { startedAt: 0, used: 0 };
  #server!: Awaited<ReturnType<typeof startLoopbackServer>>;

  static async start(): Promise<BeatPassApiStandIn> {
    const api = new BeatPassApiStandIn();
    api.#server = await startLoopbackServer({
      answer: (request) => api.#answer(request),
      onSocket: (socket) => socket.terminate(),
    });
    api.faults = api.#server.faults;
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#server.port}/api/v1`;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** A producer with a token and as many tracks as there are totals. */
  producer(id: number, name: string, plays: readonly number[], more: Partial<ApiProducer> = {}): ApiProducer {
    const producer: ApiProducer = {
      id,
      name,
      token: `${id}|${randomBytes(20).toString("hex")}`,
      uploadAccess: true,
      memberSince: "2024-02-03T10:00:00.000000Z",
      bio: "Beats from a small room.",
      website: null,
      socialLinks: {},
      tracks: [],
      ...more,
    };
    this.#producers.push(producer);
    for (const [index, total] of plays.entries()) this.upload(producer, `${name} ${index + 1}`, { plays: total });
    return producer;
  }

  /** A new track of a producer. */
  upload(producer: ApiProducer, name: string, more: Partial<ApiTrack> = {}): ApiTrack {
    const track: ApiTrack = {
      id: producer.id * 1000 + producer.tracks.length + 1,
      name,
      image: null,
      duration: 180_000,
      description: null,
      bpm: null,
      key: null,
      scale: null,
      tags: [],
      plays: 0,
      likes_count: 0,
      reposts_count: 0,
      price: 20,
      currency: "USD",
      licensing_type: "non_exclusive",
      exclusive_status: null,
      created_at: "2026-05-01T09:30:00.000000Z",
      artists: [{ id: producer.id, name: producer.name }],
      ...more,
    };
    producer.tracks.unshift(track);
    return track;
  }

  /** A new token; the one before is withdrawn. */
  renew(producer: ApiProducer): string {
    producer.token = `${producer.id}|${randomBytes(20).toString("hex")}`;
    return producer.token;
  }

  /** The next request is told to wait so long; whoever asks again before that is refused. */
  pause(seconds: number): void {
    this.#pause = { until: Date.now() + seconds * 1000, told: false };
  }

  async #answer(request: Request): Promise<Reply> {
    const path = request.path.startsWith(BASE) ? request.path.slice(BASE.length) : undefined;
    this.asked.push(`${request.method} ${path ?? request.path}`);
    const limit = this.#paused() ?? this.#limit();
    const reply = limit.reply ?? (await this.#checked(request, path));
    return { ...reply, headers: { ...limit.headers, ...reply.headers } };
  }

  #paused(): { headers: Record<string, string>; reply: Reply } | undefined {
    const pause = this.#pause;
    if (!pause || pause.until <= Date.now()) return undefined;
    if (pause.told) this.refused.push("asked again before the pause was over");
    pause.told = true;
    return { headers: {}, reply: tooMany(Math.ceil((pause.until - Date.now()) / 1000)) };
  }

  #limit(): { headers: Record<string, string>; reply?: Reply } {
    const now = Date.now();
    if (now - this.#window.startedAt > 60_000) this.#window = { startedAt: now, used: 0 };
    const reset = Math.ceil((this.#window.startedAt + 60_000) / 1000);
    const left = PER_MINUTE - ++this.#window.used;
    const headers = {
      "x-ratelimit-limit": String(PER_MINUTE),
      "x-ratelimit-remaining": String(Math.max(0, left)),
      "x-ratelimit-reset": String(reset),
    };
    if (left >= 0) return { headers };
    this.refused.push("more than 300 requests a minute");
    return { headers, reply: tooMany(Math.max(1, reset - Math.floor(now / 1000))) };
  }

  async #checked(request: Request, path: string | undefined): Promise<Reply> {
    await this.gate;
    const endpoint = ENDPOINTS.find((one) => path !== undefined && one.path.test(path));
    if (!endpoint) return this.#refuse(404, `no such endpoint: ${request.path}`, { message: "Not Found" });
    if (endpoint.method !== request.method)
      return this.#refuse(405, `${request.method} ${path}`, { message: "Method Not Allowed" });
    const wrong = wrongParameters(request.query, endpoint.query);
    if (wrong.length > 0) {
      const errors = Object.fromEntries(wrong.map((name) => [name, [`The ${name} field is invalid.`]]));
      return this.#refuse(422, `query: ${wrong}`, { message: "The given data was invalid.", errors });
    }
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    const producer = this.#producers.find((one) => one.token === token);
    if (token !== undefined && !producer) return unauthenticated();
    if (endpoint.needs !== "nothing" && !producer) return unauthenticated();
    if (endpoint.needs === "producer" && !producer?.uploadAccess)
      return { status: 403, body: { message: "This action is unauthorized." } };
    if (path === "artist/profile") return { status: 200, body: profileOf(producer!) };
    if (path === "producer-intelligence/progress-data") return { status: 200, body: this.progress };
    if (path === "artist/dashboard-stats")
      return { status: 200, body: { data: { total_tracks: producer!.tracks.length } } };
    return this.#tracks(Number(path!.split("/")[1]), request.query, producer !== undefined);
  }

  #tracks(artistId: number, query: URLSearchParams, hasToken: boolean): Reply {
    const artist = this.#producers.find(({ id }) => id === artistId);
    if (!artist) return { status: 404, body: { message: "Not Found" } };
    const perPage = Math.min(Number(query.get("perPage") ?? 15), this.perPageMost);
    const page = Number(query.get("page") ?? 1);
    const from = (page - 1) * perPage;
    const data = artist.tracks
      .slice(from, from + perPage)
      .map((track) => (hasToken ? track : { id: track.id, name: track.name, image: track.image }));
    const full = { total: artist.tracks.length, last_page: Math.max(1, Math.ceil(artist.tracks.length / perPage)) };
    const pagination = { data, current_page: page, per_page: perPage, ...(this.pagination === "full" && full) };
    return { status: 200, body: { status: "success", pagination } };
  }

  #refuse(status: number, why: string, body: object): Reply {
    this.refused.push(why);
    return { status, body };
  }
}

const unauthenticated = (): Reply => ({ status: 401, body: { message: "Unauthenticated." } });

const tooMany = (seconds: number): Reply => ({
  status: 429,
  body: { message: "Too Many Attempts.", retry_after: seconds },
  headers: { "retry-after": String(seconds) },
});

const profileOf = (producer: ApiProducer): object => ({
  success: true,
  data: {
    id: producer.id,
    name: producer.name,
    upload_access: producer.uploadAccess,
    total_tracks: producer.tracks.length,
    total_plays: producer.tracks.reduce((sum, { plays }) => sum + plays, 0),
    member_since: producer.memberSince,
    bio: producer.bio,
    website: producer.website,
    social_links: producer.socialLinks,
  },
});

const wrongParameters = (query: URLSearchParams, known: Query): string[] =>
  [...query].flatMap(([name, value]) => (name in known && /^[1-9]\d{0,3}$/.test(value) ? [] : [name]));
