import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { HttpEnv } from "./api.ts";
import { redirectSlashed } from "./redirect-slashed.ts";

const DIST = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** Paths that the dashboard itself routes (spec §7, shared/links PAGES). */
const PAGES = [
  "/producer-dashboard",
  "/producer-dashboard/*",
  "/backstage/*",
  "/sign-in",
  "/set-password",
  "/pair",
  "/connect",
  "/settings",
  "/admin",
  "/communities/*",
  "/demo/channels",
];

const NOT_KEPT = { "cache-control": "no-cache" };

/** Serves the built dashboard. Nothing but our own script runs on it. */
export function mountWebPages(app: Hono<HttpEnv>): void {
  const guard = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // The chart sizes its canvas with style attributes.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:", "https:"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
  });
  app.get("/", (c) => c.redirect("/producer-dashboard"));
  app.use(
    "/assets/*",
    serveStatic({
      root: DIST,
      onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
    }),
  );
  redirectSlashed(
    app,
    PAGES.filter((page) => !page.endsWith("*")),
  );
  const dashboard = () => readFileSync(`${DIST}/index.html`, "utf8");
  for (const page of PAGES) app.get(page, guard, (c) => c.html(dashboard(), 200, NOT_KEPT));
  // A person who mistyped an address gets a page that says so; everybody else the API's answer.
  app.get("*", guard, (c, next) =>
    c.req.header("accept")?.includes("text/html") && !/^\/(v1|api)\//.test(c.req.path)
      ? Promise.resolve(c.html(dashboard(), 404, NOT_KEPT))
      : next(),
  );
}
