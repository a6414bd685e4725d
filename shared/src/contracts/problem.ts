import { z } from "zod";

export const PROBLEM_CODES = [
  "invalid",
  "bad_signature",
  "unauthenticated",
  "forbidden",
  "not_found",
  "method_not_allowed",
  "conflict",
  "gone",
  "too_large",
  "unsupported_media_type",
  "rate_limited",
  "busy",
  "storage_full",
  "not_configured",
  "upstream_failed",
  "internal",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Every error of the API: RFC 9457, `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.enum(PROBLEM_CODES),
  requestId: z.string(),
  errors: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .meta({ description: "For 422: what is wrong, field by field" }),
});
export type Problem = z.infer<typeof Problem>;
