import { setImmediate as nextTurn } from "node:timers/promises";
import { type EventsAnswer, MAX_EVENTS_PER_REQUEST } from "@beatpass/shared/contracts";
import { invalidField } from "../errors.ts";
import { playFact } from "./facts.ts";
import { type IngestPermission, isRejection, readEvent } from "./read-event.ts";
import type { OtherEvent } from "./record-fact.ts";
import type { PlayFact } from "./record-plays.ts";

/** A checked event and its place in its batch. */
export type ReadEvent = { index: number } & ({ play: PlayFact } | { other: OtherEvent });

/** A batch whose events are checked: what holds, in its order, and what is wrong with the rest. */
export type EventBatch = { events: readonly ReadEvent[]; rejected: EventsAnswer["rejected"] };

/** Checked in one go: other requests come in between. */
const AT_ONCE = 250;

/**
 * Checks the events of a batch one by one: a rejected one does not stop the others (contract: POST /v1/events). Apart
 * from recording them, as the thread that writes has enough to do.
 * @throws AppError invalid for more than 10,000 events
 */
export async function readBatch(
  events: readonly unknown[],
  permission: IngestPermission,
  now: number,
): Promise<EventBatch> {
  if (events.length > MAX_EVENTS_PER_REQUEST) {
    throw invalidField(
      "body",
      `A request holds at most ${MAX_EVENTS_PER_REQUEST} events; this one has ${events.length}.`,
    );
  }
  const read: ReadEvent[] = [];
  const rejected: EventsAnswer["rejected"] = [];
  for (const [index, raw] of events.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await nextTurn();
    const event = readEvent(raw, permission, now);
    if (isRejection(event)) rejected.push({ index, ...event });
    else if (event.type === "ca.beatpass.play") read.push({ index, play: playFact(event) });
    else read.push({ index, other: event });
  }
  return { events: read, rejected };
}
