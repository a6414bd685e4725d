import { Dashboard, TrackList } from "@beatpass/shared/contracts";
import type { ReadContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { type Api, answers, route } from "../http/api.ts";
import { type Principal, producerOf } from "../http/principal.ts";
import { listTracks } from "./list-tracks.ts";
import { overview } from "./overview.ts";

export function mountDashboard(api: Api, context: ReadContext): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/dashboard",
      responses: answers(Dashboard, "The overview of the producer who asks"),
    }),
    async (c) => c.json(await overview(context, ownProducer(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/tracks",
      responses: answers(TrackList, "The producer's catalog, most played first"),
    }),
    async (c) => c.json(await listTracks(context, ownProducer(c.get("who"))), 200),
  );
}

/** @throws AppError not_found, worded for an account to which no artist belongs yet */
export function ownProducer(who: Principal): string {
  const producerId = producerOf(who);
  if (producerId === undefined) throw new AppError("not_found", "No artist profile belongs to this account yet.");
  return producerId;
}
