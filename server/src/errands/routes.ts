import { ErrandAnswer, ErrandLeaseAnswer, ErrandLeaseRequest, Id } from "@beatpass/shared/contracts";
import { z } from "zod";
import { type Api, answers, route } from "../http/api.ts";
import type { Writer } from "../writer/index.ts";

/** The bots' side of errands. */
export function mountErrands(api: Api, { writer }: { writer: Writer }): void {
  api.openapi(
    route({
      method: "post",
      path: "/v1/errands/lease",
      request: { body: { required: true, content: { "application/json": { schema: ErrandLeaseRequest } } } },
      responses: answers(ErrandLeaseAnswer, "Errands to run, oldest first"),
    }),
    async (c) => c.json({ errands: await writer.run("leaseErrands", c.req.valid("json")) }, 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/errands/{id}/answer",
      request: {
        params: z.object({ id: Id }),
        body: { required: true, content: { "application/json": { schema: ErrandAnswer } } },
      },
      responses: { 204: { description: "Recorded; 409 when the lease was lost" } },
      refuses: ["conflict"],
    }),
    async (c) => {
      await writer.run("answerErrand", { ...c.req.valid("json"), id: c.req.valid("param").id });
      return c.body(null, 204);
    },
  );
}
