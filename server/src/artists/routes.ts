import { Id, PublicArtist } from "@beatpass/shared/contracts";
import { z } from "zod";
import type { ReadContext } from "../context.ts";
import { type Api, answers, route } from "../http/api.ts";
import { readPublicArtist } from "./read-public-artist.ts";

/** What everybody may know of an artist. */
export function mountArtists(api: Api, context: ReadContext): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/artists/{id}/public",
      request: { params: z.object({ id: Id }) },
      responses: answers(PublicArtist, "Level and title of an artist who appears on boards; nothing for anybody else"),
    }),
    async (c) => c.json(await readPublicArtist(context, c.req.valid("param").id), 200),
  );
}
