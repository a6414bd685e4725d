import type { Answer } from "@beatpass/shared/contracts";
import { boardPath } from "@beatpass/shared/links";
import { readBoard, readRankChange } from "../leaderboards/index.ts";
import type { AnswerContext, Asked } from "./asked.ts";
import { among, askedBoard } from "./asked-board.ts";
import { whyNotRanked } from "./why-not-ranked.ts";

/** Why the asker's own rank changed, and what closes the gap to the next place. */
export async function answerRank(context: AnswerContext, asked: Asked): Promise<Answer> {
  const { me } = asked;
  if (me === undefined) return { is: "unlinked" };
  const { clock, publicUrl, refreshMinutes } = context;
  const scope = askedBoard(asked, clock.now());
  const [change, board] = await Promise.all([
    readRankChange(context, scope),
    readBoard(context, { ...scope, limit: 1, refreshMinutes }),
  ]);
  return {
    is: "rank",
    change,
    ...among(asked),
    ...(!board.me && { notRanked: await whyNotRanked(context.db, board, me) }),
    ...(board.me?.toNext && { toNext: board.me.toNext }),
    demo: asked.community.demo,
    asOf: board.refreshedAt ?? new Date(clock.now()).toISOString(),
    ...(publicUrl !== undefined && { url: `${publicUrl}${boardPath(scope)}` }),
  };
}
