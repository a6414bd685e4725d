import { EVENT_DATA, EventEnvelope, EventsAnswer, MAX_EVENTS_PER_REQUEST, Problem } from "@beatpass/shared/contracts";
import { z } from "zod";
import { type Api, answers } from "../http/api.ts";
import { TAGS, tagOf } from "../http/tags.ts";
import { VERSION } from "../version.ts";

const ABOUT = `What a companion to BeatPass knows of a catalog: plays, listeners, XP, levels, achievements and ranks.

Ids are BeatPass's own, as strings. Instants are UTC in ISO 8601, durations are integers in ms, money is an integer in the
currency's minor unit. What is not known is absent, never 0. Errors are problem details (RFC 9457) with a closed \`code\`
and a \`requestId\`. A token is sent as \`Authorization: Bearer …\`: a session's, or an API key's.`;

/** Serves the description of every route (OpenAPI 3.1) at `/v1/openapi.json`. */
export function describeApi(api: Api): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "A session token or an API key",
  });
  describeEvents(api);
  api.doc31("/v1/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "BeatPass Companion",
      version: VERSION,
      description: ABOUT,
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
    },
    servers: [{ url: "/", description: "This server" }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  });
}

/** The route itself takes any body: it checks event by event, so that a bad one does not stop the others. */
function describeEvents(api: Api): void {
  const events = Object.entries(EVENT_DATA).map(([type, data]) =>
    EventEnvelope.extend({ type: z.literal(type), data }).openapi({ title: type }),
  );
  const event = z.union(events as [(typeof events)[number], (typeof events)[number]]);
  const batch = z.array(event).max(MAX_EVENTS_PER_REQUEST);
  api.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/events",
    summary: "Record activity",
    description:
      "A batch of CloudEvents 1.0, or a single one; idempotent by (source, id). Answered once everything accepted is durable; a rejected event stops no other.",
    tags: [tagOf("/v1/events")],
    security: [{ bearer: [] }],
    request: {
      body: {
        required: true,
        content: {
          "application/cloudevents-batch+json": { schema: batch },
          "application/cloudevents+json": { schema: event },
          "application/json": { schema: z.union([batch, event]) },
        },
      },
    },
    responses: {
      ...answers(EventsAnswer, "What was accepted, known already, or rejected and why"),
      default: {
        description: "An error. Access: ingest",
        content: { "application/problem+json": { schema: Problem } },
      },
    },
  });
}
