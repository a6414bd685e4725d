import {
  Id,
  Invitation,
  InvitationLink,
  PairingCode,
  PairingRequest,
  PairingStart,
  PairingStarted,
  PairingTokenAnswer,
  PairingTokenRequest,
  People,
  Session,
} from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { producers } from "../db/schema/index.ts";
import { type Api, answers, json, route } from "../http/api.ts";
import { producerOf } from "../http/principal.ts";
import type { Writer } from "../writer/index.ts";
import { mountAccount } from "./account-routes.ts";
import { type AccountContext, invite, passwordLink } from "./invite.ts";
import { collectToken, decidePairing, lookUpPairing, startPairing } from "./pairing.ts";
import { emailOf, listPeople } from "./people.ts";

/** Signing in and out, one's own account, pairing a browser, and the people whom administrators invite. */
export function mountAccounts(api: Api, context: AccountContext & { writer: Writer }): void {
  mountSession(api, context);
  mountAccount(api, context);
  mountPairing(api, context);
  mountPeople(api, context);
}

function mountSession(api: Api, { db, accounts }: AccountContext): void {
  api.openapi(
    route({ method: "get", path: "/v1/session", responses: answers(Session, "Who is signed in; empty for nobody") }),
    async (c) => {
      const who = c.get("who");
      const producerId = producerOf(who);
      const [producer] =
        producerId === undefined ? [] : await db.select().from(producers).where(eq(producers.id, producerId));
      return c.json(
        {
          ...(who.kind === "user" && {
            user: {
              name: who.name,
              email: who.email,
              admin: who.admin,
              ...(who.locale && { locale: who.locale }),
            },
          }),
          ...(producer && { producer: { id: producer.id, name: producer.name, demo: producer.demo } }),
        },
        200,
      );
    },
  );
  api.openapi(
    route({ method: "delete", path: "/v1/session", responses: { 204: { description: "Signed out" } } }),
    async (c) => {
      const { headers } = await accounts.auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true });
      return c.body(null, 204, { "set-cookie": headers.get("set-cookie") ?? "" });
    },
  );
}

function mountPairing(api: Api, context: AccountContext): void {
  api.openapi(
    route({
      method: "post",
      path: "/v1/pairing/start",
      request: json(PairingStart),
      responses: answers(PairingStarted, "A code to show"),
    }),
    async (c) => c.json(await startPairing(context, c.req.valid("json").browser), 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/pairing/token",
      request: json(PairingTokenRequest),
      responses: answers(PairingTokenAnswer, "How it stands"),
    }),
    async (c) => c.json(await collectToken(context, c.req.valid("json").deviceCode), 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/pairing/look-up",
      request: json(PairingCode),
      responses: answers(PairingRequest, "Which browser asks"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await lookUpPairing(context, c.req.valid("json").code), 200),
  );
  for (const [path, approve] of [
    ["/v1/pairing/approve", true],
    ["/v1/pairing/deny", false],
  ] as const) {
    api.openapi(
      route({
        method: "post",
        path,
        request: json(PairingCode),
        responses: { 204: { description: `The browser is ${approve ? "paired" : "turned away"}` } },
        refuses: ["not_found"],
      }),
      async (c) => {
        await decidePairing(context, c.req.valid("json").code, approve, c.req.raw.headers);
        return c.body(null, 204);
      },
    );
  }
}

function mountPeople(api: Api, context: AccountContext): void {
  api.openapi(
    route({ method: "get", path: "/v1/admin/people", responses: answers(People, "All accounts") }),
    async (c) => c.json({ people: await listPeople(context.db) }, 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/admin/people",
      request: json(Invitation),
      responses: answers(InvitationLink, "A one-time link to hand over"),
      refuses: ["conflict"],
    }),
    async (c) => c.json(await invite(context, c.req.valid("json")), 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/admin/people/{id}/link",
      request: { params: z.object({ id: Id }) },
      responses: answers(InvitationLink, "A new one-time link: the way to reset a password"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await passwordLink(context, await emailOf(context.db, c.req.valid("param").id)), 200),
  );
}
