import type { ProblemCode } from "@beatpass/shared/contracts";
import type { RouteConfig } from "@hono/zod-openapi";
import { ACCESS, type RouteName } from "../http/access.ts";
import type { RouteDefinition } from "../http/api.ts";
import { STATUS } from "../http/problem.ts";
import { tagOf } from "../http/tags.ts";
import { referenceTo } from "./components.ts";
import { needsToken, refusalsOf } from "./refusals.ts";

/** A route as the description has it: its name, its group, who may ask, and how it refuses, beside what it says itself. */
export function describeRoute(definition: RouteDefinition): RouteConfig {
  const { refuses: _ownRefusals, ...route } = definition;
  const { method, path, request, responses, description } = route;
  const access = ACCESS[`${method.toUpperCase()} ${path}` as RouteName];
  const { body } = request ?? {};
  return {
    ...route,
    operationId: operationIdOf(method, path),
    summary: route.summary ?? successOf(route),
    description: [description, `Access: ${access}`].filter(Boolean).join("\n\n"),
    tags: [tagOf(path)],
    security: needsToken(access) ? [{ bearer: [] }] : [],
    request: { ...request, ...(body && { body: withReferences(body) }) },
    responses: {
      ...Object.fromEntries(Object.entries(responses).map(([status, one]) => [status, withReferences(one)])),
      ...Object.fromEntries(refusalsOf(access, definition).map((code) => [STATUS[code], { $ref: problemRef(code) }])),
      default: { $ref: problemRef("default") },
    },
  };
}

/** The reference to an error's answer in the description of the API. */
export const problemRef = (name: ProblemCode | "default"): string => `#/components/responses/${name}`;

/** `GET /v1/tracks/{id}/insights` is `getTracksByIdInsights`. */
export function operationIdOf(method: string, path: string): string {
  const words = path
    .replace(/^\/v1\//, "")
    .replace(/\{(\w)/g, (_, first: string) => `by-${first}`)
    .split(/[^A-Za-z]+/)
    .filter(Boolean);
  return method + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
}

/** What a route gives where all goes well also says what it is for. */
function successOf({ responses }: RouteConfig): string {
  const success = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1];
  return success && "description" in success ? (success.description ?? "") : "";
}

function withReferences<Part extends object>(part: Part): Part {
  if (!("content" in part) || !part.content) return part;
  const content = Object.entries(part.content).map(([type, { schema, ...media }]) => [
    type,
    { ...media, ...(schema !== undefined && { schema: referenceTo(schema) }) },
  ]);
  return { ...part, content: Object.fromEntries(content) };
}
