import { FUTURE_TOLERANCE_MS } from "@beatpass/shared/contracts";
import { type PlayFact, recordPlays } from "../activity/index.ts";
import type { WriteContext } from "../context.ts";
import { noteImporting } from "../leaderboards/index.ts";
import { noEarnings, settleXp } from "../progress/index.ts";

export type PlaysOutcome = {
  accepted: number;
  duplicates: number;
  /** Position in the list, with what is wrong. */
  rejected: { index: number; problem: string }[];
};

/** Takes rows of plays.csv into the ledger, in one transaction, with the XP they pay; announces nothing (spec §13). */
export async function importPlays(context: WriteContext, plays: readonly PlayFact[]): Promise<PlaysOutcome> {
  const now = context.clock.now();
  const future = new Set(plays.flatMap(({ at }, index) => (at > now + FUTURE_TOLERANCE_MS ? [index] : [])));
  const present = plays.flatMap((play, index) => (future.has(index) ? [] : [{ play, index }]));
  return context.write(async (tx) => {
    const known = await context.known.take(tx);
    await noteImporting(tx);
    const due = noEarnings();
    const options = { rulebook: context.rulebook, receivedAt: now };
    const [recorded] = await recordPlays(tx, [{ plays: present.map(({ play }) => play), due }], known, options);
    await settleXp(tx, due, now, true);
    await context.known.keep(tx, known);
    const unknown = recorded!.unknownTrack.map((position) => {
      const { play, index } = present[position]!;
      return { index, problem: `track_id "${play.trackId}" is not known` };
    });
    const ahead = [...future].map((index) => ({
      index,
      problem: `played_at ${new Date(plays[index]!.at).toISOString()} lies in the future`,
    }));
    return { accepted: recorded!.accepted, duplicates: recorded!.duplicates, rejected: [...unknown, ...ahead] };
  });
}
