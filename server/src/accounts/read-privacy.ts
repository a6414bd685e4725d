import { CHAT_PLATFORMS, DEFAULT_PRIVACY, type Privacy } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { privacy } from "../db/schema/index.ts";

/** What a producer agreed to; the defaults until they chose, also for what there was not when they did. */
export async function readPrivacy(db: Reader, producerId: string): Promise<Privacy> {
  const [row] = await db.select().from(privacy).where(eq(privacy.producerId, producerId));
  if (!row) return DEFAULT_PRIVACY;
  const { choices } = row;
  const merged = <Of extends "announced" | "told">(of: Of): Privacy[Of] =>
    Object.fromEntries(
      CHAT_PLATFORMS.map((platform) => [platform, { ...DEFAULT_PRIVACY[of][platform], ...choices[of][platform] }]),
    ) as Privacy[Of];
  return { ...DEFAULT_PRIVACY, ...choices, announced: merged("announced"), told: merged("told") };
}

/** Whether each of some producers agreed to be named as the one who was passed (spec §13). */
export async function mayAllBeNamed(db: Reader, producerIds: readonly string[]): Promise<boolean> {
  for (const id of producerIds) if (!(await readPrivacy(db, id)).named) return false;
  return true;
}
