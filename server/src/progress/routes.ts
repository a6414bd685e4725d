import { Id, Progress } from "@beatpass/shared/contracts";
import { z } from "zod";
import type { RuledContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type Api, answers, route } from "../http/api.ts";
import { isAdmin, producerOf } from "../http/principal.ts";
import { readProgress } from "./read-progress.ts";

/** Level, XP and achievements of the producer who asks, or of one by id. */
export function mountProgress(api: Api, context: RuledContext): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/progress",
      responses: answers(Progress, "Progress of the producer who asks"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const producerId = producerOf(c.get("who"));
      if (producerId === undefined) throw notFound();
      return c.json(await readProgress(context, producerId), 200);
    },
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/producers/{id}/progress",
      request: { params: z.object({ id: Id }) },
      responses: answers(Progress, "Progress of a producer: one's own, or any for administrators and their keys"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const who = c.get("who");
      if (!isAdmin(who) && producerOf(who) !== id) throw notFound();
      return c.json(await readProgress(context, id), 200);
    },
  );
}
