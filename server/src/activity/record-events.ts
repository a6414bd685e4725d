import { type EventsAnswer, MAX_EVENTS_PER_REQUEST } from "@beatpass/shared/contracts";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { AppError } from "../errors.ts";
import { type Earnings, noEarnings, settleAll } from "../progress/index.ts";
import { playFact } from "./facts.ts";
import { type ActivityEvent, type IngestPermission, isRejection, readEvent } from "./read-event.ts";
import { type OtherEvent, recordFact } from "./record-fact.ts";
import { type PlaysDue, recordPlays } from "./record-plays.ts";
import { sourceKeys } from "./source-keys.ts";

export type EventBatch = {
  events: readonly unknown[];
  /** Not looked at for the demo, which speaks for its own source alone. */
  permission: IngestPermission;
  /** Made-up activity: its artists, tracks and producers are marked as such. */
  demo?: boolean;
  /** Pays XP but checks no achievement and announces nothing: a refresh follows, as after an import. */
  silent?: boolean;
};

const DEMO_PERMISSION: IngestPermission = { sources: ["demo"], trusted: true };

/** Larger batches have a transaction of their own: it costs them little, and the small ones do not wait for it. */
const TOGETHER_UP_TO = 1000;

/** A batch whose events are read; what is wrong with some of them is in `rejected` already. */
type Request = {
  context: WriteContext;
  now: number;
  batch: EventBatch;
  events: readonly { index: number; event: ActivityEvent }[];
  rejected: EventsAnswer["rejected"];
};

/**
 * Takes a batch of activity events into the ledger: idempotent by (source, id), XP, levels, unlocks and their
 * announcements in the same transaction. A rejected event does not stop the others (contract: POST /v1/events).
 * @throws AppError invalid for more than 10,000 events
 */
export async function recordEvents(context: WriteContext, batch: EventBatch): Promise<EventsAnswer> {
  if (batch.events.length > MAX_EVENTS_PER_REQUEST) {
    throw new AppError(
      "invalid",
      `A request holds at most ${MAX_EVENTS_PER_REQUEST} events; this one has ${batch.events.length}.`,
    );
  }
  const now = context.clock.now();
  const rejected: EventsAnswer["rejected"] = [];
  const events: { index: number; event: ActivityEvent }[] = [];
  for (const [index, raw] of batch.events.entries()) {
    const event = readEvent(raw, batch.demo ? DEMO_PERMISSION : batch.permission, now);
    if (isRejection(event)) rejected.push({ index, ...event });
    else events.push({ index, event });
  }
  if (events.length === 0) return { accepted: 0, duplicates: 0, rejected, progress: [] };
  const request: Request = { context, now, batch, events, rejected };
  if (batch.silent || batch.demo || events.length > TOGETHER_UP_TO) {
    return context.write(async (tx) => (await recordRequests(tx, [request]))[0]!);
  }
  return context.writeTogether(recordRequests, request);
}

/** Records requests of one context in the order of their coming, as if each had come alone. */
async function recordRequests(tx: Tx, requests: readonly Request[]): Promise<EventsAnswer[]> {
  const { context, batch, now } = requests[0]!;
  const options = {
    rulebook: context.rulebook,
    demo: batch.demo ?? false,
    checkAchievements: !batch.silent,
    receivedAt: now,
  };
  const open = requests.map((request) => ({
    due: noEarnings(),
    answer: { accepted: 0, duplicates: 0, rejected: [...request.rejected], progress: [] } as EventsAnswer,
  }));
  const placed = requests.flatMap(({ events }, at) => events.map((event) => ({ ...event, ...open[at]! })));
  const sources = await sourceKeys(
    tx,
    placed.map(({ event }) => event.source),
  );
  for (const run of runsOfPlays(placed)) {
    if (isPlays(run)) await takePlays(tx, run, sources, options);
    else {
      for (const { index, event, due, answer } of run) {
        const outcome = await recordFact(tx, event as OtherEvent, sources.get(event.source)!, due, options);
        if (outcome === "accepted") answer.accepted++;
        else if (outcome === "duplicate") answer.duplicates++;
        else answer.rejected.push({ index, ...outcome });
      }
    }
  }
  const progress = await settleAll(
    tx,
    open.map(({ due }) => due),
    now,
    batch.silent ?? false,
  );
  return open.map(({ answer }, at) => ({
    ...answer,
    rejected: answer.rejected.sort((a, b) => a.index - b.index),
    progress: progress[at]!,
  }));
}

/** An event with its place in its request, and with what that request is owed and answered. */
type Placed<Event = ActivityEvent> = { index: number; event: Event; due: Earnings; answer: EventsAnswer };
type PlayEvent = Extract<ActivityEvent, { type: "ca.beatpass.play" }>;

async function takePlays(
  tx: Tx,
  run: readonly Placed<PlayEvent>[],
  sources: ReadonlyMap<string, number>,
  options: { rulebook: WriteContext["rulebook"]; receivedAt: number },
): Promise<void> {
  const requests = [...Map.groupBy(run, ({ answer }) => answer)];
  const recorded = await recordPlays(
    tx,
    requests.map(
      ([, own]): PlaysDue => ({
        plays: own.map(({ event }) => playFact(event, sources.get(event.source)!)),
        due: own[0]!.due,
      }),
    ),
    options,
  );
  for (const [at, [answer, own]] of requests.entries()) {
    const { accepted, duplicates, unknownTrack } = recorded[at]!;
    answer.accepted += accepted;
    answer.duplicates += duplicates;
    for (const position of unknownTrack) {
      const { index, event } = own[position]!;
      const message = `data.trackId: no track "${event.data.trackId}" is known`;
      answer.rejected.push({ index, code: "unknown_track", message });
    }
  }
}

const isPlays = (run: readonly Placed[]): run is Placed<PlayEvent>[] => run[0]?.event.type === "ca.beatpass.play";

/** Splits events, in order, into runs of plays (recorded together) and runs of everything else. */
function runsOfPlays(events: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = [];
  for (const placed of events) {
    const last = runs.at(-1);
    if (last && (placed.event.type === "ca.beatpass.play") === isPlays(last)) last.push(placed);
    else runs.push([placed]);
  }
  return runs;
}
