import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Reader } from "../../db/client.ts";
import { csvCell } from "./csv-cell.ts";
import { PUBLIC_TITLE } from "./export-listener.ts";

/** Nothing leads from a listener to their plays: the log is looked through, in steps that hold up nobody. */
const STEP = 50_000;

type Listen = {
  id: string;
  title: string | null;
  at: number;
  ms: number | null;
  device: string | null;
  platform: string | null;
  country: string | null;
  counted: number;
};

/** What a producer listened to, anybody's, as CSV (RFC 4180), in the order in which it came in. */
export async function* ownListens(db: Reader, producerId: string): AsyncGenerator<string> {
  yield "\uFEFFtrack_id,title,played_at,listened_ms,device,platform,country,counted\r\n";
  const [listener] = await db.all<{ key: number }>(sql`SELECT key FROM listeners WHERE id = ${producerId}`);
  if (!listener) return;
  const [log] = await db.all<{ last: number }>(sql`SELECT coalesce(max(seq), 0) AS last FROM plays`);
  for (let after = 0; after < log!.last; after += STEP) {
    const listens = await db.all<Listen>(sql`
      SELECT t.id, ${PUBLIC_TITLE} AS title, p.at, p.listened_ms AS ms, p.device, p.platform, p.country, p.counted
      FROM plays p JOIN tracks t ON t.key = p.track_key
      WHERE p.seq > ${after} AND p.seq <= ${after + STEP} AND p.listener_key = ${listener.key} ORDER BY p.seq`);
    yield listens.map(line).join("");
    await nextTurn();
  }
}

const line = ({ id, title, at, ms, device, platform, country, counted }: Listen): string =>
  `${[
    ...[id, title ?? "", new Date(at).toISOString(), ms === null ? "" : String(ms)],
    ...[device ?? "", platform ?? "", country ?? "", counted === 1 ? "yes" : "no"],
  ]
    .map(csvCell)
    .join(",")}\r\n`;
