import type { Problem, ProblemCode } from "@beatpass/shared/contracts";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { storageFault } from "../db/storage-fault.ts";
import { AppError, invalidField } from "../errors.ts";

export const STATUS: Record<ProblemCode, ContentfulStatusCode> = {
  invalid: 422,
  bad_signature: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  busy: 503,
  storage_full: 507,
  not_configured: 503,
  upstream_failed: 502,
  internal: 500,
};

export const TITLES: Record<ProblemCode, string> = {
  invalid: "The request is not valid",
  bad_signature: "The signature does not hold",
  unauthenticated: "Nobody is signed in",
  forbidden: "Not allowed",
  not_found: "Not found",
  method_not_allowed: "Method not allowed",
  conflict: "Conflict",
  gone: "No longer there",
  too_large: "Too large",
  unsupported_media_type: "Unsupported media type",
  rate_limited: "Too many requests",
  busy: "The database is busy",
  storage_full: "The disk is full",
  not_configured: "Not set up on this server",
  upstream_failed: "Another service failed",
  internal: "Something went wrong here",
};

/** Any error as an expected one; what nobody expected says no more than that. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) return fromRouter(error);
  const fault = storageFault(error);
  if (fault === "busy") return new AppError("busy", "The database is locked; try again.", { cause: error });
  if (fault === "full")
    return new AppError("storage_full", "The disk that holds the database is full.", { cause: error });
  if (error instanceof SyntaxError)
    return invalidField("body", `The body is not JSON: ${error.message}`, { cause: error });
  return new AppError("internal", "This is our fault, not yours. Quote the request id if you report it.", {
    cause: error,
  });
}

/** What the router refuses by itself: a body that is no JSON, or of another type. */
function fromRouter(error: HTTPException): AppError {
  if (error.status === 413) return new AppError("too_large", error.message, { cause: error });
  if (error.status === 415)
    return new AppError("unsupported_media_type", "content-type: application/json is what is taken here.", {
      cause: error,
    });
  return invalidField("body", "The body is not JSON.", { cause: error });
}

/** Answers an error as RFC 9457 problem details. */
export function answerProblem(c: Context, error: AppError, requestId: string): Response {
  const status = STATUS[error.code];
  const problem: Problem = {
    type: "about:blank",
    title: TITLES[error.code],
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.errors && { errors: error.errors }),
  };
  return c.json(problem, status, { "content-type": "application/problem+json" });
}
