import { BeatPassSource, ConnectBeatPass } from "@beatpass/shared/contracts";
import { type Api, answers, route } from "../../http/api.ts";
import { ownProducer, type Principal, producerOf } from "../../http/principal.ts";
import { type ConnectContext, connectBeatPass } from "./connect.ts";
import { readConnection } from "./read-connection.ts";

const PRIVATE = { "cache-control": "no-store" };
const PATH = "/v1/sources/beatpass";

/**
 * A producer's own connection with BeatPass: how it stands, connecting, reading again, ending it. The token is never
 * given back.
 */
export function mountBeatPassSource(api: Api, context: ConnectContext): void {
  const state = async (producerId: string | undefined): Promise<BeatPassSource> => {
    const connection = producerId === undefined ? undefined : await readConnection(context, producerId);
    return { ...(connection && { connection }), asOf: new Date(context.clock.now()).toISOString() };
  };
  api.openapi(
    route({
      method: "get",
      path: PATH,
      responses: answers(BeatPassSource, "How the connection with BeatPass stands; never the token"),
    }),
    async (c) => c.json(await state(producerOf(c.get("who"))), 200, PRIVATE),
  );
  api.openapi(
    route({
      method: "post",
      path: PATH,
      description: "Tries the token, claims its artist for the account, and reads the catalog in the background.",
      request: { body: { required: true, content: { "application/json": { schema: ConnectBeatPass } } } },
      responses: answers(BeatPassSource, "Connected, or renewed; the catalog is being read"),
      refuses: ["not_found", "conflict"],
    }),
    async (c) => {
      const producerId = await connectBeatPass(context, userOf(c.get("who")), c.req.valid("json").token);
      return c.json(await state(producerId), 200, PRIVATE);
    },
  );
  api.openapi(
    route({
      method: "post",
      path: `${PATH}/reading`,
      description: "Reads the producer's own data again, in the background; at most every 15 minutes.",
      responses: answers(BeatPassSource, "It is being read"),
      refuses: ["not_found", "conflict", "rate_limited"],
    }),
    async (c) => {
      const producerId = ownProducer(c.get("who"));
      await context.writer.run("askForReading", { producerId });
      context.beatpassReader.start(producerId);
      return c.json(await state(producerId), 200, PRIVATE);
    },
  );
  api.openapi(
    route({
      method: "delete",
      path: PATH,
      responses: { 204: { description: "The token is forgotten; what was read stays" } },
      refuses: ["not_found"],
    }),
    async (c) => {
      await context.writer.run("removeBeatPassConnection", { producerId: ownProducer(c.get("who")) });
      return c.body(null, 204);
    },
  );
}

/** The access table lets only people in. */
function userOf(who: Principal): string {
  if (who.kind !== "user") throw new Error("a person was expected");
  return who.userId;
}
