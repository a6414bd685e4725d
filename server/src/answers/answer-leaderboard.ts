import type { Answer } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { readBoard } from "../leaderboards/index.ts";
import type { AnswerContext, Asked } from "./asked.ts";
import { among, askedBoard } from "./asked-board.ts";

const SHOWN = 10;

/** The first ten of a board, among the members here or everybody, with the asker's own place. */
export async function answerLeaderboard(context: AnswerContext, asked: Asked): Promise<Answer> {
  const { clock, publicUrl, refreshMinutes } = context;
  const board = await readBoard(context, { ...askedBoard(asked, clock.now()), limit: SHOWN, refreshMinutes });
  return {
    is: "leaderboard",
    board,
    ...among(asked),
    ...(asked.me !== undefined && { me: asked.me }),
    demo: asked.community.demo,
    asOf: board.refreshedAt ?? new Date(clock.now()).toISOString(),
    ...(publicUrl !== undefined && { url: `${publicUrl}${PAGES.leaderboards}` }),
  };
}
