import type { Reply } from "../loopback-server.ts";

export type Limits = {
  /** Requests a second of a whole bot. */
  globalPerSecond: number;
  /** Posts in a channel within a window that begins with the first of them. */
  perChannel: { posts: number; windowMs: number };
};

/** Discord's limits as it documents them for bots, with the bucket that it gives to posts in a channel. */
export const DISCORD_LIMITS: Limits = { globalPerSecond: 50, perChannel: { posts: 5, windowMs: 5000 } };

type Window = { until: number; left: number };

/** Enforces limits the way Discord does: says with each answer what is left, and refuses what is over. */
export class RateLimits {
  /** How often somebody had to be refused. */
  refused = 0;
  #limits: Limits;
  #global: Window = { until: 0, left: 0 };
  #channels = new Map<string, Window>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The shortest time in which so many posts in so many channels can get through, in ms. */
  shortest(posts: number, channels: number): number {
    const { globalPerSecond, perChannel } = this.#limits;
    const each = Math.ceil(posts / channels);
    const inChannel = (Math.ceil(each / perChannel.posts) - 1) * perChannel.windowMs;
    return Math.max(inChannel, (posts / globalPerSecond - 1) * 1000);
  }

  /** The refusal, or the headers of the answer. */
  take(channelId: string): { refusal: Reply } | { headers: Record<string, string> } {
    const now = Date.now();
    if (this.#global.until <= now) this.#global = { until: now + 1000, left: this.#limits.globalPerSecond };
    const { posts, windowMs } = this.#limits.perChannel;
    let channel = this.#channels.get(channelId);
    if (!channel || channel.until <= now) {
      channel = { until: now + windowMs, left: posts };
      this.#channels.set(channelId, channel);
    }
    if (this.#global.left === 0) return this.#refuse(this.#global.until - now, "global", {});
    const headers = {
      "x-ratelimit-bucket": "channel-messages",
      "x-ratelimit-limit": String(posts),
      "x-ratelimit-remaining": String(Math.max(0, channel.left - 1)),
      "x-ratelimit-reset": String(channel.until / 1000),
      "x-ratelimit-reset-after": String((channel.until - now) / 1000),
    };
    if (channel.left === 0) return this.#refuse(channel.until - now, "user", headers);
    this.#global.left--;
    channel.left--;
    return { headers };
  }

  #refuse(waitMs: number, scope: "global" | "user", headers: Record<string, string>): { refusal: Reply } {
    this.refused++;
    const retry_after = Math.ceil(waitMs) / 1000;
    const global = scope === "global";
    return {
      refusal: {
        status: 429,
        body: { message: "You are being rate limited.", retry_after, global },
        headers: {
          ...headers,
          "retry-after": String(Math.ceil(retry_after)),
          "x-ratelimit-scope": scope,
          ...(global && { "x-ratelimit-global": "true" }),
        },
      },
    };
  }
}
