import { sampleAnnouncement } from "@beatpass/messages";
import {
  CardAnswer,
  CardRequest,
  CommunityAdmin,
  CommunityRef,
  CommunitySettingsChange,
  Id,
  ManageLink,
  ManageLinkRequest,
  ManageSession,
  Places,
  PlacesHere,
} from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { communityId } from "../communities/index.ts";
import { askBot } from "../errands/index.ts";
import { AppError } from "../errors.ts";
import { type Api, answers, type HttpEnv, route } from "../http/api.ts";
import { isLoopbackUrl } from "../http/loopback-url.ts";
import { changeSettings, readPlaces } from "./change-settings.ts";
import { LINK_MINUTES, readManageSession, SESSION_MINUTES } from "./manage-tokens.ts";
import { type AdminContext, readManager } from "./read-manager.ts";
import { findCommunity, readSettings } from "./read-settings.ts";

type Deps = AdminContext & { publicUrl: string; origins: readonly string[] };

const COOKIE = "beatpass_community";
const params = z.object({ id: Id });
const json = <Schema extends z.ZodType>(schema: Schema) =>
  ({ body: { required: true, content: { "application/json": { schema } } } }) as const;

/** Settings of a community, for operators and for who manages it on its platform. */
export function mountCommunityAdmin(api: Api, deps: Deps): void {
  mountLinks(api, deps);
  mountSettings(api, deps);
  mountPlaces(api, deps);
}

function mountLinks(api: Api, { db, writer, publicUrl, origins }: Deps): void {
  api.openapi(
    route({
      method: "post",
      path: "/v1/communities/{platform}/{guildId}/manage-link",
      request: { params: CommunityRef, ...json(ManageLinkRequest) },
      responses: answers(ManageLink, "A one-time link to the settings, for who was just seen to manage the community"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const community = await findCommunity(db, communityId(c.req.valid("param")));
      const { userId, name } = c.req.valid("json");
      if (isLoopbackUrl(publicUrl)) return c.json({ minutes: LINK_MINUTES }, 200);
      const bearer = { communityId: community.id, platformUserId: userId, name };
      const token = await writer.run("createManageLink", bearer);
      // In the fragment, so that it reaches neither logs nor referrers.
      const url = `${publicUrl}${PAGES.communities}/${community.id}#token=${token}`;
      return c.json({ url, minutes: LINK_MINUTES }, 200);
    },
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/communities/{id}/session",
      request: { params, ...json(ManageSession) },
      responses: { 204: { description: "The link is spent; a cookie opens the settings for an hour" } },
      refuses: ["forbidden", "gone"],
    }),
    async (c) => {
      requireOwnOrigin(c, origins);
      const { id } = c.req.valid("param");
      const session = await writer.run("openManageSession", { communityId: id, ...c.req.valid("json") });
      setCookie(c, COOKIE, session, {
        path: `/v1/communities/${id}`,
        httpOnly: true,
        sameSite: "Strict",
        secure: publicUrl.startsWith("https:"),
        maxAge: SESSION_MINUTES * 60,
      });
      return c.body(null, 204);
    },
  );
}

function mountSettings(api: Api, deps: Deps): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/communities/{id}/settings",
      request: { params },
      responses: answers(CommunityAdmin, "A community with its settings"),
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const { by } = await whoManages(c, deps, id);
      return c.json(await readSettings(deps, id, by), 200);
    },
  );
  api.openapi(
    route({
      method: "patch",
      path: "/v1/communities/{id}/settings",
      request: { params, ...json(CommunitySettingsChange) },
      responses: answers(CommunityAdmin, "As it is now; 403 where one no longer manages the community"),
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const { community, by } = await whoManages(c, deps, id);
      await changeSettings(deps, community, by, c.req.valid("json"));
      return c.json(await readSettings(deps, id, by), 200);
    },
  );
}

function mountPlaces(api: Api, deps: Deps): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/communities/{id}/places",
      request: { params },
      responses: answers(Places, "Channels and roles as the bot sees them now, with what it lacks there"),
    }),
    async (c) => {
      const { community, by } = await whoManages(c, deps, c.req.valid("param").id);
      const places = await readPlaces(deps, community, by);
      if (!places) throw new AppError("upstream_failed", `The bot in ${community.name} does not answer.`);
      return c.json(places, 200);
    },
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/communities/{platform}/{guildId}/places",
      request: { params: CommunityRef },
      responses: answers(PlacesHere, "The same, for a command that previews in the channel in which it was asked"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const community = await findCommunity(deps.db, communityId(c.req.valid("param")));
      const answer = await askBot(deps, community, { is: "places" });
      if (!answer) throw new AppError("upstream_failed", `The bot in ${community.name} does not answer.`);
      const url = isLoopbackUrl(deps.publicUrl) ? {} : { url: `${deps.publicUrl}${PAGES.home}` };
      return c.json({ ...answer.places, locale: community.locale, ...url }, 200);
    },
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/communities/{id}/card",
      request: { params, ...json(CardRequest) },
      responses: answers(CardAnswer, "The picture of a sample announcement, drawn by the bot"),
    }),
    async (c) => {
      const { community } = await whoManages(c, deps, c.req.valid("param").id);
      const view = sampleAnnouncement(c.req.valid("json").kind, { community, now: new Date(deps.clock.now()) });
      const answer = await askBot(deps, community, { is: "card", view, locale: community.locale });
      return c.json({ ...(answer?.card && { card: answer.card }) }, 200);
    },
  );
}

/** @throws AppError not_found for who does not administer this community */
async function whoManages(c: Context<HttpEnv>, deps: Deps, id: string) {
  const community = await findCommunity(deps.db, id);
  const token = getCookie(c, COOKIE);
  const session = token === undefined ? undefined : await readManageSession(deps.db, community.id, token);
  if (session && c.req.method !== "GET") requireOwnOrigin(c, deps.origins);
  return { community, by: await readManager(deps, community, c.get("who"), session) };
}

/** @throws AppError forbidden: what a cookie proves, or sets, is taken from our own pages only */
function requireOwnOrigin(c: Context<HttpEnv>, origins: readonly string[]): void {
  if (origins.includes(c.req.header("origin") ?? "")) return;
  throw new AppError("forbidden", "This is taken from the dashboard's own pages only.");
}
