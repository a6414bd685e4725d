import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { HttpEnv } from "./api.ts";

const LOOK_EVERY_MS = 250;
const KEEP_ALIVE_MS = 15_000;
/** How much longer than their access somebody's stream may last. */
const CHECK_EVERY_MS = 5000;

export type SentEvent = { event: string; data: unknown };

/**
 * A stream of server-sent events that looks for news again and again: what another process wrote shows as well. It
 * ends a few seconds after whoever opened it is let in no longer, or as somebody else; who asks again hears why.
 * @param look what to send now, if anything
 * @param ended called once nobody listens any more
 */
export function sendEvents(c: Context<HttpEnv>, look: () => Promise<SentEvent[]>, ended?: () => void): Response {
  c.header("x-accel-buffering", "no");
  return streamSSE(c, async (stream) => {
    const isStillLetIn = () =>
      c
        .get("isStillWho")()
        .catch(() => false);
    let quietSince = Date.now();
    let checkedAt = Date.now();
    try {
      await stream.write(": connected\n\n");
      while (!stream.aborted && !stream.closed) {
        if (Date.now() - checkedAt > CHECK_EVERY_MS) {
          if (!(await isStillLetIn())) return;
          checkedAt = Date.now();
        }
        const events = await look();
        for (const { event, data } of events) await stream.writeSSE({ event, data: JSON.stringify(data) });
        if (events.length > 0) quietSince = Date.now();
        else if (Date.now() - quietSince > KEEP_ALIVE_MS) {
          await stream.write(": still here\n\n");
          quietSince = Date.now();
        }
        await sleep(LOOK_EVERY_MS);
      }
    } finally {
      ended?.();
    }
  });
}
