import {
  Activity,
  ActivityQuery,
  AlbumList,
  Changes,
  ChangesQuery,
  Dashboard,
  TrackList,
  Visit,
} from "@beatpass/shared/contracts";
import type { RuledContext } from "../context.ts";
import { type Api, answers, route } from "../http/api.ts";
import { ownProducer, userIdOf } from "../http/principal.ts";
import type { Writer } from "../writer/index.ts";
import { listAlbums } from "./list-albums.ts";
import { listTracks } from "./list-tracks.ts";
import { overview } from "./overview.ts";
import { readActivity } from "./read-activity.ts";
import { readChanges } from "./read-changes.ts";

/** What home, tracks, albums and activity show of the producer who asks, and what changed since a visit. */
export function mountDashboard(api: Api, context: RuledContext & { writer: Writer }): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/dashboard",
      responses: answers(Dashboard, "The overview of the producer who asks"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await overview(context, ownProducer(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/tracks",
      responses: answers(TrackList, "The producer's catalog, most played first"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await listTracks(context, ownProducer(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/albums",
      responses: answers(AlbumList, "Albums with a public track of the producer's, most played first"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await listAlbums(context, ownProducer(c.get("who"))), 200),
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/activity",
      request: { query: ActivityQuery },
      responses: answers(Activity, "The producer's upload calendar and the downloads of a range"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await readActivity(context, ownProducer(c.get("who")), c.req.valid("query")), 200),
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/changes",
      request: { query: ChangesQuery },
      responses: answers(Changes, "What changed for the producer who asks since an instant"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await readChanges(context, ownProducer(c.get("who")), c.req.valid("query")), 200),
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/visits",
      responses: answers(Visit, "Since when there is news: asked whenever the figures are looked at"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await context.writer.run("recordVisit", { userId: userIdOf(c.get("who")) }), 200),
  );
}
