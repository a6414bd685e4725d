import { type Achievement, achievementBySlug, levelTitle, RARITIES } from "@beatpass/shared/rules";
import { eq, sql } from "drizzle-orm";
import { announce } from "../announcements/index.ts";
import type { Reader, Tx } from "../db/client.ts";
import { producers } from "../db/schema/index.ts";
import { readHolders } from "./holders.ts";

/** Under this many producers a share of holders says nothing. */
const SHARE_NEEDS_PRODUCERS = 20;

/**
 * Announces what one cause unlocked, as one message, rarest first.
 * @param producer with the level before
 * @param nowLevel where the unlocks raised the level too
 * @returns the communities that will hear of it
 */
export async function announceUnlocks(
  tx: Tx,
  producer: { id: string; name: string; demo: boolean; level: number },
  slugs: readonly string[],
  nowLevel: number | undefined,
  at: number,
  knownBefore?: number,
): Promise<ReadonlySet<string>> {
  const achievements = slugs.map(achievementBySlug).filter((achievement) => achievement !== undefined);
  const rarest = achievements.sort((a, b) => rank(b) - rank(a) || b.xp - a.xp);
  if (rarest.length === 0) return new Set();
  const share = rarest.length === 1 ? await holdersShare(tx, rarest[0]!.slug, producer.demo) : undefined;
  return announce(
    tx,
    {
      kind: "achievement-unlock",
      producer: { id: producer.id, name: producer.name },
      occurredAt: new Date(at).toISOString(),
      basis: "computed",
      demo: producer.demo,
      achievements: rarest.map(({ slug, name, rarity, description, xp }) => ({ slug, name, rarity, description, xp })),
      ...(share !== undefined && { holdersShare: share }),
      ...(nowLevel !== undefined && raisedTo(nowLevel, producer.level)),
    },
    `unlock:${producer.id}:${slugs.toSorted().join(",")}`,
    { knownBefore },
  );
}

/** A new title is told with its level: an unlock and what it raised are one message (voice: level-ups). */
function raisedTo(nowLevel: number, levelBefore: number): { nowLevel: number; nowTitle?: string } {
  const title = levelTitle(nowLevel);
  return title === levelTitle(levelBefore) ? { nowLevel } : { nowLevel, nowTitle: title };
}

const rank = ({ rarity }: Achievement): number => RARITIES.indexOf(rarity);

async function holdersShare(reader: Reader, slug: string, demo: boolean): Promise<number | undefined> {
  const [field] = await reader.select({ count: sql<number>`count(*)` }).from(producers).where(eq(producers.demo, demo));
  if ((field?.count ?? 0) < SHARE_NEEDS_PRODUCERS) return undefined;
  const holders = await readHolders(reader, demo);
  return (holders.get(slug) ?? 0) / field!.count;
}
