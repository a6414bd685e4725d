import { announce } from "../announcements/index.ts";
import type { Tx } from "../db/client.ts";
import type { Spike } from "./find-spikes.ts";

/** Tells producers of their spikes, each once; no community ever hears of one (voice.md: spikes are private). */
export async function announceSpikes(tx: Tx, spikes: readonly Spike[], now: number): Promise<void> {
  for (const { track, date, plays, usual, producers } of spikes) {
    for (const { id, name, demo } of producers) {
      await announce(
        tx,
        {
          kind: "spike",
          producer: { id, name },
          occurredAt: new Date(now).toISOString(),
          basis: "computed",
          demo,
          track: { id: track.id, name: track.title },
          date,
          plays,
          usual,
        },
        `spike:${track.id}:${date}:${id}`,
      );
    }
  }
}
