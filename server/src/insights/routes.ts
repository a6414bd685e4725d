import { Id, Insights, InsightsQuery, ReleaseCurve } from "@beatpass/shared/contracts";
import { SUBJECT_KINDS } from "@beatpass/shared/links";
import { z } from "zod";
import type { ReadContext } from "../context.ts";
import { type Api, answers, route } from "../http/api.ts";
import { askerOf } from "../http/principal.ts";
import { readInsights } from "./read-insights.ts";
import { readReleaseCurve } from "./read-release-curve.ts";

const WITH_ARTICLE = { track: "a track", album: "an album", artist: "an artist" };

/** Insights of tracks, albums and artists, for those whom they concern; to all others they do not exist. */
export function mountInsights(api: Api, context: ReadContext): void {
  for (const kind of SUBJECT_KINDS) {
    api.openapi(
      route({
        method: "get",
        path: `/v1/${kind}s/{id}/insights`,
        request: { params: z.object({ id: Id }), query: InsightsQuery },
        responses: answers(Insights, `Insights of ${WITH_ARTICLE[kind]}; 404 for anybody whom they do not concern`),
        refuses: ["not_found"],
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        return c.json(await readInsights(context, askerOf(c.get("who")), { kind, id }, c.req.valid("query")), 200);
      },
    );
  }
  api.openapi(
    route({
      method: "get",
      path: "/v1/tracks/{id}/release-curve",
      request: { params: z.object({ id: Id }) },
      responses: answers(ReleaseCurve, "A track's plays by day since its publication; 404 as for its insights"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await readReleaseCurve(context, askerOf(c.get("who")), c.req.valid("param").id), 200),
  );
}
