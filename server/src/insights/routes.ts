import { Id, Insights, InsightsQuery } from "@beatpass/shared/contracts";
import { z } from "zod";
import type { ReadContext } from "../context.ts";
import { type Api, answers, route } from "../http/api.ts";
import { trackInsights } from "./track-insights.ts";

export function mountInsights(api: Api, context: ReadContext): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/tracks/{id}/insights",
      request: { params: z.object({ id: Id }), query: InsightsQuery },
      responses: answers(Insights, "Insights of a track; 404 for anybody but its artists and administrators"),
    }),
    async (c) => c.json(await trackInsights(context, c.get("who"), c.req.valid("param").id, c.req.valid("query")), 200),
  );
}
