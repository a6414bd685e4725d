import type { EventsAnswer } from "@beatpass/shared/contracts";
import {
  DEMO_PERMISSION,
  type IngestPermission,
  type RecordOptions,
  readBatch,
  recordEvents,
} from "../activity/index.ts";
import type { WriteContext } from "../context.ts";
import { foldEverything } from "../insights/index.ts";
import { type Difference, rebuild } from "../rebuild/index.ts";

/** Sends events as a trusted source would. */
export const record = (context: WriteContext, ...events: readonly unknown[]): Promise<EventsAnswer> =>
  recordAs(context, events, { sources: ["*"], trusted: true });

/** Sends events with what a key may say. */
export async function recordAs(
  context: WriteContext,
  events: readonly unknown[],
  permission: IngestPermission,
  options: RecordOptions = {},
): Promise<EventsAnswer> {
  const batch = await readBatch(events, permission, context.clock.now());
  return recordEvents(context, { ...batch, ...options });
}

/** Sends events as the demo does. */
export const recordDemo = (context: WriteContext, ...events: readonly unknown[]): Promise<EventsAnswer> =>
  recordAs(context, events, DEMO_PERMISSION, { demo: true });

export async function fold(context: WriteContext): Promise<void> {
  await foldEverything(context);
}

/** What a rebuild would change: nothing, if the state is what the ledger gives. */
export const checkLedger = (context: WriteContext): Promise<Difference[]> => rebuild(context, { check: true });
