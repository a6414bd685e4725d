import { type AnnouncementKind, StreamEvent } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import { type Api, route } from "../http/api.ts";
import { ownProducer } from "../http/principal.ts";
import { type SentEvent, sendEvents } from "../http/server-sent-events.ts";
import type { Watchers } from "../http/watchers.ts";
import { ownTrackKeys } from "./producer-plays.ts";

type Seen = { xp: number; level: number; plays: number; unlocks: number; refresh: number; announced: number };

/** Live updates of the producer who asks: plays, XP, unlocks, rank changes (contract: GET /v1/stream). */
export function mountStream(api: Api, context: ReadContext & { watchers: Watchers }): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/stream",
      responses: {
        200: {
          description: "Server-sent events, each named by its type, with this as its data",
          content: { "text/event-stream": { schema: StreamEvent } },
        },
      },
      refuses: ["not_found"],
    }),
    (c) => {
      const who = c.get("who");
      const producerId = ownProducer(who);
      const leave = who.kind === "user" && who.via === "cookie" ? context.watchers.arrive(producerId) : undefined;
      let seen: Seen | undefined;
      return sendEvents(
        c,
        async () => {
          const now = await look(context, producerId);
          const events = seen ? await changes(context, producerId, seen, now) : [];
          seen = now;
          return events;
        },
        leave,
      );
    },
  );
}

async function look({ db }: ReadContext, producerId: string): Promise<Seen> {
  const [row] = await db.all<Seen>(sql`
    SELECT p.xp, p.level,
      (SELECT coalesce(sum(plays), 0) FROM tracks WHERE key IN ${ownTrackKeys(producerId)}) AS plays,
      (SELECT count(*) FROM xp_entries x WHERE x.producer_id = p.id AND x.reason = 'achievement') AS unlocks,
      (SELECT coalesce(max(id), 0) FROM refreshes) AS refresh,
      (SELECT coalesce(max(rowid), 0) FROM announcements WHERE producer_id = p.id) AS announced
    FROM producers p WHERE p.id = ${producerId}`);
  return row ?? { xp: 0, level: 1, plays: 0, unlocks: 0, refresh: 0, announced: 0 };
}

async function changes({ db, clock }: ReadContext, producerId: string, before: Seen, now: Seen): Promise<SentEvent[]> {
  const at = new Date(clock.now()).toISOString();
  const events: StreamEvent[] = [];
  if (now.xp !== before.xp || now.level !== before.level)
    events.push({ type: "progress", producerId, xp: now.xp, level: now.level, at });
  if (now.plays !== before.plays) events.push({ type: "plays", producerId, plays: now.plays, at });
  if (now.unlocks !== before.unlocks) {
    const rows = await db.all<{ subject: string }>(sql`
      SELECT subject FROM xp_entries WHERE producer_id = ${producerId} AND reason = 'achievement'
      ORDER BY rowid DESC LIMIT ${Math.max(now.unlocks - before.unlocks, 0)}`);
    events.push({ type: "unlock", producerId, slugs: rows.map(({ subject }) => subject), at });
  }
  if (now.announced !== before.announced) {
    const rows = await db.all<{ id: string; kind: AnnouncementKind }>(sql`
      SELECT id, kind FROM announcements WHERE producer_id = ${producerId} AND rowid > ${before.announced} ORDER BY rowid`);
    events.push(...rows.map(({ id, kind }) => ({ type: "announcement" as const, producerId, id, kind, at })));
  }
  if (now.refresh !== before.refresh) events.push({ type: "rank", producerId, at });
  return events.map((event) => ({ event: event.type, data: event }));
}
