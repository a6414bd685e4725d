import type { AchievementState } from "@beatpass/shared/contracts";
import { ACHIEVEMENTS } from "@beatpass/shared/rules";
import { and, eq, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { producers, xpEntries } from "../db/schema/index.ts";
import { readHolders } from "./holders.ts";
import { readSnapshots } from "./read-snapshots.ts";

/** Every achievement with whether and when this producer unlocked it, how far along, and how many hold it. */
export async function readAchievements(
  db: Reader,
  producer: { id: string; demo: boolean },
): Promise<AchievementState[]> {
  const [held, holders, [field], snapshots] = await Promise.all([
    db
      .select({ slug: xpEntries.subject, at: xpEntries.at })
      .from(xpEntries)
      .where(and(eq(xpEntries.producerId, producer.id), eq(xpEntries.reason, "achievement"))),
    readHolders(db, producer.demo),
    db.select({ count: sql<number>`count(*)` }).from(producers).where(eq(producers.demo, producer.demo)),
    readSnapshots(db, [producer.id]),
  ]);
  const unlockedAt = new Map(held.map(({ slug, at }) => [slug, new Date(at).toISOString()]));
  const snapshot = snapshots.get(producer.id)!;
  return ACHIEVEMENTS.map((achievement) => {
    const { slug, name, category, rarity, xp, description } = achievement;
    const at = unlockedAt.get(slug);
    return {
      slug,
      name,
      category,
      rarity,
      xp,
      description,
      ...(at !== undefined ? { unlockedAt: at } : achievement.progress(snapshot)),
      holdersShare: (holders.get(slug) ?? 0) / Math.max(field!.count, 1),
    };
  });
}
