import { Communities, CommunitiesPresent, CommunityRef, CommunitySeen } from "@beatpass/shared/contracts";
import type { ReadContext } from "../context.ts";
import { type Api, answers, route } from "../http/api.ts";
import { askerOf } from "../http/principal.ts";
import type { Writer } from "../writer/index.ts";
import { listCommunities } from "./list-communities.ts";

/** The communities whose boards one may choose, and the bots' side: where they are, and no longer are. */
export function mountCommunities(api: Api, context: ReadContext & { writer: Writer }): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/communities",
      responses: answers(Communities, "The communities whose boards one may choose"),
    }),
    async (c) => c.json(await listCommunities(context, askerOf(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "put",
      path: "/v1/communities/{platform}/{guildId}",
      request: {
        params: CommunityRef,
        body: { required: true, content: { "application/json": { schema: CommunitySeen } } },
      },
      responses: { 204: { description: "The community is known; nothing is announced because of it" } },
    }),
    async (c) => {
      await context.writer.run("communitySeen", { ...c.req.valid("param"), ...c.req.valid("json") });
      return c.body(null, 204);
    },
  );
  api.openapi(
    route({
      method: "put",
      path: "/v1/communities/{platform}",
      request: {
        params: CommunityRef.pick({ platform: true }),
        body: { required: true, content: { "application/json": { schema: CommunitiesPresent } } },
      },
      responses: { 204: { description: "Communities that the bot was in and that are not among them count as left" } },
    }),
    async (c) => {
      await context.writer.run("communitiesPresent", { ...c.req.valid("param"), ...c.req.valid("json") });
      return c.body(null, 204);
    },
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/communities/{platform}/{guildId}/left",
      request: { params: CommunityRef },
      responses: { 204: { description: "The bot was removed: nothing is sent there until it is seen again" } },
    }),
    async (c) => {
      await context.writer.run("communityLeft", c.req.valid("param"));
      return c.body(null, 204);
    },
  );
}
