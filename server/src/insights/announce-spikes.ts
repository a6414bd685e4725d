import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { sql } from "drizzle-orm";
import { announce } from "../announcements/index.ts";
import type { Tx } from "../db/client.ts";
import { jsonEach } from "../db/json-rows.ts";
import type { Spike } from "./find-spikes.ts";

const PASSED_OVER = "spike-passed-over:";
/** Spikes are found on the day and on the one after. */
const KEPT_DAYS = 3;

/**
 * Tells producers of their spikes, each once; no community ever hears of one.
 * @param quiet producers of whom nothing is announced: their spikes of these days are no news later either
 */
export async function announceSpikes(
  tx: Tx,
  spikes: readonly Spike[],
  now: number,
  quiet: ReadonlySet<string>,
): Promise<void> {
  const passedOver = await readPassedOver(tx);
  const passedOverNow: string[] = [];
  for (const spike of spikes) {
    if (passedOver.has(nameOf(spike))) continue;
    const { track, date, plays, usual, producers } = spike;
    for (const { id, name, demo } of producers) {
      if (passedOver.has(nameOf(spike, id))) continue;
      if (quiet.has(id)) {
        passedOverNow.push(nameOf(spike, id));
        continue;
      }
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
  await notePassedOver(tx, passedOverNow, now);
}

/** Notes the spikes of a refresh that announces nothing: what an import brought is no news, then or later (spec §13). */
export async function passOverSpikes(tx: Tx, spikes: readonly Spike[], now: number): Promise<void> {
  await notePassedOver(
    tx,
    spikes.map((spike) => nameOf(spike)),
    now,
  );
}

async function notePassedOver(tx: Tx, names: readonly string[], now: number): Promise<void> {
  const today = Math.floor(now / MS_PER_DAY);
  await tx.run(sql`DELETE FROM cursors WHERE name LIKE ${`${PASSED_OVER}%`} AND seq < ${today - KEPT_DAYS}`);
  if (names.length === 0) return;
  await tx.run(sql`
    INSERT INTO cursors (name, seq) SELECT value, ${today}
    FROM ${jsonEach(names)} WHERE true ON CONFLICT (name) DO NOTHING`);
}

async function readPassedOver(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.all<{ name: string }>(sql`SELECT name FROM cursors WHERE name LIKE ${`${PASSED_OVER}%`}`);
  return new Set(rows.map(({ name }) => name));
}

/** A spike that is passed over, for everybody or for one producer. */
const nameOf = ({ track, date }: Spike, producerId?: string): string =>
  [`${PASSED_OVER}${track.id}:${date}`, ...(producerId === undefined ? [] : [producerId])].join(":");
