import type { ProblemCode } from "@beatpass/shared/contracts";
import { createRoute, OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import type { z } from "zod";
import { AppError } from "../errors.ts";
import { ACCESS, type RouteName, requireAccess } from "./access.ts";
import type { Principal } from "./principal.ts";

export type HttpEnv = {
  Variables: {
    who: Principal;
    /** Whether the one who asks is still the same, and let in as before. */
    isStillWho: () => Promise<boolean>;
    requestId: string;
    demoIsOpen: () => Promise<boolean>;
  };
};
export type Api = OpenAPIHono<HttpEnv>;

/** An app whose validation failures are problem details that name every wrong field. */
export const createApi = (): Api =>
  new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
      throw new AppError(
        "invalid",
        errors.map(({ path, message }) => `${path || result.target}: ${message}`).join("; "),
        { errors },
      );
    },
  });

/** What a route refuses of itself, beside what its row in the access table and what it takes tell. */
type OwnRefusals = { refuses?: readonly ProblemCode[] };
export type RouteDefinition = RouteConfig & OwnRefusals;

/**
 * A route of the API. Its row in the access table guards it; without a row this throws at start.
 * @param config as for `createRoute`; docs/describe-route.ts adds what its row and what it takes tell of it
 */
export function route<Config extends RouteConfig & { method: string; path: string }>(config: Config & OwnRefusals) {
  const name = `${config.method.toUpperCase()} ${config.path}`;
  if (!(name in ACCESS)) throw new Error(`${name} has no row in the access table (http/access.ts)`);
  const access = ACCESS[name as RouteName];
  const guard: MiddlewareHandler<HttpEnv> = async (c, next) => {
    await requireAccess(access, c.get("who"), c.get("demoIsOpen"));
    await next();
  };
  return createRoute({ ...config, middleware: guard });
}

/** The usual JSON answer of a route. */
export const answers = <Schema>(schema: Schema, description: string) =>
  ({ 200: { description, content: { "application/json": { schema } } } }) as const;

/** A JSON body. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  ({ body: { required: true, content: { "application/json": { schema } } } }) as const;

/** The answer of a route that has nothing to say. */
export const done = (description: string) => ({ 204: { description } }) as const;
