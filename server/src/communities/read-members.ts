import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { readRows } from "../db/json-rows.ts";
import { notFound } from "../errors.ts";
import type { CommunityRow } from "./wants.ts";

/** Who asks: a producer, an administrator or a bot (who see every community), or both. */
export type Asker = { producerId?: string | undefined; seesAll: boolean };

/** Whose board a community's is. */
type Members = { demo: boolean; producerIds: readonly string[] | "all" };

/** @throws AppError not_found for a community that is unknown or none of the asker's */
export async function readMembers(db: Reader, communityId: string, asker: Asker): Promise<Members> {
  const [community] = await db.all<{ demo: number; members: "linked" | "all" }>(
    sql`SELECT demo, members FROM communities WHERE id = ${communityId}`,
  );
  if (!community) throw notFound();
  const producerIds =
    community.members === "all" ? "all" : (await readLinked(db, communityId)).map(([producerId]) => producerId);
  const demo = community.demo === 1;
  if (!asker.seesAll && !(await belongs(db, asker.producerId, { demo, producerIds }))) throw notFound();
  return { demo, producerIds };
}

/** A community's members in SQL. */
export const membersOf = ({ id, members, demo }: CommunityRow): SQL =>
  members === "all"
    ? sql`(SELECT id FROM producers WHERE demo = ${demo ? 1 : 0})`
    : sql`(SELECT producer_id FROM community_members WHERE community_id = ${id})`;

/** Producers linked to a community, each with the last refresh before the first link. */
export const readLinked = (db: Reader, communityId: string) =>
  readRows<[producerId: string, sinceRefresh: number]>(
    db,
    sql`producer_id, since_refresh`,
    sql`(SELECT producer_id, min(since_refresh) AS since_refresh FROM community_members WHERE community_id = ${communityId}
      GROUP BY producer_id ORDER BY producer_id)`,
  );

async function belongs(db: Reader, producerId: string | undefined, { demo, producerIds }: Members): Promise<boolean> {
  if (producerId === undefined) return false;
  if (producerIds !== "all") return producerIds.includes(producerId);
  const [row] = await db.all<{ demo: number }>(sql`SELECT demo FROM producers WHERE id = ${producerId}`);
  return row !== undefined && (row.demo === 1) === demo;
}
