import type { Hono } from "hono";
import type { HttpEnv } from "./api.ts";

/**
 * Leads from each of these pages with a slash at its end to the page itself. The way there is the listed one, and of what
 * was asked for only the query goes along: no address leads elsewhere.
 */
export function redirectSlashed(app: Hono<HttpEnv>, pages: readonly string[]): void {
  for (const page of pages) app.get(`${page}/`, (c) => c.redirect(page + new URL(c.req.url).search, 301));
}
