import type { Progress } from "@beatpass/shared/contracts";
import { standingForXp, XP_SOURCES } from "@beatpass/shared/rules";
import { eq } from "drizzle-orm";
import type { RuledContext } from "../context.ts";
import { producers } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import { readAchievements } from "./read-achievements.ts";
import { readSources } from "./read-sources.ts";

/** Level, XP by source and achievements of a producer (spec §2–§4). @throws AppError not_found */
export async function readProgress({ db, clock, rulebook }: RuledContext, producerId: string): Promise<Progress> {
  const [producer] = await db.select().from(producers).where(eq(producers.id, producerId));
  if (!producer) throw notFound();
  const sums = await readSources(db, producerId);
  const achievements = await readAchievements(db, producer);
  return {
    producer: { id: producer.id, name: producer.name },
    basis: "computed",
    xp: producer.xp,
    ...standingForXp(producer.xp),
    level: producer.level,
    sources: XP_SOURCES.map((source) => {
      const sum = sums.find((row) => row.source === source);
      return { source, xp: sum?.xp ?? 0, count: sum?.count ?? 0 };
    }),
    rules: rulebook,
    achievements,
    counts: { unlocked: achievements.filter(({ unlockedAt }) => unlockedAt).length, total: achievements.length },
    asOf: new Date(clock.now()).toISOString(),
  };
}
