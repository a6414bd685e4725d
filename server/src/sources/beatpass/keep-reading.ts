import { and, eq, isNotNull } from "drizzle-orm";
import { beatpassConnections } from "../../db/schema/index.ts";
import { BeatPassFailure } from "./failure.ts";
import { readBeatPass, type SourceContext } from "./read-source.ts";

/** Where BeatPass cannot answer, a reading that is due is tried again: soon at first, then less and less often. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

export type BeatPassReader = {
  /** Begins the reading that is due for a producer, unless it is under way. */
  start(producerId: string): void;
  /** Goes on with readings that were due when the server stopped. */
  resume(): Promise<void>;
  stop(): Promise<void>;
};

/** Does due readings in the background: the first one after connecting, and the one after a renewal. */
export function keepReading(context: SourceContext, firstWaitMs: number = FIRST_WAIT_MS): BeatPassReader {
  const stopping = new AbortController();
  const underWay = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();

  const start = (producerId: string, failures = 0): void => {
    if (stopping.signal.aborted) return;
    // The one under way may have an older token: it is superseded, and this one follows.
    const before = underWay.get(producerId) ?? Promise.resolve();
    const run = before.then(() => read(producerId, failures));
    underWay.set(producerId, run);
    void run.finally(() => underWay.get(producerId) === run && underWay.delete(producerId));
  };

  async function read(producerId: string, failures: number): Promise<void> {
    if (stopping.signal.aborted) return;
    try {
      if (!(await isDue(producerId))) return;
      await readBeatPass(context, producerId, stopping.signal);
    } catch (error) {
      if (stopping.signal.aborted) return;
      if (!(error instanceof BeatPassFailure))
        context.log.error({ event: "beatpass-reading", id: producerId, outcome: "failed", err: error });
      else if (error.kind === "refused" || error.kind === "no-upload") return;
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          start(producerId, failures + 1);
        },
        Math.min(firstWaitMs * 2 ** failures, LONGEST_WAIT_MS),
      );
      timers.add(timer);
    }
  }

  const due = () => and(isNotNull(beatpassConnections.reading), eq(beatpassConnections.tokenState, "accepted"));
  const isDue = async (producerId: string): Promise<boolean> => {
    const rows = await context.db
      .select({ id: beatpassConnections.id })
      .from(beatpassConnections)
      .where(and(eq(beatpassConnections.producerId, producerId), due()));
    return rows.length > 0;
  };

  return {
    start: (producerId) => start(producerId),
    resume: async () => {
      const rows = await context.db
        .select({ producerId: beatpassConnections.producerId })
        .from(beatpassConnections)
        .where(due());
      for (const { producerId } of rows) start(producerId);
    },
    stop: async () => {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
      await Promise.allSettled(underWay.values());
    },
  };
}
