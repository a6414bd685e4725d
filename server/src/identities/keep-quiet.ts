import { type ChatPlatform, NOTHING_AGREED, type Privacy } from "@beatpass/shared/contracts";
import { and, eq } from "drizzle-orm";
import { readPrivacy } from "../accounts/index.ts";
import type { Reader, Tx } from "../db/client.ts";
import { identities, privacy } from "../db/schema/index.ts";

/** Nothing is announced on a platform, nor sent there, before the producer's person agreed to it. */
export async function keepQuiet(tx: Tx, producerId: string, platform: ChatPlatform): Promise<void> {
  const before = await readPrivacy(tx, producerId);
  const choices: Privacy = {
    ...before,
    announced: { ...before.announced, [platform]: NOTHING_AGREED.announced[platform] },
    told: { ...before.told, [platform]: NOTHING_AGREED.told[platform] },
  };
  const row = { producerId, choices, changedAt: Date.now() };
  await tx.insert(privacy).values(row).onConflictDoUpdate({ target: privacy.producerId, set: row });
}

/** Where nobody on a platform is linked to a producer any more, nothing more is said of them there. */
export async function quietWhereGone(tx: Tx, producerId: string, platform: ChatPlatform): Promise<void> {
  if (!(await isLinkedOn(tx, producerId, platform))) await keepQuiet(tx, producerId, platform);
}

/** Whether anybody on a platform is linked to a producer. */
export async function isLinkedOn(reader: Reader, producerId: string, platform: ChatPlatform): Promise<boolean> {
  const theirs = and(eq(identities.producerId, producerId), eq(identities.platform, platform));
  return (await reader.$count(identities, theirs)) > 0;
}
