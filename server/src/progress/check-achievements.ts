import { newlyMet } from "@beatpass/shared/rules";
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { xpEntries } from "../db/schema/index.ts";
import type { DueEntry } from "./earnings.ts";
import { readSnapshots } from "./read-snapshots.ts";

/** The achievements that an upload or edit brings and that are not held yet (spec §4 "Checked when"). */
export async function dueAchievements(db: Reader, producerIds: readonly string[]): Promise<DueEntry[]> {
  const held = await db
    .select({ producerId: xpEntries.producerId, slug: xpEntries.subject })
    .from(xpEntries)
    .where(and(inArray(xpEntries.producerId, idList(producerIds)), eq(xpEntries.reason, "achievement")));
  const slugsOf = Map.groupBy(held, ({ producerId }) => producerId);
  const snapshots = await readSnapshots(db, producerIds);
  return [...snapshots].flatMap(([producerId, snapshot]) => {
    const has = new Set(slugsOf.get(producerId)?.map(({ slug }) => slug));
    return newlyMet(snapshot, has, ["event"]).map(
      ({ slug, name, xp }): DueEntry => ({
        producerId,
        reason: "achievement",
        subject: slug,
        xp,
        cause: { reason: "achievement", achievement: { slug, name } },
      }),
    );
  });
}
