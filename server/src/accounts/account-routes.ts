import {
  Account,
  AccountChange,
  Id,
  NewKey,
  OwnKeys,
  OwnKeyWanted,
  PairedBrowsers,
  Privacy,
} from "@beatpass/shared/contracts";
import { z } from "zod";
import { type Api, answers, done, json, route } from "../http/api.ts";
import { ownProducer, sessionOf, userIdOf } from "../http/principal.ts";
import type { Writer } from "../writer/index.ts";
import { listBrowsers } from "./browsers.ts";
import type { AccountContext } from "./invite.ts";
import { listOwnKeys } from "./own-keys.ts";
import { readAccount } from "./read-account.ts";
import { readPrivacy } from "./read-privacy.ts";

type Context = AccountContext & { writer: Writer };
const byId = { params: z.object({ id: Id }) };

/** One's own account, what it agreed to, and what reads in its name. */
export function mountAccount(api: Api, context: Context): void {
  mountProfile(api, context);
  mountPrivacy(api, context);
  mountBrowsers(api, context);
  mountKeys(api, context);
}

function mountProfile(api: Api, { db, writer }: Context): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/account",
      responses: answers(Account, "One's own account"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await readAccount(db, userIdOf(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "patch",
      path: "/v1/account",
      request: json(AccountChange),
      responses: answers(Account, "The account as it is now"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const userId = userIdOf(c.get("who"));
      await writer.run("saveAccount", { userId, change: c.req.valid("json") });
      return c.json(await readAccount(db, userId), 200);
    },
  );
}

function mountPrivacy(api: Api, { db, writer }: Context): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/privacy",
      responses: answers(Privacy, "What one agreed to"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await readPrivacy(db, ownProducer(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "put",
      path: "/v1/privacy",
      request: json(Privacy),
      responses: answers(Privacy, "What holds from now on, on every surface"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const producerId = ownProducer(c.get("who"));
      await writer.run("savePrivacy", { producerId, choices: c.req.valid("json") });
      return c.json(await readPrivacy(db, producerId), 200);
    },
  );
}

function mountBrowsers(api: Api, { db, writer }: Context): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/account/browsers",
      responses: answers(PairedBrowsers, "The browsers that are paired, the last seen first"),
    }),
    async (c) => c.json({ browsers: await listBrowsers(db, sessionOf(c.get("who"))) }, 200),
  );
  api.openapi(
    route({
      method: "delete",
      path: "/v1/account/browsers/{id}",
      request: byId,
      responses: done("That browser is signed out"),
      refuses: ["not_found"],
    }),
    async (c) => {
      await writer.run("revokeBrowser", { userId: userIdOf(c.get("who")), ...c.req.valid("param") });
      return c.body(null, 204);
    },
  );
}

function mountKeys(api: Api, { db, writer }: Context): void {
  api.openapi(
    route({ method: "get", path: "/v1/account/keys", responses: answers(OwnKeys, "One's own keys, newest first") }),
    async (c) => c.json({ keys: await listOwnKeys(db, userIdOf(c.get("who"))) }, 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/account/keys",
      request: json(OwnKeyWanted),
      responses: answers(NewKey, "A key that reads one's own figures, shown this once"),
      refuses: ["not_found", "conflict"],
    }),
    async (c) => {
      const who = c.get("who");
      const wanted = { userId: userIdOf(who), producerId: ownProducer(who), ...c.req.valid("json") };
      return c.json(await writer.run("createOwnKey", wanted), 200, { "cache-control": "no-store" });
    },
  );
  api.openapi(
    route({
      method: "delete",
      path: "/v1/account/keys/{id}",
      request: byId,
      responses: done("The key opens nothing any more"),
      refuses: ["not_found"],
    }),
    async (c) => {
      await writer.run("revokeKey", { userId: userIdOf(c.get("who")), ...c.req.valid("param") });
      return c.body(null, 204);
    },
  );
}
