import { readBatch } from "@beatpass/server/activity/index.ts";
import type { Writer } from "@beatpass/server/writer/index.ts";

/** Has events recorded as a trusted source would. */
export async function sendEvents(writer: Writer, events: readonly unknown[]): Promise<void> {
  const { rejected, ...batch } = await readBatch(events, { sources: ["*"], trusted: true }, Date.now());
  if (rejected.length > 0) throw new Error(`Rejected: ${JSON.stringify(rejected)}`);
  await writer.run("recordEvents", { ...batch, rejected });
}
