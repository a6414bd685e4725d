import { BoardQuery, Leaderboard, LeaderboardQuery, RankChange } from "@beatpass/shared/contracts";
import { CATEGORIES } from "@beatpass/shared/rules";
import { z } from "zod";
import type { ReadContext } from "../context.ts";
import { type Api, answers, route } from "../http/api.ts";
import { askerOf } from "../http/principal.ts";
import { readBoard } from "./read-board.ts";
import { readRankChange } from "./read-rank-change.ts";

const Category = z.object({ category: z.enum(CATEGORIES) });

/**
 * Boards, page by page, and why one's own rank changed.
 * @param context `refreshMinutes` tells when the next refresh is due
 */
export function mountLeaderboards(api: Api, context: ReadContext & { refreshMinutes: number }): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/leaderboards/{category}",
      request: { params: Category, query: LeaderboardQuery },
      responses: answers(Leaderboard, "A page of a board, with one's own place on it"),
      refuses: ["not_found"],
    }),
    async (c) =>
      c.json(
        await readBoard(context, {
          ...c.req.valid("param"),
          ...c.req.valid("query"),
          asker: askerOf(c.get("who")),
          refreshMinutes: context.refreshMinutes,
        }),
        200,
      ),
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/leaderboards/{category}/change",
      request: { params: Category, query: BoardQuery },
      responses: answers(RankChange, "Why one's own rank changed: who passed, whom one passed, whose score moved"),
      refuses: ["not_found"],
    }),
    async (c) =>
      c.json(
        await readRankChange(context, {
          ...c.req.valid("param"),
          ...c.req.valid("query"),
          asker: askerOf(c.get("who")),
        }),
        200,
      ),
  );
}
