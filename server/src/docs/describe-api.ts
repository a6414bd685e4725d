import { EVENT_DATA, EventEnvelope, EventsAnswer, MAX_EVENTS_PER_REQUEST, Problem } from "@beatpass/shared/contracts";
import { z } from "zod";
import { WHO_MAY } from "../http/access.ts";
import { type Api, answers, createApi } from "../http/api.ts";
import { TITLES } from "../http/problem.ts";
import { TAGS } from "../http/tags.ts";
import { VERSION } from "../version.ts";
import { nameSchema, referenceTo, schemasUsedBy } from "./components.ts";
import { describeRoute } from "./describe-route.ts";
import { markFigures } from "./mark-figures.ts";

const ABOUT = `What a companion to BeatPass knows of a catalog: plays, listeners, XP, levels, achievements and ranks.

Ids are BeatPass's own, as strings. Instants are UTC in ISO 8601, durations are integers in ms, money is an integer in the
currency's minor unit. What is not known is absent, never 0. A property's \`x-metric\` is the slug of what its figure means:
\`GET /v1/explain/{slug}\`, or [all on one page](/docs/figures); where there are several, the category or the list in which
the figure stands says which.

A token is sent as \`Authorization: Bearer …\`: a session's, or an API key's. \`Access\` says who may ask:

${Object.entries(WHO_MAY)
  .map(([access, who]) => `- **${access}**: ${who}`)
  .join("\n")}

Errors are problem details (RFC 9457) with a closed \`code\` and a \`requestId\`. 404 says that there is nothing for whoever
asks, whether or not it exists; also that of a producer's own things, where the account or key has no producer. Beside the
statuses that an operation names, any answers 401 to a token that is not valid, and 5xx with trouble here or at another
service. A method that an address does not have answers 405, with those it has in \`Allow\`.`;

/** Serves the description of every route (OpenAPI 3.1) at `/v1/openapi.json`. */
export function describeApi(api: Api): void {
  describeEvents(api);
  let description: object | undefined;
  api.get("/v1/openapi.json", (c) => {
    description ??= describe(api);
    return c.json(description);
  });
}

function describe(api: Api): object {
  const { openAPIRegistry, getOpenAPI31Document } = createApi();
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type === "route") openAPIRegistry.registerPath(describeRoute(definition.route));
  }
  const { paths, ...document } = getOpenAPI31Document({
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
  const responses = problemResponses();
  return {
    ...document,
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", description: "A session token or an API key" } },
      responses,
      schemas: markFigures(schemasUsedBy([paths, responses])),
    },
  };
}

function problemResponses(): Record<string, object> {
  const content = { "application/problem+json": { schema: referenceTo(Problem) } };
  return Object.fromEntries(
    Object.entries({ ...TITLES, default: "Any other error" }).map(([code, description]) => [
      code,
      { description, content },
    ]),
  );
}

const EVENTS = Object.entries(EVENT_DATA).map(([type, data]) =>
  EventEnvelope.extend({ type: z.literal(type), data }).meta({ title: type }),
);
const EVENT = nameSchema("Event", z.union(EVENTS));
const BATCH = nameSchema("EventBatch", z.array(EVENT).max(MAX_EVENTS_PER_REQUEST));
const EVENT_OR_BATCH = nameSchema("EventOrBatch", z.union([BATCH, EVENT]));

/** The route itself takes any body: it checks event by event, so that a bad one does not stop the others. */
function describeEvents(api: Api): void {
  api.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/events",
    summary: "Record activity",
    description:
      "A batch of CloudEvents 1.0, or a single one; idempotent by (source, id). Answered once everything accepted is durable; a rejected event stops no other.",
    request: {
      body: {
        required: true,
        content: {
          "application/cloudevents-batch+json": { schema: BATCH },
          "application/cloudevents+json": { schema: EVENT },
          "application/json": { schema: EVENT_OR_BATCH },
        },
      },
    },
    responses: answers(EventsAnswer, "What was accepted, known already, or rejected and why"),
  });
}
