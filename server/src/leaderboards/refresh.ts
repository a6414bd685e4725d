import { achievementBySlug, type Unlock } from "@beatpass/shared/rules";
import { desc, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { refreshes } from "../db/schema/index.ts";
import { announceSpikes, foldEverything, passOverSpikes } from "../insights/index.ts";
import { noEarnings, quietProducers, savePlaces, settleXp } from "../progress/index.ts";
import { announceBoardNews } from "./announce-board-news.ts";
import { takeImporting } from "./importing.ts";
import { savePastSeasons } from "./past-seasons.ts";
import { keptSince, pruneBoards } from "./prune-boards.ts";
import { takeQuiet } from "./quiet.ts";
import { saveBoard } from "./save-board.ts";
import { demoSource, lastRefresh, type RefreshPlan, workOutRefresh } from "./work-out.ts";

type RefreshSummary = {
  id: number;
  moved: number;
  unlocks: Unlock[];
  /** Announced, a line each. */
  news: string[];
};

/**
 * Checks every achievement, ranks every board anew and keeps what changed (spec §4 "Checked when", §6).
 * @param announces false for the refresh after an import; the one after a rebuild or a rulebook change announces nothing
 * either way (spec §13)
 */
export async function refreshLeaderboards(
  context: WriteContext,
  { announces }: { announces: boolean },
): Promise<RefreshSummary> {
  // Boards read the roll-ups: what the log gained a moment ago is in them first.
  await foldEverything(context);
  for (;;) {
    const summary = await tryRefresh(context, announces);
    if (summary) return summary;
  }
}

/**
 * @returns undefined where another refresh was saved in the meantime, or the demo removed: the boards are no longer what
 * they were compared with
 */
async function tryRefresh(context: WriteContext, announces: boolean): Promise<RefreshSummary | undefined> {
  const workOut = context.workOut ?? ((now) => workOutRefresh(context.db, now));
  // Worked out before the write begins, so that writers wait for the saving alone.
  const plan = await workOut(context.clock.now());
  return context.write(async (tx) => {
    if ((await lastRefresh(tx)) !== plan.after || (await demoSource(tx)) !== plan.demoSource) return undefined;
    const isQuiet = await takeQuiet(tx, context.rulebook);
    // An import may have begun while this was worked out.
    return save(tx, plan, announces && !(await takeImporting(tx)) && !isQuiet);
  });
}

/**
 * The scheduler's refresh: of several servers, whoever claims it first does it, and it gives way to another one that was
 * saved meanwhile: movements would else compare with a moment ago.
 */
export async function refreshIfDue(
  context: WriteContext,
  { refreshMinutes }: { refreshMinutes: number },
): Promise<RefreshSummary | undefined> {
  const isDue = async (tx: Tx) => {
    const last = await lastInstant(tx);
    return last === undefined || context.clock.now() - last >= refreshMinutes * 60_000;
  };
  const claim = await context.write(async (tx) => {
    const until = (await isDue(tx)) ? await claimRefresh(tx) : undefined;
    return until && { until, announces: (await lastInstant(tx)) !== undefined };
  });
  if (!claim) return undefined;
  await foldEverything(context);
  for (;;) {
    const summary = await tryRefresh(context, claim.announces);
    if (summary) return summary;
    const goesOn = await context.write(async (tx) => {
      if (await isDue(tx)) return true;
      await tx.run(sql`DELETE FROM cursors WHERE name = ${CLAIM} AND seq = ${claim.until}`);
      return false;
    });
    if (!goesOn) return undefined;
  }
}

/** When the last refresh was, ms; undefined before the first. */
async function lastInstant(tx: Tx): Promise<number | undefined> {
  const [last] = await tx.select({ at: refreshes.at }).from(refreshes).orderBy(desc(refreshes.id)).limit(1);
  return last?.at;
}

const CLAIM = "refreshing-until";
/** Longer than any refresh; a server that died in the middle is replaced after this. Machine time. */
const CLAIM_MS = 5 * 60_000;

/** @returns until when it is claimed, undefined where another server claimed it */
async function claimRefresh(tx: Tx): Promise<number | undefined> {
  const now = Date.now();
  const claimed = await tx.run(sql`
    INSERT INTO cursors (name, seq) VALUES (${CLAIM}, ${now + CLAIM_MS})
    ON CONFLICT (name) DO UPDATE SET seq = excluded.seq WHERE cursors.seq < ${now}`);
  return claimed.rowsAffected > 0 ? now + CLAIM_MS : undefined;
}

async function save(tx: Tx, plan: RefreshPlan, announces: boolean): Promise<RefreshSummary> {
  const { now, unlocks, boards } = plan;
  const [refresh] = await tx.insert(refreshes).values({ at: now, announces }).returning();
  const id = refresh!.id;
  const due = noEarnings();
  due.entries = unlocks.map(({ producerId, slug, xp }) => {
    const achievement = { slug, name: achievementBySlug(slug)!.name };
    return { producerId, reason: "achievement", subject: slug, xp, cause: { reason: "achievement", achievement } };
  });
  // A community's, a link's or a connection's first refresh tells it nothing (spec §13): what is newer than the one before is new.
  const knownBefore = plan.after || undefined;
  const quiet = await quietProducers(tx, knownBefore);
  await settleXp(tx, due, now, !announces, { knownBefore, quiet });
  const kept = await keptSince(tx, now);
  for (const changes of boards) await saveBoard(tx, changes, id);
  await pruneBoards(tx, kept);
  await savePastSeasons(tx, plan.seasons, id);
  await savePlaces(tx, plan.places, plan.fields);
  if (announces) await announceSpikes(tx, plan.spikes, now, quiet);
  else await passOverSpikes(tx, plan.spikes, now);
  await tx.run(sql`DELETE FROM cursors WHERE name = ${CLAIM}`);
  const moved = boards.reduce((sum, board) => sum + board.moved, 0);
  return { id, moved, unlocks, news: announces ? await announceBoardNews(tx, id) : [] };
}
