import {
  AdminCommunities,
  AdminDemo,
  ApiKeys,
  ApiKeyWanted,
  Approval,
  AskedClaims,
  Id,
  NewKey,
} from "@beatpass/shared/contracts";
import { z } from "zod";
import { listAskedClaims } from "../accounts/claims/index.ts";
import type { ReadContext } from "../context.ts";
import { countDemo } from "../demo/index.ts";
import { type Api, answers, done, json, route } from "../http/api.ts";
import type { Writer } from "../writer/index.ts";
import { listAdminCommunities } from "./list-admin-communities.ts";
import { listKeys } from "./list-keys.ts";

const byId = { params: z.object({ id: Id }) };

/** What administrators see and do at /admin; their accounts' part is beside the accounts. */
export function mountAdmin(api: Api, context: ReadContext & { writer: Writer }): void {
  mountClaims(api, context);
  mountKeys(api, context);
  const { db, writer } = context;
  api.openapi(
    route({
      method: "get",
      path: "/v1/admin/communities",
      responses: answers(AdminCommunities, "Every community, with what last went wrong there"),
    }),
    async (c) => c.json({ communities: await listAdminCommunities(db) }, 200),
  );
  api.openapi(
    route({ method: "get", path: "/v1/admin/demo", responses: answers(AdminDemo, "How many people are made up") }),
    async (c) => c.json({ producers: await countDemo(context) }, 200),
  );
  api.openapi(
    route({
      method: "delete",
      path: "/v1/admin/demo",
      responses: done("The demo and everything of it is gone"),
    }),
    async (c) => {
      await writer.run("removeDemo", undefined);
      return c.body(null, 204);
    },
  );
}

function mountClaims(api: Api, { db, writer }: ReadContext & { writer: Writer }): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/admin/claims",
      responses: answers(AskedClaims, "Who asks for which artist; what waits comes first"),
    }),
    async (c) => c.json({ claims: await listAskedClaims(db) }, 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/admin/claims/{id}/approve",
      request: { ...byId, ...json(Approval) },
      responses: done("The artist belongs to that person from now on"),
      refuses: ["not_found", "conflict"],
    }),
    async (c) => {
      await writer.run("decideClaim", { ...c.req.valid("param"), approve: true, ...c.req.valid("json") });
      return c.body(null, 204);
    },
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/admin/claims/{id}/decline",
      request: byId,
      responses: done("The request is declined"),
      refuses: ["not_found", "conflict"],
    }),
    async (c) => {
      await writer.run("decideClaim", { ...c.req.valid("param"), approve: false });
      return c.body(null, 204);
    },
  );
}

function mountKeys(api: Api, { db, writer }: ReadContext & { writer: Writer }): void {
  api.openapi(
    route({ method: "get", path: "/v1/admin/keys", responses: answers(ApiKeys, "Every key, those in use first") }),
    async (c) => c.json({ keys: await listKeys(db) }, 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/admin/keys",
      request: json(ApiKeyWanted),
      responses: answers(NewKey, "The key, shown this once"),
    }),
    async (c) => c.json(await writer.run("createKey", c.req.valid("json")), 200, { "cache-control": "no-store" }),
  );
  api.openapi(
    route({
      method: "delete",
      path: "/v1/admin/keys/{id}",
      request: byId,
      responses: done("The key opens nothing any more"),
      refuses: ["not_found"],
    }),
    async (c) => {
      await writer.run("revokeKey", c.req.valid("param"));
      return c.body(null, 204);
    },
  );
}
