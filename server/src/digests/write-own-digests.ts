import type { AnnouncementView } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { readTimeZones } from "../accounts/index.ts";
import { announce } from "../announcements/index.ts";
import type { WriteContext } from "../context.ts";
import { ownTrackKeys } from "../dashboard/index.ts";
import type { Reader, Tx } from "../db/client.ts";
import { bestRank, rankMoves } from "../leaderboards/index.ts";
import { readAchievements } from "../progress/index.ts";
import { daysBefore, lastEvening, type Week, weekBefore } from "./local-day.ts";

/** A producer's own week is told on this day. */
const MONDAY = 1;

/**
 * Writes the own digest of every producer who asked for it and whose Monday evening it is, once a week.
 * @param at machine time, ms
 * @returns how many were written
 */
export async function writeOwnDigests(context: WriteContext, { at }: { at: number }): Promise<number> {
  return context.write(async (tx) => {
    const due = await dueProducers(tx, at);
    for (const { id, name, date } of due) {
      await announce(tx, await ownWeek(tx, { id, name }, weekBefore(date), at), `own-digest:${id}:${date}`);
    }
    return due.length;
  });
}

/**
 * Linked producers who asked for it and whose Monday's evening it is, or was yesterday while nobody wrote it; the latter
 * where they had last week's.
 */
export async function dueProducers(db: Reader, at: number): Promise<{ id: string; name: string; date: string }[]> {
  const asked = await db.all<{ id: string; name: string }>(sql`
    SELECT p.id, p.name FROM producers p JOIN privacy c ON c.producer_id = p.id
    WHERE NOT p.demo AND EXISTS (SELECT 1 FROM identities i WHERE i.producer_id = p.id AND i.has_chosen
      AND json_extract(c.choices, '$.told.' || i.platform || '.digest'))`);
  const timeZones = await readTimeZones(
    db,
    asked.map(({ id }) => id),
  );
  const due = asked.flatMap(({ id, name }) => {
    const evening = lastEvening(at, timeZones.get(id) ?? "UTC");
    return evening?.weekday === MONDAY ? [{ id, name, ...evening }] : [];
  });
  if (due.length === 0) return [];
  const causeOf = (id: string, date: string) => `own-digest:${id}:${date}`;
  const causes = JSON.stringify(due.flatMap(({ id, date }) => [causeOf(id, date), causeOf(id, daysBefore(date, 7))]));
  const told = await db.all<{ cause: string }>(sql`
    SELECT cause FROM announcements WHERE cause IN (SELECT value FROM json_each(${causes}))`);
  const known = new Set(told.map(({ cause }) => cause));
  return due.filter(
    ({ id, date, isLate }) => !known.has(causeOf(id, date)) && (!isLate || known.has(causeOf(id, daysBefore(date, 7)))),
  );
}

type OwnDigest = Extract<AnnouncementView, { kind: "own-digest" }>;

async function ownWeek(tx: Tx, producer: { id: string; name: string }, week: Week, at: number): Promise<OwnDigest> {
  const [plays, before] = [
    await ownPlays(tx, producer.id, week.fromDay, week.toDay),
    await ownPlays(tx, producer.id, week.fromDay - 7, week.fromDay - 1),
  ];
  const total = plays.reduce((sum, one) => sum + one.plays, 0);
  const totalBefore = before.reduce((sum, one) => sum + one.plays, 0);
  const [best] = plays;
  const rank = await rankOf(tx, producer.id, week);
  const next = await closest(tx, producer.id);
  return {
    kind: "own-digest",
    producer,
    occurredAt: new Date(at).toISOString(),
    basis: "computed",
    demo: false,
    range: { from: week.from, to: week.to },
    plays: total,
    ...(totalBefore > 0 && { change: total / totalBefore - 1 }),
    ...(best && { best: { track: { id: best.id, name: best.title }, plays: best.plays } }),
    ...(rank && { rank }),
    unlocked: await unlockedIn(tx, producer.id, week),
    ...(next && { next }),
  };
}

const ownPlays = (tx: Tx, producerId: string, from: number, to: number) =>
  tx.all<{ id: string; title: string; plays: number }>(sql`
    SELECT t.id, t.title, sum(d.plays) AS plays FROM track_days d JOIN tracks t ON t.key = d.track_key
    WHERE d.track_key IN ${ownTrackKeys(producerId)} AND d.day BETWEEN ${from} AND ${to}
    GROUP BY t.key HAVING sum(d.plays) > 0 ORDER BY plays DESC, t.id`);

async function unlockedIn(tx: Tx, producerId: string, { start, end }: Week): Promise<number> {
  const [row] = await tx.all<{ count: number }>(sql`
    SELECT count(*) AS count FROM xp_entries WHERE producer_id = ${producerId} AND reason = 'achievement'
      AND at >= ${start} AND at < ${end}`);
  return row!.count;
}

/** The best all-time rank with the places gained since the week began; without them where that is not known. */
async function rankOf(tx: Tx, producerId: string, { start, end }: Week): Promise<OwnDigest["rank"]> {
  const best = await bestRank(tx, producerId);
  if (!best) return undefined;
  const moves = await rankMoves(tx, producerId, start, end);
  const move = moves?.find(({ category, period }) => category === best.category && period === "all-time");
  const gained = move?.from === undefined ? undefined : move.from - move.to;
  const movement = moves && !move ? 0 : gained;
  const { category, rank, total } = best;
  return { category, rank, total, ...(movement !== undefined && { movement }) };
}

/** The locked achievement of which most is done. */
async function closest(tx: Tx, id: string): Promise<OwnDigest["next"]> {
  const open = (await readAchievements(tx, { id, demo: false })).flatMap((one) =>
    one.unlockedAt === undefined && one.current !== undefined && one.target !== undefined && one.target > 1
      ? [{ slug: one.slug, name: one.name, current: one.current, target: one.target, unit: one.unit }]
      : [],
  );
  const [next] = open.sort((a, b) => b.current / b.target - a.current / a.target);
  if (!next) return undefined;
  const { unit, ...rest } = next;
  return { ...rest, ...(unit !== undefined && { unit }) };
}
