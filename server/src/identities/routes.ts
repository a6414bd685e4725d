import {
  Identities,
  IdentityRef,
  LinkAnswer,
  LinkCode,
  LinkRequest,
  MemberAnswer,
  MemberChoices,
  MemberRef,
  UnlinkAnswer,
} from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { type CommunityRef, communityId, identityScope, joinOnce, linkedProducer } from "../communities/index.ts";
import type { ReadContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type Api, answers, done, json, route } from "../http/api.ts";
import { ownProducer } from "../http/principal.ts";
import type { Writer } from "../writer/index.ts";
import type { LinkOutcome } from "./link-identity.ts";
import { listIdentities } from "./list-identities.ts";
import { readLinkedMember } from "./read-member.ts";
import { whatStays } from "./what-stays.ts";

type IdentityContext = ReadContext & {
  writer: Writer;
  /** Absent while it is loopback. */
  publicUrl: string | undefined;
};

const MEMBER = "/v1/communities/{platform}/{guildId}/members/{user}" as const;

/** One's own links on the dashboard, and the bots' side of linking. */
export function mountIdentities(api: Api, context: IdentityContext): void {
  mountOwn(api, context);
  mountLinking(api, context);
  mountChoices(api, context);
}

function mountOwn(api: Api, { db, writer }: IdentityContext): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/identities",
      responses: answers(Identities, "Who is linked to one's producer"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await listIdentities(db, ownProducer(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/identities/codes",
      responses: answers(LinkCode, "A code to type in Discord or Slack, once, within ten minutes"),
      refuses: ["not_found", "rate_limited"],
    }),
    async (c) => c.json(await writer.run("makeLinkCode", { producerId: ownProducer(c.get("who")) }), 200),
  );
  api.openapi(
    route({
      method: "delete",
      path: "/v1/identities/{platform}/{id}",
      request: { params: IdentityRef },
      responses: done("Unlinked, everywhere at once"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const { platform, id } = c.req.valid("param");
      const producerId = ownProducer(c.get("who"));
      if (!(await writer.run("unlinkIdentity", { platform, platformUserId: id, producerId }))) throw notFound();
      return c.body(null, 204);
    },
  );
}

function mountLinking(api: Api, context: IdentityContext): void {
  api.openapi(
    route({
      method: "post",
      path: `${MEMBER}/identity`,
      request: { params: MemberRef, ...json(LinkRequest) },
      responses: answers(LinkAnswer, "What became of the code that a platform's user typed"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const outcome = await context.writer.run("linkIdentity", { ...c.req.valid("param"), ...c.req.valid("json") });
      return c.json(await answerOf(context, outcome), 200);
    },
  );
  api.openapi(
    route({
      method: "delete",
      path: `${MEMBER}/identity`,
      request: { params: MemberRef },
      responses: answers(UnlinkAnswer, "Whether the user was linked; they are not any more"),
    }),
    async (c) => {
      const { user, ...community } = c.req.valid("param");
      const person = { platform: community.platform, scope: identityScope(community), platformUserId: user };
      const producerId = await linkedProducer(context.db, community, user);
      const wasLinked = await context.writer.run("unlinkIdentity", person);
      const stays = wasLinked && producerId ? await whatStays(context.db, community, producerId) : undefined;
      return c.json({ wasLinked, ...(stays && { stays }) }, 200);
    },
  );
}

function mountChoices(api: Api, context: IdentityContext): void {
  const { db, writer, publicUrl } = context;
  const answer = async (community: CommunityRef, user: string): Promise<MemberAnswer> => {
    const producerId = await linkedProducer(db, community, user);
    if (producerId !== undefined) {
      await joinOnce(context, { communityId: communityId(community), platformUserId: user, producerId });
      return { is: "linked", ...(await readLinkedMember(context, producerId)) };
    }
    return { is: "unlinked", ...(publicUrl !== undefined && { settingsUrl: `${publicUrl}${PAGES.settings}#chat` }) };
  };
  api.openapi(
    route({
      method: "get",
      path: `${MEMBER}/privacy`,
      request: { params: MemberRef },
      responses: answers(MemberAnswer, "What a linked platform's user agreed to"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const { user, ...community } = c.req.valid("param");
      return c.json(await answer(community, user), 200);
    },
  );
  api.openapi(
    route({
      method: "put",
      path: `${MEMBER}/privacy`,
      request: { params: MemberRef, ...json(MemberChoices) },
      responses: answers(MemberAnswer, "What holds from now on"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const { user, ...community } = c.req.valid("param");
      const producerId = await linkedProducer(db, community, user);
      if (producerId !== undefined)
        await writer.run("saveChoices", { ...community, user, producerId, choices: c.req.valid("json") });
      return c.json(await answer(community, user), 200);
    },
  );
}

async function answerOf(context: IdentityContext, outcome: LinkOutcome): Promise<LinkAnswer> {
  const named = async (id: string) => (await readLinkedMember(context, id)).producer;
  switch (outcome.is) {
    case "linked":
      return { is: "linked", isFirst: outcome.isFirst, ...(await readLinkedMember(context, outcome.producerId)) };
    case "already":
      return { is: "already", producer: await named(outcome.producerId) };
    case "other":
      return { is: "other", producer: await named(outcome.producerId), wanted: await named(outcome.wantedId) };
    default:
      return outcome;
  }
}
