import { isUtf8 } from "node:buffer";
import { EventsAnswer } from "@beatpass/shared/contracts";
import type { Clock } from "../clock.ts";
import { AppError, invalidField } from "../errors.ts";
import { type Api, answers, route } from "../http/api.ts";
import type { Principal } from "../http/principal.ts";
import type { Writer } from "../writer/index.ts";
import { readBatch } from "./read-batch.ts";
import type { IngestPermission } from "./read-event.ts";

const JSON_TYPES = ["application/cloudevents-batch+json", "application/cloudevents+json", "application/json"];

/** Where activity comes in: CloudEvents 1.0, one or up to 10,000 at a time, from keys of the scope `ingest` or `admin`. */
export function mountEvents(api: Api, { writer, clock }: { writer: Writer; clock: Clock }): void {
  api.openapi(
    route({
      method: "post",
      path: "/v1/events",
      // Described in docs/describe-api.ts; checked event by event: a bad event must not stop the others.
      hide: true,
      responses: answers(
        EventsAnswer,
        "What was accepted, known already, or rejected and why; sent once all of it is durable",
      ),
    }),
    async (c) => {
      const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
      if (!JSON_TYPES.includes(type)) {
        throw new AppError("unsupported_media_type", `content-type: "${type}" is not one of ${JSON_TYPES.join(", ")}.`);
      }
      const encoding = c.req.header("content-encoding") ?? "identity";
      if (encoding !== "identity")
        throw new AppError(
          "unsupported_media_type",
          `content-encoding: "${encoding}" is not read; send the body as it is.`,
        );
      const body = readJson(await c.req.arrayBuffer());
      const events = Array.isArray(body) ? body : [body];
      const batch = await readBatch(events, permissionOf(c.get("who")), clock.now());
      return c.json(await writer.run("recordEvents", batch), 200);
    },
  );
}

/** Bytes that are no UTF-8 would become the same character whatever they are, and different ids one. */
function readJson(body: ArrayBuffer): unknown {
  if (!isUtf8(body)) throw invalidField("body", "The body is not UTF-8.");
  return JSON.parse(Buffer.from(body).toString("utf8"));
}

const permissionOf = (who: Principal): IngestPermission =>
  who.kind === "key" ? { sources: who.sources, trusted: who.trusted } : { sources: [], trusted: false };
