import { Leaderboard, LeaderboardQuery } from "@beatpass/shared/contracts";
import { CATEGORIES } from "@beatpass/shared/rules";
import { z } from "zod";
import type { ReadContext } from "../context.ts";
import { type Api, answers, route } from "../http/api.ts";
import { producerOf } from "../http/principal.ts";
import { readBoard } from "./read-board.ts";

export function mountLeaderboards(api: Api, context: ReadContext & { refreshMinutes: number }): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/leaderboards/{category}",
      request: { params: z.object({ category: z.enum(CATEGORIES) }), query: LeaderboardQuery },
      responses: answers(Leaderboard, "A page of a board, with one's own place on it"),
    }),
    async (c) =>
      c.json(
        await readBoard(context, {
          ...c.req.valid("param"),
          ...c.req.valid("query"),
          producerId: producerOf(c.get("who")),
          refreshMinutes: context.refreshMinutes,
        }),
        200,
      ),
  );
}
