import { CHAT_PLATFORMS, PRIVATE_TOPICS, type Privacy } from "@beatpass/shared/contracts";
import { and, eq, inArray } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { identities, privacy } from "../db/schema/index.ts";
import { readPrivacy } from "./read-privacy.ts";

/**
 * Keeps what a producer agreed to; it holds from now on, on every surface. What they change of what is sent on a
 * platform is said for every account of theirs that is linked there.
 */
export async function savePrivacy(
  context: WriteContext,
  { producerId, choices }: { producerId: string; choices: Privacy },
): Promise<void> {
  const row = { producerId, choices, changedAt: Date.now() };
  await context.write(async (tx) => {
    const before = await readPrivacy(tx, producerId);
    const chosen = CHAT_PLATFORMS.filter((one) => tellsOtherwise(before.told[one], choices.told[one]));
    await tx
      .update(identities)
      .set({ hasChosen: true })
      .where(and(eq(identities.producerId, producerId), inArray(identities.platform, chosen)));
    await tx.insert(privacy).values(row).onConflictDoUpdate({ target: privacy.producerId, set: row });
  });
}

type Told = Privacy["told"]["discord"];
const tellsOtherwise = (before: Told, after: Told): boolean =>
  PRIVATE_TOPICS.some((topic) => before[topic] !== after[topic]);
