import { MAX_BODY_BYTES } from "@beatpass/shared/contracts";
import type { MiddlewareHandler } from "hono";
import { AppError } from "../errors.ts";

/** Where a body may be as large as this; everywhere else {@link OTHERWISE}. */
const LIMITS: Record<string, number> = { "/v1/events": MAX_BODY_BYTES };
const MIB = 1024 * 1024;
const OTHERWISE = MIB;
/** Most clients look for an answer when they have sent everything: so much of a refused body is taken and dropped. */
const DROP_UP_TO = 64 * MIB;

/** Refuses bodies over the route's limit, whether or not they announce their length. @throws AppError too_large */
export const limitBody: MiddlewareHandler = async (c, next) => {
  const { headers } = c.req.raw;
  const limit = LIMITS[c.req.path] ?? OTHERWISE;
  const announced = headers.has("transfer-encoding") ? undefined : headers.get("content-length");
  if (announced != null && Number(announced) <= limit) return next();
  // Asked for last: it makes a stream of every request's body, which costs more than all else here.
  const { body } = c.req.raw;
  if (!body) return next();
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size <= limit) kept.push(chunk);
    else if (size > DROP_UP_TO) break;
  }
  if (size > limit) {
    throw new AppError(
      "too_large",
      `The body is over ${limit / MIB} MiB. Send less at a time; nothing of this request was kept.`,
    );
  }
  c.req.raw = new Request(c.req.raw, { body: Buffer.concat(kept) });
  return next();
};
