import { eq } from "drizzle-orm";
import type { WriteContext } from "../../context.ts";
import { beatpassConnections } from "../../db/schema/index.ts";
import { AppError, notFound } from "../../errors.ts";
import { tokenAge } from "./token-age.ts";

/** BeatPass answers with the same figures for so long (spec §9: "polling faster is useless"). */
export const READING_INTERVAL_MS = 15 * 60_000;

/**
 * Makes a reading of a connected producer's own data due, for the reader to do in the background. One that is due
 * already stays as it is.
 * @throws AppError not_found where nothing is connected; conflict where the token no longer works; rate_limited too soon
 * after the last one
 */
export async function askForReading(context: WriteContext, { producerId }: { producerId: string }): Promise<void> {
  await context.write(async (tx) => {
    const mine = eq(beatpassConnections.producerId, producerId);
    const [connection] = await tx.select().from(beatpassConnections).where(mine);
    if (!connection) throw notFound();
    const now = context.clock.now();
    const { state } = tokenAge(connection, now);
    if (state !== "valid" && state !== "soon")
      throw new AppError("conflict", "BeatPass no longer accepts the token. Paste a new one first.");
    if (connection.reading !== null) return;
    const next = (connection.lastReadAt ?? 0) + READING_INTERVAL_MS;
    if (next > now)
      throw new AppError(
        "rate_limited",
        `BeatPass's figures change every 15 minutes. The next reading from ${new Date(next).toISOString()} on.`,
      );
    await tx
      .update(beatpassConnections)
      .set({ reading: "asked", readDone: 0, readTotal: null, problem: null, caughtUp: null })
      .where(mine);
  });
}
