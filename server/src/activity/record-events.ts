import { type EventsAnswer, MAX_EVENTS_PER_REQUEST } from "@beatpass/shared/contracts";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { AppError } from "../errors.ts";
import { noEarnings, settleXp } from "../progress/index.ts";
import { playFact } from "./facts.ts";
import { type ActivityEvent, type IngestPermission, isRejection, type Rejection, readEvent } from "./read-event.ts";
import { type OtherEvent, recordFact } from "./record-fact.ts";
import { recordPlays } from "./record-plays.ts";
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

type Placed = { index: number; event: ActivityEvent };

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
  const rejected: (Rejection & { index: number })[] = [];
  const checked: Placed[] = [];
  for (const [index, raw] of batch.events.entries()) {
    const event = readEvent(raw, batch.demo ? DEMO_PERMISSION : batch.permission, now);
    if (isRejection(event)) rejected.push({ index, ...event });
    else checked.push({ index, event });
  }
  if (checked.length === 0) return { accepted: 0, duplicates: 0, rejected, progress: [] };
  const written = await context.write((tx) => writeEvents(tx, context, checked, batch, now), {
    together: checked.length <= TOGETHER_UP_TO,
  });
  return { ...written, rejected: [...rejected, ...written.rejected].sort((a, b) => a.index - b.index) };
}

async function writeEvents(
  tx: Tx,
  context: WriteContext,
  events: readonly Placed[],
  batch: EventBatch,
  now: number,
): Promise<EventsAnswer> {
  const due = noEarnings();
  const sources = await sourceKeys(
    tx,
    events.map(({ event }) => event.source),
  );
  const options = {
    rulebook: context.rulebook,
    demo: batch.demo ?? false,
    checkAchievements: !batch.silent,
    receivedAt: now,
  };
  const answer: EventsAnswer = { accepted: 0, duplicates: 0, rejected: [], progress: [] };
  for (const run of runsOfPlays(events)) {
    if (isPlays(run)) {
      const facts = run.map(({ event }) => playFact(event, sources.get(event.source)!));
      const plays = await recordPlays(tx, facts, due, options);
      answer.accepted += plays.accepted;
      answer.duplicates += plays.duplicates;
      for (const position of plays.unknownTrack) {
        const { index, event } = run[position]!;
        answer.rejected.push({
          index,
          code: "unknown_track",
          message: `data.trackId: no track "${event.data.trackId}" is known`,
        });
      }
      continue;
    }
    for (const { index, event } of run) {
      const outcome = await recordFact(tx, event as OtherEvent, sources.get(event.source)!, due, options);
      if (outcome === "accepted") answer.accepted++;
      else if (outcome === "duplicate") answer.duplicates++;
      else answer.rejected.push({ index, ...outcome });
    }
  }
  answer.progress = await settleXp(tx, due, now, batch.silent ?? false);
  return answer;
}

type PlayEvent = Extract<ActivityEvent, { type: "ca.beatpass.play" }>;
type Run = Placed[];
const isPlays = (run: Run): run is { index: number; event: PlayEvent }[] => run[0]?.event.type === "ca.beatpass.play";

/** Splits a batch, in order, into runs of plays (recorded together) and runs of everything else. */
function runsOfPlays(events: readonly Placed[]): Run[] {
  const runs: Run[] = [];
  for (const placed of events) {
    const last = runs.at(-1);
    if (last && (placed.event.type === "ca.beatpass.play") === isPlays(last)) last.push(placed);
    else runs.push([placed]);
  }
  return runs;
}
