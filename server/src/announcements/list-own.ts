import type { AnnouncementView, OwnAnnouncements } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import { invalidField } from "../errors.ts";

export type OwnQuery = {
  producerId: string;
  limit: number;
  cursor?: string | undefined;
  /** ISO instant; only what occurred later. */
  since?: string | undefined;
};

type Row = { seq: number; id: string; view: string };

/**
 * A producer's own announcements, newest first, whether or not a community heard of them.
 * @throws AppError invalid for a cursor of one's own making
 */
export async function listOwn({ db }: ReadContext, query: OwnQuery): Promise<Omit<OwnAnnouncements, "watched">> {
  const { producerId, limit, cursor, since } = query;
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
    throw invalidField("cursor", "A cursor is taken from the page before.");
  const rows = await db.all<Row>(sql`
    SELECT rowid AS seq, id, view FROM announcements WHERE producer_id = ${producerId}
      AND rowid < ${cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor)}
      AND occurred_at > ${since === undefined ? -1 : Date.parse(since)}
    ORDER BY rowid DESC LIMIT ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    announcements: page.map(({ id, view }) => ({ id, view: JSON.parse(view) as AnnouncementView })),
    ...(rows.length > limit && last && { nextCursor: String(last.seq) }),
  };
}
