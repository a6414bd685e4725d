import type { XpSource } from "@beatpass/shared/rules";
import { asc, eq, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { xpPaid } from "../db/schema/index.ts";

/** XP by source (spec §2), and how often each of them paid; sources that paid nothing are left out. */
export const readSources = (
  db: Reader,
  producerId: string,
): Promise<{ source: XpSource; xp: number; count: number }[]> =>
  db
    .select({
      source: xpPaid.source,
      xp: sql<number>`sum(${xpPaid.xp})`,
      count: sql<number>`sum(${xpPaid.count})`,
    })
    .from(xpPaid)
    .where(eq(xpPaid.producerId, producerId))
    .groupBy(xpPaid.source)
    .orderBy(asc(xpPaid.source));
