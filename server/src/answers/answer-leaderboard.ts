import type { Answer } from "@beatpass/shared/contracts";
import { boardPath } from "@beatpass/shared/links";
import { readBoard } from "../leaderboards/index.ts";
import type { AnswerContext, Asked } from "./asked.ts";
import { among, askedBoard } from "./asked-board.ts";

const SHOWN = 10;

/** The first ten of a board, among the members here or everybody, with the asker's own place. */
export async function answerLeaderboard(context: AnswerContext, asked: Asked): Promise<Answer> {
  const { clock, publicUrl, refreshMinutes } = context;
  const scope = askedBoard(asked, clock.now());
  const board = await readBoard(context, { ...scope, limit: SHOWN, refreshMinutes });
  return {
    is: "leaderboard",
    board,
    ...among(asked),
    ...(asked.me !== undefined && { me: asked.me }),
    demo: asked.community.demo,
    asOf: board.refreshedAt ?? new Date(clock.now()).toISOString(),
    ...(publicUrl !== undefined && { url: `${publicUrl}${boardPath(scope)}` }),
  };
}
