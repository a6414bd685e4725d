import {
  DeliveryOutcome,
  Id,
  LeaseAnswer,
  LeaseRequest,
  OwnAnnouncements,
  OwnAnnouncementsQuery,
} from "@beatpass/shared/contracts";
import { z } from "zod";
import type { ReadContext } from "../context.ts";
import { type Api, answers, route } from "../http/api.ts";
import { ownProducer } from "../http/principal.ts";
import { sendEvents } from "../http/server-sent-events.ts";
import type { Watchers } from "../http/watchers.ts";
import type { Writer } from "../writer/index.ts";
import { listOwn } from "./list-own.ts";
import { newestDelivery } from "./watch-deliveries.ts";

/** One's own news. */
export function mountAnnouncements(api: Api, context: ReadContext & { watchers: Watchers }): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/announcements",
      request: { query: OwnAnnouncementsQuery },
      responses: answers(OwnAnnouncements, "One's own announcements, newest first"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const producerId = ownProducer(c.get("who"));
      const page = await listOwn(context, { ...c.req.valid("query"), producerId });
      return c.json({ ...page, watched: context.watchers.areThere(producerId) }, 200);
    },
  );
}

/** The bots' side of announcements (architecture: the delivery ledger). Demo deliveries never leave the server. */
export function mountDeliveries(
  api: Api,
  { db, writer, publicUrl }: ReadContext & { writer: Writer; publicUrl: string },
): void {
  api.openapi(
    route({
      method: "post",
      path: "/v1/deliveries/lease",
      request: { body: { required: true, content: { "application/json": { schema: LeaseRequest } } } },
      responses: answers(LeaseAnswer, "Deliveries to send, at most one a channel"),
    }),
    async (c) => {
      const deliveries = await writer.run("leaseDeliveries", { ...c.req.valid("json"), demo: false, publicUrl });
      return c.json({ deliveries }, 200);
    },
  );
  api.openapi(
    route({
      method: "post",
      path: "/v1/deliveries/{id}/outcome",
      request: {
        params: z.object({ id: Id }),
        body: { required: true, content: { "application/json": { schema: DeliveryOutcome } } },
      },
      responses: { 204: { description: "Recorded; 409 when the lease was lost" } },
      refuses: ["not_found", "conflict"],
    }),
    async (c) => {
      await writer.run("recordOutcome", { ...c.req.valid("json"), id: c.req.valid("param").id });
      return c.body(null, 204);
    },
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/deliveries/stream",
      responses: {
        200: {
          description: 'Server-sent events named "deliveries", when something may be waiting',
          content: { "text/event-stream": { schema: z.object({ newest: z.number() }) } },
        },
      },
    }),
    (c) => {
      let seen = -1;
      return sendEvents(c, async () => {
        const newest = await newestDelivery(db);
        if (newest === seen) return [];
        seen = newest;
        return [{ event: "deliveries", data: { newest } }];
      });
    },
  );
}
