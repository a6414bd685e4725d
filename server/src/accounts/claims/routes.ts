import { ArtistSearch, Claims, ClaimWanted, FoundArtists, Id } from "@beatpass/shared/contracts";
import { z } from "zod";
import type { ReadContext } from "../../context.ts";
import { type Api, answers, done, json, route } from "../../http/api.ts";
import { userIdOf } from "../../http/principal.ts";
import type { Writer } from "../../writer/index.ts";
import { readAccount } from "../read-account.ts";
import { findArtists } from "./find-artists.ts";
import { listClaims } from "./list-claims.ts";

/** Asking for an artist profile. */
export function mountClaims(api: Api, { db, writer }: ReadContext & { writer: Writer }): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/claims/artists",
      request: { query: ArtistSearch },
      responses: answers(FoundArtists, "Artists that may be asked for, by id, address or a part of the name"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const userId = userIdOf(c.get("who"));
      const { demo } = await readAccount(db, userId);
      return c.json({ artists: await findArtists(db, { ...c.req.valid("query"), userId, demo }) }, 200);
    },
  );
  api.openapi(
    route({ method: "get", path: "/v1/claims", responses: answers(Claims, "What one asked for, newest first") }),
    async (c) => c.json({ claims: await listClaims(db, userIdOf(c.get("who"))) }, 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/claims",
      request: json(ClaimWanted),
      responses: done("It was asked for; an administrator decides"),
      refuses: ["not_found", "conflict"],
    }),
    async (c) => {
      await writer.run("askForArtist", { userId: userIdOf(c.get("who")), wanted: c.req.valid("json") });
      return c.body(null, 204);
    },
  );
  api.openapi(
    route({
      method: "delete",
      path: "/v1/claims/{id}",
      request: { params: z.object({ id: Id }) },
      responses: done("It is taken back"),
      refuses: ["not_found"],
    }),
    async (c) => {
      await writer.run("withdrawClaim", { userId: userIdOf(c.get("who")), ...c.req.valid("param") });
      return c.body(null, 204);
    },
  );
}
