import { and, eq } from "drizzle-orm";
import { applyOpenings, type ChangeOptions, changeArtists, changeTracks } from "../catalog/index.ts";
import type { Tx } from "../db/client.ts";
import { activity, plays } from "../db/schema/index.ts";
import type { Earnings } from "../progress/index.ts";
import { applyDownload, applyFollow } from "./apply-social.ts";
import { type LedgerFact, ledgerFact } from "./facts.ts";
import type { ActivityEvent, Rejection } from "./read-event.ts";
import { unknownSubject } from "./unknown-subject.ts";

export type OtherEvent = Exclude<ActivityEvent, { type: "ca.beatpass.play" }>;

/** Appends one event that is not a play to the ledger and applies it; adds what it pays to `due`. */
export async function recordFact(
  tx: Tx,
  event: OtherEvent,
  sourceKey: number,
  due: Earnings,
  options: ChangeOptions & { receivedAt: number },
): Promise<"accepted" | "duplicate" | Rejection> {
  const entry = ledgerFact(event);
  if (await isKnown(tx, sourceKey, event.id)) return "duplicate";
  const unknown = await unknownSubject(tx, entry, options.demo);
  if (unknown) return unknown;
  const { receivedAt } = options;
  await takeFact(tx, { sourceKey, eventId: event.id, type: event.type, receivedAt }, entry, due, options);
  return "accepted";
}

/** Appends a fact that is new and holds, and applies it; adds what it pays to `due`. */
export async function takeFact(
  tx: Tx,
  envelope: Envelope,
  entry: LedgerFact,
  due: Earnings,
  options: ChangeOptions,
): Promise<void> {
  const seq = await appendFact(tx, envelope, entry);
  await applyFact(tx, entry, seq, due, options);
}

/** A play's id counts as well: (source, id) is one event, whatever its type. */
async function isKnown(tx: Tx, sourceKey: number, eventId: string): Promise<boolean> {
  const other = await tx
    .select({ seq: activity.seq })
    .from(activity)
    .where(and(eq(activity.sourceKey, sourceKey), eq(activity.eventId, eventId)));
  if (other.length > 0) return true;
  const play = await tx
    .select({ seq: plays.seq })
    .from(plays)
    .where(and(eq(plays.sourceKey, sourceKey), eq(plays.eventId, eventId)));
  return play.length > 0;
}

type Envelope = { sourceKey: number; eventId: string; type: string; receivedAt: number };

async function appendFact(tx: Tx, envelope: Envelope, entry: LedgerFact): Promise<number> {
  const [row] = await tx
    .insert(activity)
    .values({ ...envelope, subject: subjectOf(entry), at: entry.fact.at, data: entry })
    .returning({ seq: activity.seq });
  return row!.seq;
}

const subjectOf = ({ fact }: LedgerFact): string => ("trackId" in fact ? fact.trackId : fact.artistId);

async function applyFact(tx: Tx, entry: LedgerFact, seq: number, due: Earnings, options: ChangeOptions): Promise<void> {
  switch (entry.kind) {
    case "artist":
      return changeArtists(tx, [entry.fact], due, options);
    case "track":
      return changeTracks(tx, [entry.fact], due, options);
    case "opening":
      return applyOpenings(tx, [entry.fact]);
    case "download":
      return applyDownload(tx, seq, entry.fact);
    case "follow":
      return applyFollow(tx, entry.fact);
  }
}
