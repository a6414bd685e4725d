import { setTimeout as sleep } from "node:timers/promises";
import type { ChatPlatform, Errand, ErrandKind, ResultOf } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import { errands } from "../db/schema/index.ts";
import type { Writer } from "../writer/index.ts";

const LOOK_EVERY_MS = 50;

/**
 * Asks a community's bot something and waits for the answer, which another process may write.
 * @param withinMs how long whoever waits has patience
 * @returns undefined where no bot answered in time
 */
export async function askBot<Kind extends ErrandKind>(
  { db, writer }: Pick<ReadContext, "db"> & { writer: Writer },
  { platform, guildId }: { platform: ChatPlatform; guildId: string },
  errand: Extract<Errand, { is: Kind }>,
  withinMs = 6000,
): Promise<ResultOf<Kind> | undefined> {
  const until = Date.now() + withinMs;
  const id = await writer.run("sendErrand", { platform, guildId, errand, forMs: withinMs });
  while (Date.now() < until) {
    const [row] = await db.select({ result: errands.result }).from(errands).where(eq(errands.id, id));
    if (row?.result?.is === errand.is) return row.result as ResultOf<Kind>;
    await sleep(LOOK_EVERY_MS);
  }
  return undefined;
}
