import { ACHIEVEMENTS, isMet, type ProfileSnapshot } from "@beatpass/shared/rules";
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { artists, xpEntries } from "../db/schema/index.ts";
import type { DueEntry } from "./earnings.ts";

const PROFILE = ACHIEVEMENTS.filter(({ category }) => category === "profile");

/** The profile achievements that these producers meet and do not hold yet (spec §4: checked at a profile edit). */
export async function dueProfileAchievements(reader: Reader, producerIds: readonly string[]): Promise<DueEntry[]> {
  const held = await reader
    .select({ producerId: xpEntries.producerId, slug: xpEntries.subject })
    .from(xpEntries)
    .where(and(inArray(xpEntries.producerId, idList(producerIds)), eq(xpEntries.reason, "achievement")));
  const has = new Set(held.map(({ producerId, slug }) => `${producerId}\u0000${slug}`));
  const profiles = await readProfiles(reader, producerIds);
  return [...profiles].flatMap(([producerId, profile]) =>
    PROFILE.filter(
      (achievement) => isMet(achievement, { profile }) && !has.has(`${producerId}\u0000${achievement.slug}`),
    ).map(({ slug, name, xp }) => ({
      producerId,
      reason: "achievement" as const,
      subject: slug,
      xp,
      cause: { reason: "achievement" as const, achievement: { slug, name } },
    })),
  );
}

/** Of several profiles of one producer, the best in each respect. */
export async function readProfiles(
  reader: Reader,
  producerIds: readonly string[],
): Promise<Map<string, ProfileSnapshot>> {
  const rows = await reader
    .select()
    .from(artists)
    .where(inArray(artists.producerId, idList(producerIds)));
  const profiles = new Map<string, ProfileSnapshot>();
  for (const row of rows) {
    const best = profiles.get(row.producerId!) ?? { pictures: 0, hasBio: false, links: 0 };
    profiles.set(row.producerId!, {
      pictures: Math.max(best.pictures, row.pictureCount),
      hasBio: best.hasBio || !!row.bio,
      links: Math.max(best.links, row.linkCount),
    });
  }
  return profiles;
}
