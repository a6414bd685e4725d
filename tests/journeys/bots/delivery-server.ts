import type { AddressInfo } from "node:net";
import {
  type AnnouncementView,
  type Answer,
  CommunitiesPresent,
  CommunitySeen,
  DeliveryOutcome,
  type LeasedDelivery,
  LeaseRequest,
  type Locale,
  type DeliveryOutcome as Outcome,
} from "@beatpass/shared/contracts";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";

type Waiting = Omit<LeasedDelivery, "lease" | "leasedUntil" | "attempt" | "inDoubtSince"> & {
  lease: string | undefined;
  attempt: number;
  inDoubtSince: number | undefined;
  leasedUntil: number;
  notBefore: number;
};
export type Settled = Outcome & { id: string };

const LEASE_MS = 60_000;

/** The server's delivery endpoints in memory, so that leases can be ended and doubts dated at will. */
export class DeliveryServer {
  readonly key = "bot-key";
  readonly outcomes: Settled[] = [];
  /** Guilds that the Discord bot said it is in. */
  present: string[] = [];
  /** Communities that the bot was removed from. */
  readonly left: string[] = [];
  readonly communities: Record<string, { name: string; locale?: Locale | undefined }> = {};
  readonly questions: { guildId: string; command: string; query: Record<string, string> }[] = [];
  /** What commands are answered; undefined: the server is out of order. */
  answer: Answer | undefined = { is: "unlinked" };
  /** Commands wait for this before they are answered. */
  answersAfter: Promise<unknown> = Promise.resolve();
  /** What is offered while somebody types. */
  suggestions: { name: string; value: string }[] = [];
  #waiting: Waiting[] = [];
  #count = 0;
  #watchers = new Set<() => void>();
  #server!: ReturnType<typeof serve>;

  static async start(): Promise<DeliveryServer> {
    const self = new DeliveryServer();
    await new Promise<void>((resolve) => {
      self.#server = serve({ fetch: self.#routes().fetch, port: 0, hostname: "127.0.0.1" }, () => resolve());
    });
    return self;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Announces something to a channel; gives the delivery's id. */
  announce(
    platform: LeasedDelivery["platform"],
    channelId: string,
    view: AnnouncementView,
    { locale = "en", ...more }: { locale?: Locale } & Partial<Pick<LeasedDelivery, "to" | "edits" | "mention">> = {},
  ): string {
    const id = `delivery-${++this.#count}-${crypto.randomUUID().slice(0, 6)}`;
    const open = { lease: undefined, attempt: 0, inDoubtSince: undefined, leasedUntil: 0, notBefore: 0 };
    this.#waiting.push({ id, platform, guildId: "guild", to: "channel", channelId, locale, view, ...more, ...open });
    this.#wake();
    return id;
  }

  /** Ends every lease as if its time had run out, and dates the doubt. */
  endLeases(inDoubtSince: number): void {
    for (const delivery of this.#waiting) {
      if (delivery.lease === undefined) continue;
      delivery.lease = undefined;
      delivery.inDoubtSince ??= inDoubtSince;
    }
    this.#wake();
  }

  /** How many deliveries are out with a bot. */
  get leased(): number {
    return this.#waiting.filter(({ lease }) => lease !== undefined).length;
  }

  get watched(): boolean {
    return this.#watchers.size > 0;
  }

  outcomesOf(id: string): Settled["outcome"][] {
    return this.outcomes.filter((one) => one.id === id).map(({ outcome }) => outcome);
  }

  stop(): void {
    if ("closeAllConnections" in this.#server) this.#server.closeAllConnections();
    this.#server.close();
  }

  #wake(): void {
    for (const wake of this.#watchers) wake();
  }

  #routes(): Hono {
    const app = new Hono();
    app.use(async (c, next) => {
      if (c.req.header("authorization") !== `Bearer ${this.key}`) return c.body(null, 401);
      await next();
    });
    app.post("/v1/deliveries/lease", async (c) => {
      const { platform, limit } = LeaseRequest.parse(await c.req.json());
      return c.json({ deliveries: this.#lease(platform, limit) });
    });
    app.post("/v1/deliveries/:id/outcome", async (c) => {
      return c.body(null, this.#settle(c.req.param("id"), DeliveryOutcome.parse(await c.req.json())));
    });
    app.post("/v1/errands/lease", (c) => c.json({ errands: [] }));
    app.get("/v1/deliveries/stream", (c) =>
      streamSSE(c, async (stream) => {
        const wake = () => void stream.writeSSE({ event: "deliveries", data: "{}" });
        this.#watchers.add(wake);
        await new Promise<void>((resolve) => stream.onAbort(resolve));
        this.#watchers.delete(wake);
      }),
    );
    app.put("/v1/communities/:platform", async (c) => {
      this.present = CommunitiesPresent.parse(await c.req.json()).guildIds;
      return c.body(null, 204);
    });
    app.put("/v1/communities/:platform/:guildId", async (c) => {
      const { platform, guildId } = c.req.param();
      this.communities[`${platform} ${guildId}`] = CommunitySeen.parse(await c.req.json());
      return c.body(null, 204);
    });
    app.post("/v1/communities/:platform/:guildId/left", (c) => {
      const { platform, guildId } = c.req.param();
      this.left.push(`${platform} ${guildId}`);
      return c.body(null, 204);
    });
    app.get("/v1/communities/:platform/:guildId/answers/:command", async (c) => {
      const { guildId, command } = c.req.param();
      this.questions.push({ guildId, command, query: c.req.query() });
      await this.answersAfter;
      return this.answer ? c.json(this.answer) : c.body(null, 503);
    });
    app.get("/v1/communities/:platform/:guildId/suggestions", (c) => {
      this.questions.push({ guildId: c.req.param("guildId"), command: "suggestions", query: c.req.query() });
      return c.json({ choices: this.suggestions });
    });
    return app;
  }

  /** The oldest of each channel that is not out already. */
  #lease(platform: string, limit: number): LeasedDelivery[] {
    const now = Date.now();
    const heads = new Map<string, Waiting>();
    for (const delivery of this.#waiting) {
      if (delivery.platform === platform && !heads.has(delivery.channelId)) heads.set(delivery.channelId, delivery);
    }
    const open = [...heads.values()].filter(({ lease, notBefore }) => lease === undefined && notBefore <= now);
    return open.slice(0, limit).map((delivery) => {
      delivery.lease = crypto.randomUUID();
      delivery.leasedUntil = now + LEASE_MS;
      delivery.attempt++;
      const { notBefore: _, inDoubtSince, lease, ...shown } = delivery;
      return {
        ...shown,
        lease,
        leasedUntil: new Date(delivery.leasedUntil).toISOString(),
        ...(inDoubtSince !== undefined && { inDoubtSince: new Date(inDoubtSince).toISOString() }),
      };
    });
  }

  #settle(id: string, outcome: Outcome): 204 | 409 {
    const delivery = this.#waiting.find((one) => one.id === id && one.lease === outcome.lease);
    if (!delivery) return 409;
    this.outcomes.push({ id, ...outcome });
    if (outcome.outcome === "retry-later") {
      delivery.lease = undefined;
      delivery.notBefore = Date.now() + (outcome.retryAfterMs ?? 0);
    } else this.#waiting = this.#waiting.filter((one) => one !== delivery);
    return 204;
  }
}
