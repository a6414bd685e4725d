import type { EventsAnswer } from "@beatpass/shared/contracts";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { type Earnings, noEarnings, settleAll } from "../progress/index.ts";
import { type Known, nothingKnown } from "./known.ts";
import type { EventBatch, ReadEvent } from "./read-batch.ts";
import { type OtherEvent, recordFact } from "./record-fact.ts";
import { type PlayFact, recordPlays } from "./record-plays.ts";
import { sourceKeys } from "./source-keys.ts";

export type RecordOptions = {
  /** Made-up activity: its artists, tracks and producers are marked as such. */
  demo?: boolean;
  /** Pays XP but checks no achievement and announces nothing: a refresh follows, as after an import. */
  silent?: boolean;
};

/** Larger batches have a transaction of their own: it costs them little, and the small ones do not wait for it. */
const TOGETHER_UP_TO = 1000;

type Request = { context: WriteContext; now: number; batch: EventBatch & RecordOptions };

/**
 * Takes a batch of activity events into the ledger: idempotent by (source, id), XP, levels, unlocks and their
 * announcements in the same transaction (contract: POST /v1/events).
 * @param batch see readBatch
 */
export async function recordEvents(context: WriteContext, batch: EventBatch & RecordOptions): Promise<EventsAnswer> {
  const { events, rejected } = batch;
  if (events.length === 0) return { accepted: 0, duplicates: 0, rejected: [...rejected], progress: [] };
  const request: Request = { context, now: context.clock.now(), batch };
  if (batch.silent || batch.demo || events.length > TOGETHER_UP_TO) {
    return context.write(async (tx) => (await recordRequests(tx, [request]))[0]!);
  }
  return context.writeTogether(recordRequests, request);
}

/** What a request is owed and answered. */
type Open = { due: Earnings; answer: EventsAnswer };

/** Records requests of one context in the order of their coming, as if each had come alone. */
async function recordRequests(tx: Tx, requests: readonly Request[]): Promise<EventsAnswer[]> {
  const { context, batch, now } = requests[0]!;
  const options = {
    rulebook: context.rulebook,
    demo: batch.demo ?? false,
    checkAchievements: !batch.silent,
    receivedAt: now,
  };
  const runs: Run[] = [];
  const open = requests.map(({ batch: { events, rejected } }): Open => {
    const one = {
      due: noEarnings(),
      answer: { accepted: 0, duplicates: 0, rejected: [...rejected], progress: [] },
    };
    for (const event of events) addToRuns(runs, event, one);
    return one;
  });
  // Other events may change what plays are judged by: it is read anew for each run then.
  const onlyPlays = runs.every(({ kind }) => kind === "plays");
  const known = onlyPlays ? await context.known.take(tx) : undefined;
  for (const run of runs) {
    await (run.kind === "plays" ? takePlays(tx, run, known ?? nothingKnown(), options) : takeOthers(tx, run, options));
  }
  const progress = await settleAll(
    tx,
    open.map(({ due }) => due),
    now,
    batch.silent ?? false,
  );
  if (known) await context.known.keep(tx, known);
  return open.map(({ answer }, at) => ({
    ...answer,
    rejected: answer.rejected.sort((a, b) => a.index - b.index),
    progress: progress[at]!,
  }));
}

/** Neighbouring events, of one request or several, that are recorded together: plays by one set of statements. */
type Run = PlaysRun | OthersRun;
type PlaysRun = { kind: "plays"; parts: { one: Open; indices: number[]; plays: PlayFact[] }[] };
type OthersRun = { kind: "others"; events: { one: Open; index: number; other: OtherEvent }[] };

function addToRuns(runs: Run[], event: ReadEvent, one: Open): void {
  const last = runs.at(-1);
  if ("other" in event) {
    const { index, other } = event;
    if (last?.kind === "others") last.events.push({ one, index, other });
    else runs.push({ kind: "others", events: [{ one, index, other }] });
    return;
  }
  const { index, play } = event;
  const part = last?.kind === "plays" ? last.parts.at(-1) : undefined;
  if (part?.one === one) {
    part.indices.push(index);
    part.plays.push(play);
  } else if (last?.kind === "plays") last.parts.push({ one, indices: [index], plays: [play] });
  else runs.push({ kind: "plays", parts: [{ one, indices: [index], plays: [play] }] });
}

type Options = Parameters<typeof recordFact>[4];

async function takeOthers(tx: Tx, { events }: OthersRun, options: Options): Promise<void> {
  const sources = await sourceKeys(
    tx,
    events.map(({ other }) => other.source),
  );
  for (const { one, index, other } of events) {
    const { due, answer } = one;
    const outcome = await recordFact(tx, other, sources.get(other.source)!, due, options);
    if (outcome === "accepted") answer.accepted++;
    else if (outcome === "duplicate") answer.duplicates++;
    else answer.rejected.push({ index, ...outcome });
  }
}

async function takePlays(tx: Tx, { parts }: PlaysRun, known: Known, options: Options): Promise<void> {
  const recorded = await recordPlays(
    tx,
    parts.map(({ one, plays }) => ({ plays, due: one.due })),
    known,
    options,
  );
  for (const [at, { one, indices, plays }] of parts.entries()) {
    const { accepted, duplicates, unknownTrack } = recorded[at]!;
    one.answer.accepted += accepted;
    one.answer.duplicates += duplicates;
    for (const position of unknownTrack) {
      const message = `data.trackId: no track "${plays[position]!.trackId}" is known`;
      one.answer.rejected.push({ index: indices[position]!, code: "unknown_track", message });
    }
  }
}
