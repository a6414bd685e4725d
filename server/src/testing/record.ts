import type { EventsAnswer } from "@beatpass/shared/contracts";
import { recordEvents } from "../activity/index.ts";
import type { WriteContext } from "../context.ts";
import { foldRollups } from "../insights/index.ts";
import { type Difference, rebuild } from "../rebuild/index.ts";

/** Sends events as a trusted source would. */
export const record = (context: WriteContext, ...events: readonly unknown[]): Promise<EventsAnswer> =>
  recordEvents(context, { events, permission: { sources: ["*"], trusted: true } });

export async function fold(context: WriteContext): Promise<void> {
  while ((await foldRollups(context)) > 0);
}

/** What a rebuild would change: nothing, if the state is what the ledger gives. */
export const checkLedger = (context: WriteContext): Promise<Difference[]> => rebuild(context, { check: true });
