import type { ErrandResult, LeasedErrand } from "@beatpass/shared/contracts";
import { drawCard } from "../cards/draw-card.ts";
import type { Wake } from "../deliveries/wake.ts";
import type { Log } from "../log.ts";
import { leaseOrNothing } from "../server-api/lease-or-nothing.ts";
import type { ServerApi } from "../server-api/server-api.ts";
import type { Time } from "../time.ts";
import type { ErrandRunner, Outcome } from "./runner.ts";

const AT_ONCE = 10;
/** Asks unasked this often, should the event stream be down. */
const POLL_MS = 5_000;

/** Runs what the server asks of a platform's bot, several at once: lease, find out or do, answer. */
export function runErrands(options: {
  runner: ErrandRunner;
  server: ServerApi;
  wake: Wake;
  worker: string;
  time: Time;
  log: Log;
}): { stop: () => Promise<void> } {
  const { runner, server, wake, worker, time } = options;
  const log = options.log.child({ platform: runner.platform });
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const woken = wake.next(POLL_MS, stopping.signal);
      for (const errand of await lease(AT_ONCE - underWay.size)) begin(errand);
      await woken;
    }
  }

  const lease = async (limit: number): Promise<LeasedErrand[]> =>
    limit < 1 ? [] : leaseOrNothing(log, "errands", () => server.leaseErrands(runner.platform, worker, limit));

  function begin(leased: LeasedErrand): void {
    const done = handle(leased).finally(() => {
      underWay.delete(done);
      wake.now();
    });
    underWay.add(done);
  }

  async function handle({ id, lease, guildId, errand, attempt }: LeasedErrand): Promise<void> {
    const startedAt = time.now();
    const line = { event: "errand", id, errand: errand.is, attempt };
    try {
      const outcome = await perform(runner, guildId, errand);
      const answer =
        outcome.is === "done" ? { result: outcome.result } : { detail: outcome.detail, ...waitOf(outcome) };
      const taken = await server.answerErrand(id, { lease, ...answer });
      log.info({ ...line, outcome: taken ? outcome.is : "lease-lost", ms: time.now() - startedAt });
    } catch (error) {
      // Its lease runs out, and it comes again.
      log.warn({ ...line, outcome: "not-answered", err: error, ms: time.now() - startedAt });
    }
  }

  const running = loop();
  return {
    async stop() {
      stopping.abort();
      await running;
      await Promise.all(underWay);
    },
  };
}

async function perform(
  runner: ErrandRunner,
  guildId: string,
  errand: LeasedErrand["errand"],
): Promise<Outcome<ErrandResult>> {
  switch (errand.is) {
    case "may-manage":
      return runner.mayManage(guildId, errand.userId);
    case "places":
      return runner.places(guildId, errand.userId);
    case "hold-roles":
      return runner.holdRoles(guildId, errand);
    case "card": {
      const card = await drawCard(errand.view, errand.locale);
      const drawn = card && { png: card.png.toString("base64"), alt: card.alt };
      return { is: "done", result: { is: "card", ...(drawn && { card: drawn }) } };
    }
  }
}

const waitOf = ({ retryAfterMs }: { retryAfterMs?: number }) => (retryAfterMs === undefined ? {} : { retryAfterMs });
