import type { App } from "@slack/bolt";
import type { Log } from "../log.ts";

const REMEMBERED = 2000;

/** Slack delivers an event again whose answer it did not see: each is handled once. */
export function handleEventsOnce(app: App, log: Log): void {
  const seen = new Set<string>();
  app.use(async ({ body, next }) => {
    const id = "event_id" in body && typeof body.event_id === "string" ? body.event_id : undefined;
    if (id !== undefined && seen.has(id)) {
      log.info({ event: "slack-event", id, outcome: "seen-before" });
      return;
    }
    if (id !== undefined) seen.add(id);
    if (seen.size > REMEMBERED) seen.clear();
    await next();
  });
}
