import { Notices } from "@beatpass/shared/contracts";
import type { ReadContext } from "../context.ts";
import { type Api, answers, route } from "../http/api.ts";
import { readNotices } from "./read-notices.ts";

/** Where an administrator must act. */
export function mountNotices(api: Api, context: ReadContext): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/admin/notices",
      responses: answers(Notices, "Where someone must act, the newest first"),
    }),
    async (c) => c.json(await readNotices(context), 200),
  );
}
