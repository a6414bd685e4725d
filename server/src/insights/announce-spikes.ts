import { sql } from "drizzle-orm";
import { announce } from "../announcements/index.ts";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import type { Spike } from "./find-spikes.ts";

const PASSED_OVER = "spike-passed-over:";
const DAY = 86_400_000;
/** Spikes are found on the day and on the one after. */
const KEPT_DAYS = 3;

/** Tells producers of their spikes, each once; no community ever hears of one (voice.md: spikes are private). */
export async function announceSpikes(tx: Tx, spikes: readonly Spike[], now: number): Promise<void> {
  const passedOver = await readPassedOver(tx);
  for (const spike of spikes) {
    if (passedOver.has(nameOf(spike))) continue;
    const { track, date, plays, usual, producers } = spike;
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

/** Notes the spikes of a refresh that announces nothing: what an import brought is no news, then or later (spec §13). */
export async function passOverSpikes(tx: Tx, spikes: readonly Spike[], now: number): Promise<void> {
  const today = Math.floor(now / DAY);
  await tx.run(sql`DELETE FROM cursors WHERE name LIKE ${`${PASSED_OVER}%`} AND seq < ${today - KEPT_DAYS}`);
  if (spikes.length === 0) return;
  await tx.run(sql`
    INSERT INTO cursors (name, seq) SELECT value ->> 0, ${today}
    FROM ${jsonRows(spikes.map((spike) => [nameOf(spike)]))} WHERE true ON CONFLICT (name) DO NOTHING`);
}

async function readPassedOver(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.all<{ name: string }>(sql`SELECT name FROM cursors WHERE name LIKE ${`${PASSED_OVER}%`}`);
  return new Set(rows.map(({ name }) => name));
}

const nameOf = ({ track, date }: Spike): string => `${PASSED_OVER}${track.id}:${date}`;
