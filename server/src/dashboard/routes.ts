import { Activity, ActivityQuery, AlbumList, Dashboard, TrackList } from "@beatpass/shared/contracts";
import type { ReadContext } from "../context.ts";
import { type Api, answers, route } from "../http/api.ts";
import { ownProducer } from "../http/principal.ts";
import { listAlbums } from "./list-albums.ts";
import { listTracks } from "./list-tracks.ts";
import { overview } from "./overview.ts";
import { readActivity } from "./read-activity.ts";

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
  api.openapi(
    route({
      method: "get",
      path: "/v1/albums",
      responses: answers(AlbumList, "Albums with a public track of the producer's, most played first"),
    }),
    async (c) => c.json(await listAlbums(context, ownProducer(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/activity",
      request: { query: ActivityQuery },
      responses: answers(Activity, "The producer's upload calendar and the downloads of a range"),
    }),
    async (c) => c.json(await readActivity(context, ownProducer(c.get("who")), c.req.valid("query")), 200),
  );
}
