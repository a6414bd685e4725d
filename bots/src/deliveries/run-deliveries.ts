import type { LeasedDelivery } from "@beatpass/shared/contracts";
import type { Log } from "../log.ts";
import { leaseOrNothing } from "../server-api/lease-or-nothing.ts";
import type { ServerApi } from "../server-api/server-api.ts";
import type { Time } from "../time.ts";
import { attempt, type Draw } from "./attempt.ts";
import { reportVerdict } from "./report-verdict.ts";
import type { Sender } from "./sender.ts";
import type { Wake } from "./wake.ts";

/** As many as Discord takes of a bot in a second. */
const AT_ONCE = 50;
/** Of what ends within this, the next ones are asked for together. */
const GATHER_MS = 50;
/** Asks unasked this often, should the event stream be down. */
const POLL_MS = 5_000;

export type DeliveryRun = {
  /** Leases no more, and resolves when what is under way has ended. */
  stop: () => Promise<void>;
};

/**
 * The one loop of both platforms: lease, send, report. Channels go on side by side; within a channel one delivery
 * ends before the next begins.
 */
export function runDeliveries(options: {
  sender: Sender;
  server: ServerApi;
  wake: Wake;
  worker: string;
  draw?: Draw | undefined;
  time: Time;
  log: Log;
}): DeliveryRun {
  const { sender, server, wake, worker, time } = options;
  const log = options.log.child({ platform: sender.platform });
  const stopping = new AbortController();
  const channels = new Map<string, Promise<void>>();
  let underWay = 0;
  let more = new AbortController();
  let gathering = false;

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      more = new AbortController();
      // Listening begins before the question: what is announced meanwhile is not missed.
      const woken = wake.next(POLL_MS, AbortSignal.any([stopping.signal, more.signal]));
      const leased = await lease(AT_ONCE - underWay);
      for (const delivery of leased) enqueue(delivery);
      await woken;
    }
  }

  const lease = async (limit: number): Promise<LeasedDelivery[]> =>
    limit < 1 ? [] : leaseOrNothing(log, "deliveries", () => server.lease(sender.platform, worker, limit));

  function enqueue(delivery: LeasedDelivery): void {
    underWay++;
    const before = channels.get(delivery.channelId) ?? Promise.resolve();
    const done = before
      .then(() => handle(delivery))
      .finally(() => {
        underWay--;
        if (channels.get(delivery.channelId) === done) channels.delete(delivery.channelId);
        void askForMore();
      });
    channels.set(delivery.channelId, done);
  }

  async function askForMore(): Promise<void> {
    if (gathering) return;
    gathering = true;
    await time.sleep(GATHER_MS, stopping.signal);
    gathering = false;
    more.abort();
  }

  async function handle(delivery: LeasedDelivery): Promise<void> {
    const startedAt = time.now();
    const verdict = await attempt(delivery, { ...options, log, isStopping: stopping.signal.aborted });
    const reported = verdict !== undefined && (await reportVerdict(server, delivery, verdict, time));
    const outcome = verdict?.outcome ?? "left-to-lease";
    const line = { event: "delivery", id: delivery.id, attempt: delivery.attempt, outcome, reported };
    const ms = time.now() - startedAt;
    log[outcome === "delivered" || outcome === "retry-later" ? "info" : "warn"]({ ...line, ms }, verdict?.detail);
    if (verdict?.retryAfterMs !== undefined) {
      void time.sleep(verdict.retryAfterMs, stopping.signal).then(() => more.abort());
    }
    if (outcome === "credentials-dead") {
      log.error(
        { event: "credentials-dead" },
        "The token is refused: nothing more is sent until a restart with a good one",
      );
      stopping.abort();
    }
  }

  const running = loop();
  return {
    async stop() {
      stopping.abort();
      await running;
      await Promise.all(channels.values());
    },
  };
}
