import { Account, AccountChange, Privacy } from "@beatpass/shared/contracts";
import { type Api, answers, json, route } from "../http/api.ts";
import { ownProducer, userIdOf } from "../http/principal.ts";
import type { Writer } from "../writer/index.ts";
import type { AccountContext } from "./invite.ts";
import { readAccount } from "./read-account.ts";
import { readPrivacy } from "./read-privacy.ts";

/** One's own account and what it agreed to. */
export function mountAccount(api: Api, { db, writer }: AccountContext & { writer: Writer }): void {
  api.openapi(
    route({ method: "get", path: "/v1/account", responses: answers(Account, "One's own account") }),
    async (c) => c.json(await readAccount(db, userIdOf(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "patch",
      path: "/v1/account",
      request: json(AccountChange),
      responses: answers(Account, "The account as it is now"),
    }),
    async (c) => {
      const userId = userIdOf(c.get("who"));
      await writer.run("saveAccount", { userId, change: c.req.valid("json") });
      return c.json(await readAccount(db, userId), 200);
    },
  );
  api.openapi(
    route({ method: "get", path: "/v1/privacy", responses: answers(Privacy, "What one agreed to") }),
    async (c) => c.json(await readPrivacy(db, ownProducer(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "put",
      path: "/v1/privacy",
      request: json(Privacy),
      responses: answers(Privacy, "What holds from now on, on every surface"),
    }),
    async (c) => {
      const producerId = ownProducer(c.get("who"));
      await writer.run("savePrivacy", { producerId, choices: c.req.valid("json") });
      return c.json(await readPrivacy(db, producerId), 200);
    },
  );
}
