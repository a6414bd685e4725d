import { isDeepStrictEqual } from "node:util";
import type { MiddlewareHandler } from "hono";
import { type Auth, readPrincipal } from "../accounts/index.ts";
import type { Database } from "../db/client.ts";
import { AppError } from "../errors.ts";
import { randomId } from "../ids.ts";
import type { Log } from "../log.ts";
import type { HttpEnv } from "./api.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Gives each request an id and writes its one log line. */
export const logRequests =
  (log: Log): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const requestId = randomId();
    const start = performance.now();
    c.set("requestId", requestId);
    c.header("x-request-id", requestId);
    await next();
    log.info({
      event: "request",
      id: requestId,
      method: c.req.method,
      route: c.req.routePath,
      status: c.res.status,
      ms: Math.round(performance.now() - start),
    });
  };

/** Finds out who asks. Writes with a cookie must come from our own pages. */
export const identify =
  (db: Database, accounts: Auth, origins: readonly string[]): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const read = () => readPrincipal(db, accounts, c.req.raw.headers);
    const who = await read();
    if (
      who.kind === "user" &&
      who.via === "cookie" &&
      !SAFE.has(c.req.method) &&
      !origins.includes(c.req.header("origin") ?? "")
    ) {
      throw new AppError("forbidden", "Writes with a session cookie are taken from the dashboard's own pages only.");
    }
    c.set("who", who);
    c.set("isStillWho", async () => isDeepStrictEqual(await read(), who));
    await next();
  };
