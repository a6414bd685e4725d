import { fileURLToPath } from "node:url";
import { Answer, DemoAction, DemoChannels, DemoQuestion, DemoSite } from "@beatpass/shared/contracts";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";
import { answerCommand } from "../answers/index.ts";
import type { RuledContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type Api, answers, type HttpEnv, json, route } from "../http/api.ts";
import { act } from "./act.ts";
import { demoChannels } from "./channels.ts";
import type { DemoContext } from "./load-demo.ts";
import { isLoopback } from "./loopback.ts";
import { DEMO_CHAT_USER, DEMO_GUILD } from "./people.ts";
import { hasDemo } from "./remove-demo.ts";
import { demoSite } from "./site.ts";

const SITE = fileURLToPath(new URL("./site", import.meta.url));
/** The stand-in's pages have BeatPass's own address shapes (spec §8). */
const SITE_PAGES = ["/demo/beatpass", "/track/*", "/album/*", "/artist/*"];

/**
 * Finds out whether the demo is open to this request: there is one, and the request stays on this machine and comes
 * from our own pages, since nobody signs in to press its buttons.
 */
export const findDemo =
  (context: DemoContext, ownOrigins: readonly string[]): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const origin = c.req.header("origin");
    const fromOurPages = origin === undefined || ownOrigins.includes(origin);
    // Asked by the demo's own routes alone.
    c.set("demoIsOpen", async () => fromOurPages && isLoopback(c) && (await hasDemo(context)));
    await next();
  };

/** The demo: its Channels page's API and the BeatPass stand-in to try the extension on. */
export function mountDemo(
  app: Api,
  context: DemoContext & RuledContext & { publicUrl: string; refreshMinutes: number },
): void {
  mountChannels(app, context);
  app.openapi(
    route({
      method: "get",
      path: "/demo/site-data.json",
      responses: answers(DemoSite, "What the stand-in page lists"),
    }),
    async (c) => c.json(await demoSite(context.db), 200),
  );
  const onlyDemo: MiddlewareHandler<HttpEnv> = async (c, next) => {
    if (!(await c.get("demoIsOpen")())) throw notFound();
    await next();
  };
  app.use(
    "/demo/site/*",
    onlyDemo,
    serveStatic({ root: SITE, rewriteRequestPath: (path) => path.slice("/demo/site".length) }),
  );
  for (const page of SITE_PAGES) app.get(page, onlyDemo, serveStatic({ root: SITE, path: "index.html" }));
}

function mountChannels(
  app: Api,
  context: DemoContext & RuledContext & { publicUrl: string; refreshMinutes: number },
): void {
  app.openapi(
    route({ method: "get", path: "/v1/demo/channels", responses: answers(DemoChannels, "The demo's channels") }),
    async (c) => c.json(await demoChannels(context), 200),
  );
  app.openapi(
    route({
      method: "post",
      path: "/v1/demo/actions",
      request: json(DemoAction),
      responses: { 204: { description: "A real event was sent for the demo producer" } },
      refuses: ["conflict"],
    }),
    async (c) => {
      await act(context, c.req.valid("json").action);
      return c.body(null, 204);
    },
  );
  app.openapi(
    route({
      method: "post",
      path: "/v1/demo/answers",
      request: json(DemoQuestion),
      responses: answers(Answer, "What a command answers in the demo's channels"),
    }),
    async (c) => {
      const asked = { ...c.req.valid("json"), guildId: DEMO_GUILD, user: DEMO_CHAT_USER };
      return c.json(await answerCommand({ ...context, publicUrl: undefined }, asked), 200);
    },
  );
  app.openapi(
    route({
      method: "delete",
      path: "/v1/demo",
      responses: { 204: { description: "The demo and everything of it is gone" } },
    }),
    async (c) => {
      await context.writer.run("removeDemo", undefined);
      return c.body(null, 204);
    },
  );
}
